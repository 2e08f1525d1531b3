"""Hunspell's Swedish dictionary -> generator/exempelbank/search/ordinary_words.txt.

    apt-get download hunspell-sv && dpkg -x hunspell-sv_*.deb DIR
    python tools/ordinary_words.py DIR/usr/share/hunspell

The ordinary words are the nouns that at least two other words of the dictionary are made of: what
compounds are made of on any site, also on one that never uses the word alone.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from hunspell_paradigms import Dictionary

TARGET = Path(__file__).parents[1] / "generator" / "exempelbank" / "search" / "ordinary_words.txt"
LEAST = 2  # compounds that a word is part of
HEADER = """\
# Ordinary Swedish nouns that compounds are made of. Made by tools/ordinary_words.py from the
# dictionary sv_SE.dic of Debian's package hunspell-sv 1:7.5.0-1, of SFOL.
# Copyright 2003-2014 Göran Andersson <goran@init.se>
# Licence of the dictionary and of this list: LGPL-3.0-only, https://www.gnu.org/licenses/lgpl-3.0.html
# SHA-256 of the dictionary: {digest}
"""


def main() -> None:
    folder = Path(sys.argv[1])
    parts = Dictionary(folder).parts()
    words = sorted(word for word, count in parts.items() if count >= LEAST)
    digest = hashlib.sha256((folder / "sv_SE.dic").read_bytes()).hexdigest()
    TARGET.write_text(HEADER.format(digest=digest) + "\n".join(words) + "\n", "utf-8")
    print(f"{len(words)} words, {TARGET.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
