"""site_config/redirects.yml: where a page that has moved is found now."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field

from exempelbank.documents import Document, read_document
from exempelbank.files.paths import REDIRECTS
from exempelbank.i18n import N_
from exempelbank.model.record import FrozenModel
from exempelbank.model.written_as import WrittenAs
from exempelbank.problems import Problems
from exempelbank.records import validated
from exempelbank.text.normalization import SLUG_LENGTH, slug_from

# On this site alone, written as the site's own addresses are: om/kontakt/.
_WORD = rf"([a-z0-9-]{{1,{SLUG_LENGTH}}}/)"
_SAYS = N_("written as", "must be an address on the site, such as om/kontakt/")


def _mended_address(text: str) -> str:
    """ "https://exempelbanken.example/om/Kontakt.html" -> "om/kontakt/"."""
    path = urlsplit(text.strip()).path.removesuffix("index.html").removesuffix(".html")
    return "".join(f"{slug_from(word)}/" for word in path.split("/") if slug_from(word))


class Redirect(FrozenModel):
    old: Annotated[str, Field(alias="from"), WrittenAs(rf"{_WORD}{{1,8}}", _SAYS, _mended_address)]
    new: Annotated[str, Field(alias="to"), WrittenAs(rf"{_WORD}{{0,8}}", _SAYS, _mended_address)]


class Redirects(FrozenModel):
    redirects: tuple[Redirect, ...] = ()


def load_redirects(root: Path, problems: Problems) -> tuple[Document, Redirects] | None:
    path = root / REDIRECTS
    document = read_document(path, root, problems) if path.exists() else None
    found = document and validated(document.data, Redirects, document, problems)
    return (document, found) if document and found else None
