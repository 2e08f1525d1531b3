"""The tools that a form can be built in, and what is known of how.

Nextcloud Forms reads no form from a file (a proposal to do so is open), Google Forms takes a
script, which few may run, and Microsoft Forms reads a Word file as it thinks best: they get a text.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from exempelbank.documents import as_yaml
from exempelbank.files.paths import MAPPING_SCHEMA
from exempelbank.form_export import limesurvey
from exempelbank.form_export.json_schema import json_schema
from exempelbank.form_export.mapping import ReadField, labels, mapping_of
from exempelbank.form_export.plain_text import plain_text
from exempelbank.form_export.wording import titles_of
from exempelbank.i18n import N_, _, pgettext
from exempelbank.intake.form.dialects import DIALECTS
from exempelbank.model.response_kind import ResponseKind
from exempelbank.questionnaire import AskedQuestion, Questionnaire, questionnaire_for
from exempelbank.questionnaire.asked_fields import AnswerShape
from exempelbank.settings import Settings
from exempelbank.text.normalization import slug_from

FORM_TITLES = {
    ResponseKind.EXAMPLE: N_("name of a form", "Send in an example"),
    ResponseKind.LEAD: N_("name of a form", "Tip us of an example"),
    ResponseKind.TRIAL_NOTE: N_("name of a form", "We have tried"),
}


GENERIC = "generic"  # the dialect of a tool that we do not know
_LINE_LENGTH = 90  # characters of a comment


@dataclass(frozen=True, slots=True)
class ExportedForm:
    name: str  # of its mapping, by which `import --form` asks for it; "": none is needed
    form: tuple[str, str]  # the file's name, and what stands in it
    mapping: str = ""

    @property
    def files(self) -> Mapping[str, str]:
        mapping = {f"{self.name}.yml": self.mapping} if self.mapping else {}
        return {self.form[0]: self.form[1], **mapping}


class _TextTool(NamedTuple):
    dialect: str
    advice: str  # to whoever builds it


_TEXT_TOOLS = {
    "nextcloud": _TextTool(
        "nextcloud-forms",
        N_(
            "advice on a form tool",
            "Nextcloud Forms: build the form by hand. It reads no file.",
        ),
    ),
    "ms-forms": _TextTool(
        "ms-forms",
        N_(
            "advice on a form tool",
            "Microsoft Forms: build the form by hand. Quick import can read this text from a "
            "Word file, but see that each question has become of the right kind.",
        ),
    ),
    "google-forms": _TextTool(
        "google-forms",
        N_(
            "advice on a form tool",
            "Google Forms: build the form by hand, and let it save the answers in a sheet.",
        ),
    ),
    "text": _TextTool(
        GENERIC,
        N_(
            "advice on a form tool",
            "Build the form in the tool that you use. Write its name after dialect in the "
            "mapping. The names stand in docs/koppla-formular.md.",
        ),
    ),
}
TOOLS = ("limesurvey", *_TEXT_TOOLS, "json-schema")


def export_form(tool: str, form: ResponseKind, settings: Settings) -> ExportedForm:
    """`tool`: one of TOOLS."""
    title = pgettext("name of a form", FORM_TITLES[form])
    questionnaire = questionnaire_for(form, settings)
    name = f"{slug_from(title, 40)}-{tool}"
    if tool == "json-schema":
        return ExportedForm("", (f"{name}.json", json_schema(questionnaire, title)))
    if tool == "limesurvey":
        language = settings.organisation.language
        structure = limesurvey.survey_structure(questionnaire, title, language)
        read = mapping_of(questionnaire, tool, name, limesurvey.read_field, limesurvey.answers)
        return ExportedForm(name, (f"{name}.lss", structure), _mapping_file(read, title, tool))
    text_tool = _TEXT_TOOLS[tool]
    advice = pgettext("advice on a form tool", text_tool.advice)
    text = plain_text(questionnaire, title, advice)
    read = mapping_of(
        questionnaire, text_tool.dialect, name, _by_title(questionnaire, text_tool.dialect), labels
    )
    return ExportedForm(name, (f"{name}.txt", text), _mapping_file(read, title, tool))


def _mapping_file(mapping: Mapping[str, Any], title: str, tool: str) -> str:
    says = _("How the answers to “{title}” are read. Made by exempelbank form-export {tool}.")
    head = f"{MAPPING_SCHEMA}\n# {says.format(title=title, tool=tool)}\n"
    return head + as_yaml(mapping) + (_of_unknown_tool() if mapping["dialect"] == GENERIC else "")


def _of_unknown_tool() -> str:
    """What no dialect says of it: in which columns it tells its answers apart."""
    says = _(
        "Is the tool none of those that have a name? Export an answer, and see what the columns "
        "for its number and its time are called. Write that here, and take away the marks:"
    )
    lines = (
        *textwrap.wrap(says, _LINE_LENGTH),
        "id:",
        "  column: " + _("Response number"),
        "submitted_at:",
        "  column: " + _("Response time"),
    )
    return "".join(f"# {line}\n" for line in lines)


def _by_title(questionnaire: Questionnaire, dialect: str) -> ReadField:
    titles = titles_of(questionnaire)

    def read_field(question: AskedQuestion) -> dict[str, Any]:
        field: dict[str, Any] = {"column": titles[question.id]}
        if question.shape is not AnswerShape.CHOICES:
            return field
        sep = {} if DIALECTS[dialect].sep else {"sep": ";"}
        return {**field, "multi": "joined", **sep}

    return read_field
