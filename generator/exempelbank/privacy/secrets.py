"""Passwords, codes, keys and tokens: what opens something to whoever reads it."""

from __future__ import annotations

from collections.abc import Iterator

from exempelbank.privacy.patterns import Pattern
from exempelbank.privacy.prefilter import Substrings, contains_digits
from exempelbank.privacy.sentences import Span
from exempelbank.privacy.words import lowered

# What services give out, each known by how it begins.
_TOKEN = Pattern(
    r"\b(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,64}|xox[abeoprs]-[\w-]{10,255}"
    r"|(?:AKIA|ASIA)[0-9A-Z]{16}|AIza[\w-]{35}|ya29\.[\w-]{20,255}|SG\.[\w-]{16,64}\.[\w-]{16,64}"
    r"|[sr]k[-_](?:[a-z0-9]{2,12}[-_]){0,3}[0-9A-Za-z]{16,255}|npm_\w{30,64}|pypi-[\w-]{16,255}"
    r"|hf_\w{30,64}|(?<![\w.-])eyJ[\w-]{8,2000}+\.eyJ[\w-]{8,4000}(?:\.[\w-]{0,2000})?)"
    r"|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----"
)
_IN_TOKENS = Substrings("_", "sk-", "rk-", "xox", "glpat-", "pypi-", "eyJ", "BEGIN ")
_IN_ADDRESSES = Substrings("://")
_IN_ADDRESS = Pattern(r"\b[a-z][a-z0-9+.-]{1,15}://[^\s/:@]{1,64}:[^\s/@]{1,128}@[^\s/@]*+")
# "lösenord: …", "pw=…": anything may follow that is no word of a sentence going on.
_PASSWORD = Pattern(
    r"\b(?:l[öo]senord(?:et)?|l[öo]sen(?:et)?|password|passwd|pwd|pw|passphrase|lösenfras)\b"
    r"[\"'*_` ]{0,3}(?:(?P<sign>[:=])|är\b)[\"'*_` ]{0,3}"
    r"(?P<value>[^\s\"'*_`]{4,64})(?P<more> ?\w)?"
)
_KEY = Pattern(
    r"\b(?:api|access|secret|private|hemlig|klient|client)?[-_ ]?"
    r"(?:nyckel|key|token|secret|hemlighet)"
    r"[\"'*_` ]{0,3}[:=][\"'*_` ]{0,3}(?P<value>[\w.+/=-]{12,255})"
    r"|\bbearer (?P<bearer>[\w.+/=~-]{16,4000})"
)
_CODE = Pattern(
    r"\b(?:port|dörr|larm|pin|inloggnings|entré|lås|kassaskåps|engångs|bank|kort|skåp|nyckelskåps|wifi)"
    r"-?(?:kod)?(?:en)?(?: är|:| =|=|) ?(?P<value>\d{4,8})(?![\d-])"
    r"|\b(?:kod|pin)(?:en)?(?: (?:till|för|på|i)(?: \w{1,20}+){1,3}?)?(?: är|:| =|=) ?"
    r"(?P<code>\d{4,8})(?![\d-])"
    r"|\binlogg\w{0,10}+[^.!?\n\d]{1,40}\b(?:kod|lösen)\w{0,6}+[: ]{1,2}(?:är )?"
    r"(?P<login>\S{0,30}\d\S{0,30})"
)
_IN_PASSWORDS = Substrings("lösen", "losen", "pass", "pw")
_IN_KEYS = Substrings("nyckel", "key", "token", "secret", "hemlighet", "bearer")
_IN_CODES = Substrings(
    "kod", "pin", "lösen", "larm", "port", "dörr", "lås", "wifi", "entré", "bank", "kort"
)
_LIKE_A_SECRET = Pattern(r"\d|[^\w.,;:!?)»”\"'-]|[a-zåäö][A-ZÅÄÖ]")


def secrets(text: str) -> Iterator[Span]:
    small, has_digits = lowered(text), contains_digits(1, text)
    if has_digits or _IN_TOKENS.any_in(text):
        yield from _TOKEN.spans(text)
    if _IN_ADDRESSES.any_in(text):
        yield from _IN_ADDRESS.spans(text)
    if _IN_PASSWORDS.any_in(small):
        for match in _PASSWORD.finditer(small):
            start, end = match.span("value")
            alone = match["sign"] and not match["more"]
            if alone or _LIKE_A_SECRET.search(text, start, end):
                yield start, end
    for pattern, words in ((_KEY, _IN_KEYS), (_CODE, _IN_CODES)):
        if has_digits and words.any_in(small):
            for match in pattern.finditer(small):
                if any(map(str.isdigit, match[0])):
                    yield match.span(match.lastgroup or 0)
