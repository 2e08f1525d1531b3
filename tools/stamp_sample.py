"""Set the content hash of everything that is published to that of the text it holds.

For the sample content only, which nobody has reviewed: it makes any text count as approved. A real
example gets its hash from `exempelbank approve`.

    python tools/stamp_sample.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from exempelbank.documents import write_atomically
from exempelbank.model.kinds import PUBLISHED
from exempelbank.problems import Problems
from exempelbank.records import load_records
from exempelbank.settings import load_settings

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    problems = Problems()
    settings = load_settings(ROOT, problems)
    if settings and not settings.organisation.sample_data:
        sys.exit("This is not sample content: site_config/organisation.yml lacks sample_data: yes.")
    published = (one for kind in PUBLISHED for one in load_records(kind, ROOT, problems))
    for document, record in published:
        stamped = record.content_hash()
        if stamped != record.review.content_hash:
            document = document.with_value(("review", "content_hash"), stamped)
            write_atomically(ROOT / document.path, document.text)
            print(f"stamped: {document.path}")
    print(*problems, sep="\n", file=sys.stderr)
    return 1 if problems.errors else 0


if __name__ == "__main__":
    sys.exit(main())
