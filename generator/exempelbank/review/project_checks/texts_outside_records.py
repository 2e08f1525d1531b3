"""What is no record and meets readers all the same, held to the privacy rules."""

from __future__ import annotations

from pathlib import Path

from exempelbank.checks.privacy import check_settings_file, check_words
from exempelbank.checks.texts import check_plain_text
from exempelbank.documents import read_document
from exempelbank.files.paths import CONFIG, MEDIA
from exempelbank.privacy.texts import texts_in
from exempelbank.problems import Location, Problems


def check_texts_outside_records(root: Path, problems: Problems) -> None:
    """The words in the settings, the names of pictures. A file that can't be read is told of where
    it is read for what it is; of pages written by hand, see exempelbank.markdown_pages.
    """
    for path in sorted((root / CONFIG).glob("*.yml")):
        if document := read_document(path, root, Problems()):
            problems.found += check_settings_file(document)
            for text in texts_in(document, document.data):
                problems.found += check_plain_text(text)
    for path in sorted((root / MEDIA).glob("*")):
        problems.found += check_words(Location(path.relative_to(root).as_posix()), path.name)
