"""Every exception that is ours.

What is wrong in content is a Problem and not raised. An exception says that a whole file, answer or
command can't go on; whoever can tell a person, or do without, catches it.

ExempelbankError
├── UnreadableFile              a file that can't be read at all
├── MalformedXml                a text that is no XML
├── UnwritableFile              a file that can't be written (an OSError as well)
├── CommandStopped              a command that did nothing; its words are for people
│   ├── FilesChangedMeanwhile   a file is not as it was when a transaction was decided
│   ├── ForgeError              the forge does not do what was asked
│   │   ├── ForgeDenied         no token, or one that may not do this
│   │   ├── ForgeNotFound       there is no such thing, or the token may not see it
│   │   ├── ForgeRefused        it understood, and said no
│   │   └── ForgeUnavailable    no answer; the same may be asked again later
│   ├── InterruptedTransaction  an earlier command was cut short
│   ├── ProjectLocked           another command did not end in time
│   └── NotMade                 a page or a letter that must not be made, or says nothing
├── CommandExit                 enough has been printed
├── GitError                    git can't answer
├── MergeConflict               a branch and its base say different things of one place
├── UnclearAnswer               an answer that is neither of those that mean yes or no
├── UnreadableSettings          nothing can be built without them
├── UnusableLayout              a template of the project's own changes what differs between pages
└── UnknownInputs               more decides what a build makes than can be known
"""

from __future__ import annotations

from exempelbank.i18n import _


class ExempelbankError(Exception):
    pass


class UnreadableFile(ExempelbankError):
    """A file that can't be read at all. `line` counts from 1 in the whole file."""

    def __init__(self, says: str, line: int | None = None, fix: str = "") -> None:
        super().__init__(says)
        self.says, self.line, self.fix = says, line, fix


class MalformedXml(ExempelbankError):
    """The text is no XML from this line on, which counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class UnwritableFile(ExempelbankError, OSError):
    """A file can't be written; which one is always said, and with the system's words why."""


class CommandStopped(ExempelbankError):
    """A command did nothing; why, in words for people."""


class FilesChangedMeanwhile(CommandStopped):
    """A file is not as it was when the transaction was decided."""

    def __init__(self, path: str) -> None:
        super().__init__(
            _("Nothing was changed: someone else changed {path} meanwhile. Run it again.").format(
                path=path
            )
        )


class ForgeError(CommandStopped):
    """The forge does not do what was asked. `where`: the forge and the repository, or the file that
    names them; never a token or an address with one.
    """

    def __init__(self, where: str, says: str, fix: str = "") -> None:
        from exempelbank.problems import Location, Problem

        self.problem = Problem(Location(where), says, fix)
        super().__init__(str(self.problem))


class ForgeDenied(ForgeError):
    """There is no token, or it may not do this."""


class ForgeNotFound(ForgeError):
    """There is no such thing, or the token may not see it."""


class ForgeRefused(ForgeError):
    """The forge understood, and said no."""


class ForgeUnavailable(ForgeError):
    """No answer, or too many questions. The same may be asked again later."""


class InterruptedTransaction(CommandStopped):
    """A transaction is half done, as its journal tells. `ours`: this account on this computer began
    it, and may finish it.
    """

    def __init__(self, journal: str, ours: bool) -> None:
        # Not before: a command that only prints its help would take a sixth longer.
        from exempelbank.problems import Location, Problem

        if ours:
            says = _("an earlier command was cut short, and what it began is half done")
            fix = _("Run exempelbank queue: it is finished, or taken back if files were changed.")
        else:
            says = _("tells of a change that you did not begin on this computer, and is left alone")
            fix = _(
                "Let the one whose command was cut short run exempelbank queue. If there is no "
                "such person, take the file away."
            )
        self.problem = Problem(Location(journal), says, fix)
        super().__init__(str(self.problem))


class ProjectLocked(CommandStopped):
    """Another command did not end in time."""

    def __init__(self) -> None:
        super().__init__(
            _("Nothing was changed: another command is still at work here. Run it again later.")
        )


class NotMade(CommandStopped):
    """A page or a letter that must not be made, or would say nothing. `fix`: what to do instead."""

    def __init__(self, says: str, fix: str = "") -> None:
        super().__init__("\n    ".join(filter(None, (says, *fix.splitlines()))))


class CommandExit(ExempelbankError):
    """Enough has been printed; end the command with this exit code."""

    def __init__(self, code: int = 1) -> None:
        super().__init__(code)
        self.code = code


class GitError(ExempelbankError):
    """Git can't answer. `says` tells a person why, and `fix` what to do."""

    def __init__(self, says: str, fix: str = "") -> None:
        self.says, self.fix = says, fix
        super().__init__(says)


class MergeConflict(ExempelbankError):
    """Branch and base say different things of one place, and a person must choose."""


class NoConsent(ExempelbankError):
    """Whoever tells has not agreed to have it published: nothing is written."""


class UnclearAnswer(ExempelbankError):
    """An answer that is neither of those that mean yes or no."""


class UnreadableSettings(ExempelbankError):
    """They can't be read; in a preview, they never could be since it began."""


class UnknownInputs(ExempelbankError):
    """More than can be seen here decides what a build makes."""


class UnusableLayout(ExempelbankError):
    """A template of the project's own changes what differs between the pages of a layout."""
