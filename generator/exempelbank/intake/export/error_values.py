"""A cell -> whether a spreadsheet wrote an error in it, where the answer was."""

from __future__ import annotations

import re
from collections.abc import Mapping

from exempelbank.intake.export.rows import RawValue
from exempelbank.text.normalization import composed

# What Excel, LibreOffice and Google Sheets write between # and ! or ?, a line for each language, in
# those that people here may have chosen: English, Swedish, Danish and Norwegian, Finnish, German,
# French, Spanish and Portuguese, Dutch, Italian, Polish, Czech, Hungarian, Turkish, Russian.
_WORDS = {
    "NULL", "DIV/0", "VALUE", "REF", "NAME", "NUM", "SPILL", "CALC", "FIELD", "BLOCKED", "CONNECT",
    "UNKNOWN", "BUSY", "EXTERNAL", "PYTHON", "TIMEOUT", "ERROR",
    "SKÄRNING", "DIVISION/0", "VÄRDEFEL", "VÄRDE", "REFERENS", "NAMN", "OGILTIGT", "SAKNAS",
    "SPILLOVER", "BERÄKNING", "FÄLT", "BLOCKERAD", "ANSLUT", "OKÄND", "UPPTAGEN",
    "NUL", "VÆRDI", "VERDI", "REFERENCE", "NAVN", "OVERLØB", "OVERFLYT", "BEREGN", "FELT",
    "BLOKERET", "BLOKKERT", "UKENDT", "UKJENT",
    "TYHJÄ", "JAKO/0", "ARVO", "VIITTAUS", "NIMI", "LUKU", "PUUTTUU", "LEVITYS", "LASKE", "KENTTÄ",
    "ESTETTY",
    "WERT", "BEZUG", "ZAHL", "ÜBERLAUF", "KALK", "FELD", "BLOCKIERT", "VERBINDEN", "UNBEKANNT",
    "VALEUR", "NOM", "NOMBRE", "PROPAGATION", "CHAMP", "BLOQUE", "CONNEXION", "INCONNU", "OCCUPE",
    "NULO", "VALOR", "NÚM", "DESBORDAMIENTO", "CÁLCULO", "CAMPO", "BLOQUEADO", "DESCONOCIDO",
    "OCUPADO", "NOME", "DESPEJAR",
    "LEEG", "DEEL/0", "WAARDE", "VERW", "NAAM", "GETAL", "OVERLOPEN", "BEREKENEN", "VELD",
    "NULLO", "VALORE", "RIF", "ESPANSIONE",
    "ZERO", "DZIEL/0", "ARG", "ADR", "NAZWA", "LICZBA", "ROZLANIE",
    "DĚLENÍ_NULOU", "HODNOTA", "ODKAZ", "NÁZEV", "ČÍSLO",
    "NULLA", "ZÉRÓOSZTÓ", "ÉRTÉK", "HIV", "NÉV", "SZÁM",
    "BOŞ", "SAYI/0", "DEĞER", "BAŞV", "AD", "SAYI", "TAŞMA",
    "ПУСТО", "ДЕЛ/0", "ЗНАЧ", "ССЫЛКА", "ИМЯ", "ЧИСЛО", "ПЕРЕНОС", "ВЫЧИСЛ",
}  # fmt: skip
# Those that end with neither.
_BARE = {
    "N/A", "N/D", "N/B", "I/T", "NV", "Н/Д", "SAKNAS", "PUUTTUU", "HIÁNYZIK", "YOK",
    "GETTING_DATA", "HÄMTAR_DATA",
}  # fmt: skip
_WITH_END = re.compile(r"#[¡¿]?([^\s!?#]+)[!?]")  # Spanish begins it, too: #¡REF!
_LIBREOFFICE = re.compile(
    r"(?:err|error|fel|fejl|feil|virhe|fehler|erreur|fout|errore) ?:5\d\d", re.IGNORECASE
)
# For one that a spreadsheet marks as an error and calls what nobody knows, and for a formula that
# was never worked out.
NOT_AVAILABLE = "#N/A"
_LONGEST = 255  # signs # in a row, in the place of what found no room


def may_hold_error_value(text: str) -> bool:
    """Whether any of the texts that are joined here may be one."""
    return "#" in text or ":5" in text


def is_error_value(text: str) -> bool:
    """Nothing else stands there: “#metoo” and “#N/A gäller ej” are answers. Also ######, as a CSV
    has it when the column was too narrow, and LibreOffice's Err:508.
    """
    if len(text) > _LONGEST + 2:
        return False
    if "#" not in text:
        return ":" in text and bool(_LIBREOFFICE.fullmatch(text.strip()))
    plain = composed(text.strip())
    if not plain.startswith("#"):
        return False
    ended = _WITH_END.fullmatch(plain)
    word = ended[1] if ended else ""
    return word in _WORDS or plain[1:] in _BARE or (len(plain) > 2 and not plain.strip("#"))


def without_error_values(value: RawValue) -> RawValue:
    """The same answer; what was an error, alone or in a list, is not answered."""
    match value:
        case str():
            return None if is_error_value(value) else value
        case list():
            return [without_error_values(item) for item in value]
        case Mapping():
            return {name: without_error_values(inner) for name, inner in value.items()}
    return value


def error_values_in(value: RawValue) -> list[str]:
    match value:
        case str():
            return [value.strip()] if is_error_value(value) else []
        case list():
            return [error for item in value for error in error_values_in(item)]
        case Mapping():
            return [error for inner in value.values() for error in error_values_in(inner)]
    return []
