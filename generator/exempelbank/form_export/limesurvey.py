"""A questionnaire -> a LimeSurvey survey structure (.lss), and how its export is read.

The file is a dump of LimeSurvey's tables, each with the names of its columns and its rows, as
version 4 and later write and read it: texts stand in tables of their own, by language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any
from xml.etree import ElementTree

from exempelbank.form_export.wording import (
    IS_YES_OR_NO,
    choices_of,
    how_to_answer,
    is_needed,
    titles_of,
)
from exempelbank.questionnaire import AskedQuestion, Questionnaire
from exempelbank.questionnaire.asked_fields import AnswerShape

_Row = Mapping[str, str | int]

_DB_VERSION = 496  # of version 6: what is older than a reader's own is brought up to date by it
_SURVEY = 100_001  # LimeSurvey gives it another where that is taken
_CODE_LENGTH = 18  # characters: it takes 20, and adds to those that are not unique
_SHORT_LIST = 7  # as radio buttons; a longer one drops down
_TYPES = {  # LimeSurvey's letter and theme
    AnswerShape.LINE: ("S", "shortfreetext"),
    AnswerShape.PROSE: ("T", "longfreetext"),
    AnswerShape.LINES: ("T", "longfreetext"),
    AnswerShape.CHOICES: ("M", "multiplechoice"),
    AnswerShape.YES_NO: ("Y", "yesno"),
    AnswerShape.ATTESTATION: ("Y", "yesno"),
}
_CHOICE, _LONG_CHOICE = ("L", "listradio"), ("!", "list_dropdown")


def code_of(question: AskedQuestion) -> str:
    """Letters and digits alone, which LimeSurvey asks for."""
    return re.sub(r"[^0-9A-Za-z]", "", question.id)[:_CODE_LENGTH]


def _answer_code(number: int) -> str:
    return f"A{number:03}"  # at most five characters


def _part_code(number: int) -> str:
    return f"SQ{number:03}"


# ---- The mapping of its export, with codes as headings ----


def read_field(question: AskedQuestion) -> dict[str, Any]:
    code = code_of(question)
    if question.shape is not AnswerShape.CHOICES:
        return {"column": code}
    columns = {
        f"{code}[{_part_code(number)}]": choice.label
        for number, choice in enumerate(question.choices, 1)
    }
    return {"multi": "columns", "columns": columns, "true": ["Y", "Ja", "Yes"]}


def answers(question: AskedQuestion) -> dict[str, str]:
    """By their codes and by their words: either can be chosen when answers are exported."""
    words = {choice.label: choice.id for choice in choices_of(question)}
    if question.shape in IS_YES_OR_NO:
        return {"Y": "yes", "N": "no"} | words
    if question.shape is AnswerShape.CHOICES:
        return words
    codes = {_answer_code(n): choice.id for n, choice in enumerate(question.choices, 1)}
    return codes | words


# ---- The file ----


def survey_structure(questionnaire: Questionnaire, title: str, language: str) -> str:
    root = ElementTree.Element("document")
    _text(root, "LimeSurveyDocType", "Survey")
    _text(root, "DBVersion", str(_DB_VERSION))
    _text(ElementTree.SubElement(root, "languages"), "language", language)
    for name, rows in _tables(questionnaire, title, language).items():
        if rows:
            _table(root, name, rows)
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _table(root: ElementTree.Element, name: str, rows: list[_Row]) -> None:
    table = ElementTree.SubElement(root, name)
    fields = ElementTree.SubElement(table, "fields")
    for column in dict.fromkeys(column for row in rows for column in row):
        _text(fields, "fieldname", column)
    listed = ElementTree.SubElement(table, "rows")
    for row in rows:
        element = ElementTree.SubElement(listed, "row")
        for column, value in row.items():
            _text(element, column, str(value))


def _tables(questionnaire: Questionnaire, title: str, language: str) -> dict[str, list[_Row]]:
    """In the order in which LimeSurvey writes them."""
    tables: dict[str, list[_Row]] = {
        name: []
        for name in (
            *("answers", "answer_l10ns", "groups", "group_l10ns", "questions", "subquestions"),
            *("question_l10ns", "question_attributes", "surveys", "surveys_languagesettings"),
        )
    }
    titles = titles_of(questionnaire)
    number = 0
    for group_number, group in enumerate(questionnaire.groups, 1):
        tables["groups"].append(
            {"gid": group_number, "sid": _SURVEY, "group_order": group_number, "grelevance": ""}
        )
        tables["group_l10ns"].append(
            {
                "id": group_number,
                "gid": group_number,
                "group_name": _html(group.title),
                "description": "",
                "language": language,
            }
        )
        for order, question in enumerate(group.questions, 1):
            number = _add_question(
                tables, question, titles[question.id], number + 1, group_number, order, language
            )
            tables["questions"][-1] = {
                **tables["questions"][-1],
                "relevance": _relevance(question, questionnaire),
            }
    tables["surveys"].append(_survey(language))
    tables["surveys_languagesettings"].append(
        {
            "surveyls_survey_id": _SURVEY,
            "surveyls_language": language,
            "surveyls_title": _html(title),
            "surveyls_dateformat": 6,  # 2026-03-05
        }
    )
    return tables


def _add_question(
    tables: dict[str, list[_Row]],
    question: AskedQuestion,
    title: str,
    number: int,
    group: int,
    order: int,
    language: str,
) -> int:
    """The number that was given last: to it, or to the last of its choices."""
    type, theme = _type_of(question)
    row: _Row = {
        "qid": number,
        "parent_qid": 0,
        "sid": _SURVEY,
        "gid": group,
        "type": type,
        "title": code_of(question),
        "other": "N",
        "mandatory": "Y" if is_needed(question) else "N",
        "encrypted": "N",
        "question_order": order,
        "scale_id": 0,
        "same_default": 0,
        "question_theme_name": theme,
        "same_script": 0,
    }
    tables["questions"].append(row)
    help = f"{question.help} ({how_to_answer(question)})".strip()
    tables["question_l10ns"].append(_words(number, title, help, language))
    tables["question_attributes"] += _attributes(question, number)
    if question.shape is AnswerShape.CHOICE:
        _add_answers(tables, question, number, language)
    if question.shape is not AnswerShape.CHOICES:
        return number
    for place, choice in enumerate(question.choices, 1):
        part: _Row = {
            "qid": number + place,
            "parent_qid": number,
            "type": "T",
            "title": _part_code(place),
            "mandatory": "N",
            "question_order": place,
            "relevance": "1",
            "question_theme_name": "",
        }
        tables["subquestions"].append({**row, **part})
        tables["question_l10ns"].append(_words(number + place, choice.label, "", language))
    return number + len(question.choices)


def _type_of(question: AskedQuestion) -> tuple[str, str]:
    if question.shape is AnswerShape.CHOICE:
        return _CHOICE if len(question.choices) <= _SHORT_LIST else _LONG_CHOICE
    return _TYPES[question.shape]


def _words(number: int, text: str, help: str, language: str) -> _Row:
    return {
        "id": number,
        "qid": number,
        "question": _html(text),
        "help": _html(help),
        "script": "",
        "language": language,
    }


def _add_answers(
    tables: dict[str, list[_Row]], question: AskedQuestion, number: int, language: str
) -> None:
    for place, choice in enumerate(question.choices, 1):
        id = len(tables["answers"]) + 1
        tables["answers"].append(
            {
                "aid": id,
                "qid": number,
                "code": _answer_code(place),
                "sortorder": place,
                "assessment_value": 0,
                "scale_id": 0,
            }
        )
        tables["answer_l10ns"].append(
            {"id": id, "aid": id, "answer": _html(choice.label), "language": language}
        )


def _attributes(question: AskedQuestion, number: int) -> Iterator[_Row]:
    attributes: dict[str, int | None] = {}
    if question.shape is AnswerShape.CHOICES:
        attributes["max_answers"] = question.most_items
    elif not question.several:
        attributes["maximum_chars"] = question.most_characters
    for name, value in attributes.items():
        if value:
            yield {"qid": number, "attribute": name, "value": value, "language": ""}


def _relevance(question: AskedQuestion, questionnaire: Questionnaire) -> str:
    """When it is asked, as LimeSurvey writes conditions."""
    condition = question.condition
    if condition is None:
        return "1"
    other = questionnaire.by_id[condition.question]
    if condition.one_of == ("",):
        return f"is_empty({code_of(other)}.NAOK)"
    codes = {id: code for code, id in reversed(answers(other).items())}
    return " or ".join(f'({code_of(other)}.NAOK == "{codes[id]}")' for id in condition.one_of)


def _survey(language: str) -> _Row:
    return {
        "sid": _SURVEY,
        "gsid": 1,
        "admin": "",
        "anonymized": "N",
        "format": "G",  # a group at a time
        "language": language,
        "additional_languages": "",
        "datestamp": "Y",  # the time when it was sent tells answers apart
        "ipaddr": "N",
        "refurl": "N",
        "usecookie": "N",
        "savetimings": "N",
        "allowprev": "Y",
        "allowsave": "N",
        "listpublic": "N",
        "publicstatistics": "N",
    }


def _html(text: str) -> str:
    """LimeSurvey takes its texts for HTML, and braces for expressions."""
    return escape(text, quote=False).replace("{", "&#123;").replace("}", "&#125;")
