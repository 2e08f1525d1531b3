"""What MkDocs asks of us when it builds our documentation: the pages that do not lie in docs/."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

PROJECT = Path(__file__).resolve().parents[2]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for name in ("CHANGELOG.md", "CONTRIBUTING.md"):
        files.append(File.generated(config, name.lower(), content=as_in_docs(name)))
    return files


def as_in_docs(name: str) -> str:
    """A file at the top of the project, with the links that a page in docs/ would have."""
    text = (PROJECT / name).read_text("utf-8")
    text = re.sub(r"\]\(docs/([^)]+\.md[^)]*)\)", r"](\1)", text)
    text = text.replace("](CHANGELOG.md)", "](changelog.md)")
    # What is no page here is named, without a link.
    return re.sub(r"\[([^]]+)\]\((?:LICENSE|docs/[^)]+)\)", r"\1", text)
