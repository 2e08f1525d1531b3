"""site_config/redirects.yml: where a page that has moved is found now."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from exempelbank.documents import Document, read_document
from exempelbank.files.paths import REDIRECTS
from exempelbank.model.record import FrozenModel
from exempelbank.problems import Problems
from exempelbank.records import validated
from exempelbank.text.normalization import SLUG_LENGTH

# On this site alone, written as the site's own addresses are: om/kontakt/.
_ADDRESS = rf"([a-z0-9-]{{1,{SLUG_LENGTH}}}/)"


class Redirect(FrozenModel):
    old: Annotated[str, Field(alias="from", pattern=rf"^{_ADDRESS}{{1,8}}$")]
    new: Annotated[str, Field(alias="to", pattern=rf"^{_ADDRESS}{{0,8}}$")]


class Redirects(FrozenModel):
    redirects: tuple[Redirect, ...] = ()


def load_redirects(root: Path, problems: Problems) -> tuple[Document, Redirects] | None:
    path = root / REDIRECTS
    document = read_document(path, root, problems) if path.exists() else None
    found = document and validated(document.data, Redirects, document, problems)
    return (document, found) if document and found else None
