"""What each key of a form's mapping is for."""

from __future__ import annotations

from exempelbank.i18n import N_
from exempelbank.model.descriptions import Descriptions

MAPPING_DESCRIPTIONS: Descriptions = {
    "FormMapping": {
        "version": N_("use of a field", "The version of the form of the file"),
        "dialect": N_("use of a field", "The form tool, by how it writes its files"),
        "record": N_(
            "use of a field", "What an answer becomes: an example, or a note on one that was tried"
        ),
        "form": N_(
            "use of a field",
            "The form's name. Never change it: it is a part of every response's key",
        ),
        "timezone": N_("use of a field", "Of times that name none"),
        "input": N_(
            "use of a field", "How the file is read, where the tool does it in its own way"
        ),
        "id": N_(
            "use of a field", "Where the response's number stands. null when the tool gives none"
        ),
        "submitted_at": N_("use of a field", "Where it stands when the response was sent"),
        "modified_at": N_("use of a field", "Where it stands when the response was changed"),
        "only_if": N_("use of a field", "Which rows count as responses"),
        "unguard": N_(
            "use of a field", "A sign that the tool puts before some texts, to be taken away"
        ),
        "options": N_("use of a field", "Lists of answers, and what they are called here"),
        "fields": N_("use of a field", "Which question becomes which of our fields"),
    },
    "IdColumn": {
        "column": N_("use of a field", "The question, or the column's heading"),
    },
    "TimeColumn": {
        "column": N_("use of a field", "The question, or the column's heading"),
        "format": N_("use of a field", "How the time is written. A list is tried in order"),
    },
    "OnlyIf": {
        "column": N_("use of a field", "The column that decides"),
        "not_empty": N_("use of a field", "That it must hold something"),
        "among": N_("use of a field", "That it must hold one of these"),
    },
    "PrefixRemoval": {
        "prefix": N_("use of a field", "The sign to take away"),
        "before": N_("use of a field", "Before which signs it is taken away"),
    },
    "YesNoAnswers": {
        "yes": N_("use of a field", "Answers that mean yes"),
        "no": N_("use of a field", "Answers that mean no"),
    },
    "InputOptions": {
        "sheet": N_(
            "use of a field", "The name of the sheet. Without it, the first that can be seen"
        ),
        "header_row": N_(
            "use of a field", "The row of the headings, as the spreadsheet numbers it"
        ),
        "header_rows": N_("use of a field", "How many rows the headings take"),
        "delimiter": N_("use of a field", "The sign between columns in a text file"),
        "quoting": N_("use of a field", "That quotation marks are part of the answers"),
        "unescape": N_("use of a field", "How line breaks are written within an answer"),
        "preamble": N_("use of a field", "What stands before the headings"),
        "entities": N_("use of a field", "That signs in the answers are written as in HTML"),
        "records": N_("use of a field", "Where in JSON or XML the responses lie"),
    },
    "FieldMapping": {
        "column": N_("use of a field", "The question. A list is put together"),
        "multi": N_("use of a field", "How several answers to one question are written"),
        "sep": N_("use of a field", "What stands between several answers"),
        "options": N_("use of a field", "The name of the list under options"),
        "other": N_("use of a field", "Whether there are answers in words of one's own"),
        "columns": N_("use of a field", "The column of each answer"),
        "ticked": N_("use of a field", "What stands where an answer is chosen"),
        "other_column": N_("use of a field", "The column for answers in words of one's own"),
        "keys": N_("use of a field", "The key of each answer in JSON"),
        "bool": N_("use of a field", "Which answers mean yes and no. Anything else is a fault"),
        "split": N_("use of a field", "That each line is a thing of its own"),
        "files": N_("use of a field", "How files are named in the answer"),
        "name": N_("use of a field", "The key of a file's name, in objects"),
        "url": N_("use of a field", "The key of a file's address, in objects"),
    },
}
