"""Which lines of a comment are commands, and what they say."""

import pytest

from exempelbank.review.slash_commands.parsing import (
    MOST_COMMANDS,
    Command,
    SlashCommand,
    commands_in,
    what_is_new,
    without_declaration,
)


def names(text):
    return [command.name for command in commands_in(text)]


@pytest.mark.parametrize(
    ("text", "name", "argument"),
    [
        ("/granska inte-inblandad", Command.HANDLE, "inte-inblandad"),
        ("/granska", Command.HANDLE, ""),
        ("/Godkänn  inte-inblandad  ", Command.APPROVE, "inte-inblandad"),
        ("/godkann inte-inblandad", Command.APPROVE, "inte-inblandad"),
        ("/godka\u0308nn", Command.APPROVE, ""),
        ("/approve not-involved", Command.APPROVE, "not-involved"),
        ("/handle not-involved", Command.HANDLE, "not-involved"),
        ("/checklista relevans ja, underlag nej", Command.CHECKLIST, "relevans ja, underlag nej"),
        ("/avböj Utanför vårt område.", Command.DECLINE, "Utanför vårt område."),
        ("/request-changes Hur gick det?", Command.REQUEST_CHANGES, "Hur gick det?"),
        ("/pausa\u00a0Någon kan kännas igen.", Command.PAUSE, "Någon kan kännas igen."),
        ("/hjälp", Command.HELP, ""),
    ],
)  # fmt: skip
def test_a_command_is_known_by_its_name_in_every_language(text, name, argument):
    (command,) = commands_in(text)

    assert (command.name, command.argument) == (name, argument)


@pytest.mark.parametrize(
    "text",
    [
        "Skriv /godkänn inte-inblandad när du har läst.",
        " /godkänn inte-inblandad",
        "    /godkänn inte-inblandad",
        "- /godkänn inte-inblandad",
        "> /godkänn inte-inblandad",
        "> Hon skrev:\n/godkänn inte-inblandad",
        "   > citat\n> mer\n/godkänn inte-inblandad",
        "```\n/godkänn inte-inblandad\n```",
        "~~~ text\n```\n/godkänn inte-inblandad\n~~~",
        "````\n```\n/godkänn inte-inblandad\n````",
        "```\n/godkänn inte-inblandad",
        "<!--\n/godkänn inte-inblandad\n-->",
        "<!-- a --> <!-- b\n/godkänn inte-inblandad",
        "<pre>\n/godkänn inte-inblandad\n</pre>",
        "<BLOCKQUOTE>\n\n/godkänn inte-inblandad\n</BLOCKQUOTE>",
        "> a\u2028\u2028/godkänn inte-inblandad",
        "> a\x0b\x0b/godkänn inte-inblandad",
        "> a\n\u00a0\n/godkänn inte-inblandad",
        "```\n    ```\n/godkänn inte-inblandad\n```",
        "``` a`b\n```\n/godkänn inte-inblandad\n```",
        "<style>\n/godkänn inte-inblandad\n</style>",
        "//godkänn inte-inblandad",
        "/godkänn/ inte-inblandad",
        "/etc/passwd",
        "/123",
        "/",
        "",
    ],
)
def test_what_is_quoted_code_hidden_or_within_a_sentence_is_no_command(text):
    assert commands_in(text) == ()


def test_what_stands_after_a_quotation_code_and_what_is_hidden_counts():
    text = "> /avböj nej\n\n/granska\n```\n/pausa x\n```\n/hjälp\n<!-- x -->\n/checklista a ja"

    assert names(text) == [Command.HANDLE, Command.HELP, Command.CHECKLIST]


def test_a_reason_goes_on_to_the_next_empty_line_or_command():
    text = "Hej!\n/komplettera Hur många var med?\nOch kostnaden?\n\nHälsningar\n/pausa a\n/hjälp"

    assert [(command.name, command.argument) for command in commands_in(text)] == [
        (Command.REQUEST_CHANGES, "Hur många var med? Och kostnaden?"),
        (Command.PAUSE, "a"),
        (Command.HELP, ""),
    ]


def test_a_misspelt_command_is_told_from_other_lines():
    assert commands_in("/godkän") == (SlashCommand(None, "", "/godkän"),)
    assert commands_in("/sokvag") == ()


def test_no_comment_holds_more_commands_than_anyone_writes():
    assert len(commands_in("/hjälp\n" * 1_000)) == MOST_COMMANDS


@pytest.mark.parametrize(
    ("argument", "rest"),
    [
        ("inte-inblandad", ""),
        ("Inte inblandad.", ""),
        ("not-involved", ""),
        ("inte-inblandad nytt: Fler siffror", "nytt: Fler siffror"),
        ("", None),
        ("inblandad", None),
        ("inte", None),
        ("jag är inte-inblandad", None),
        ("inte-inblandade", None),
    ],
)
def test_the_declaration_stands_first_and_whole(argument, rest):
    assert without_declaration(argument) == rest


def test_an_approval_tells_readers_only_what_is_said_to_be_for_them():
    assert what_is_new("Nytt: Fler siffror.") == "Fler siffror."
    assert what_is_new("new: More figures.") == "More figures."
    assert what_is_new("") == ""
    assert what_is_new("Bra jobbat!") is None


@pytest.mark.parametrize(
    ("text", "approves"),
    [
        ("/godkänn inte-inblandad", True),
        ("/godkänn", False),
        ("/godkänn inte-inblandad nytt: Fler siffror", True),
        ("/godkänn inte-inblandad, men vänta tills jag har läst", False),
        ("/ledare Alla andra har semester.", True),
        ("/ledare", False),
        ("/granska inte-inblandad", False),
    ],
)
def test_an_approval_holds_the_declaration_or_the_leaders_reason(text, approves):
    assert [command.approves for command in commands_in(text)] == [approves]
