"""What MkDocs asks of us when it builds our documentation: the pages that do not lie in docs/."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from reference import fields_page, settings_page  # beside this file

PROJECT = Path(__file__).resolve().parents[2]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    pages = {
        "installningar.md": settings_page(),
        "falt.md": fields_page(),
        "changelog.md": as_in_docs("CHANGELOG.md"),
        "contributing.md": as_in_docs("CONTRIBUTING.md"),
    }
    for name, content in pages.items():
        files.append(File.generated(config, name, content=content))
    style_sheet = Path(__file__).with_name("docs.css")
    files.append(File.generated(config, style_sheet.name, abs_src_path=str(style_sheet)))
    return files


def as_in_docs(name: str) -> str:
    """A file at the top of the project, with the links that a page in docs/ would have."""
    text = (PROJECT / name).read_text("utf-8")
    text = re.sub(r"\]\(docs/([^)]+\.md[^)]*)\)", r"](\1)", text)
    text = text.replace("](CHANGELOG.md)", "](changelog.md)")
    # What is no page here is named, without a link.
    return re.sub(r"\[([^]]+)\]\((?:LICENSE|docs/[^)]+)\)", r"\1", text)
