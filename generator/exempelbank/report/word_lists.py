"""word_lists.yml: words to look for in Swedish texts, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from exempelbank.documents import document_from


@cache
def word_lists() -> Mapping[str, Any]:
    file = Path(__file__).with_name("word_lists.yml")
    return document_from(file.name, file.read_text("utf-8")).data
