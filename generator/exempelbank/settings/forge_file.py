"""site_config/forge.yml: on which forge the project lies. Only pull requests need it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from exempelbank.documents import read_document
from exempelbank.files.paths import FORGE
from exempelbank.i18n import N_
from exempelbank.model.record import FrozenModel, Texts
from exempelbank.model.written_as import WrittenAs
from exempelbank.problems import Problems
from exempelbank.records import validated

# http only to this computer, where a forge can be tried out.
FORGE_URL = r"https://[\w.-]+(:\d+)?(/[\w./-]+)?|http://(127\.0\.0\.1|localhost)(:\d+)?"
REPOSITORY = r"[\w.-]+(/[\w.-]+)+"


class ForgeFile(FrozenModel):
    kind: Literal["github", "forgejo", "gitea", "gitlab"]
    url: Annotated[
        str,
        WrittenAs(
            FORGE_URL, N_("written as", "must be the forge's own address, https:// and no / last")
        ),
    ]
    repository: Annotated[
        str,
        WrittenAs(
            REPOSITORY,
            N_("written as", "must be owner and name with / between, as in the forge's address"),
        ),
    ]
    ask: Texts | None = None  # reviewers' ids; None: all who have an account there


def load_forge_file(root: Path, problems: Problems) -> ForgeFile | None:
    """None when there is no such file, or when it can't be used, which is told."""
    path = root / FORGE
    document = read_document(path, root, problems) if path.exists() else None
    return validated(document.data, ForgeFile, document, problems) if document else None
