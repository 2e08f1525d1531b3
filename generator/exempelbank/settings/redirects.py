"""site_config/redirects.yml: where a page that has moved is found now."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from exempelbank.documents import Document, read_document
from exempelbank.files.paths import REDIRECTS
from exempelbank.model.record import FrozenModel
from exempelbank.problems import Problems
from exempelbank.records import validated
from exempelbank.settings.page_address import page_address


class Redirect(FrozenModel):
    old: Annotated[str, Field(alias="from"), page_address()]
    new: Annotated[str, Field(alias="to"), page_address(fewest_words=0)]


class Redirects(FrozenModel):
    redirects: tuple[Redirect, ...] = ()


def load_redirects(root: Path, problems: Problems) -> tuple[Document, Redirects] | None:
    path = root / REDIRECTS
    document = read_document(path, root, problems) if path.exists() else None
    found = document and validated(document.data, Redirects, document, problems)
    return (document, found) if document and found else None
