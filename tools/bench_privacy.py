"""What the privacy rules cost on texts made to be slow to read, and on the files of a build.

    python tools/bench_privacy.py [SIZES]      10,100,1000 (kB) unless said

Prints the microseconds of processor time for each character, for each kind of text at each size:
all rules together, and the rule that takes the most. A rule that is not linear shows as a figure
that grows from left to right.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.privacy.rules import RULES, findings_in  # noqa: E402 - the tool runs from anywhere

# Said over and over.
AWKWARD = {
    name: said
    for said in (
        *" \n\t",
        *"Aa1[(<{-@.\"'*_`&%\\/|:;,+#~=!?é①",
        "a\u0301", "\u200b", "\u00ad", "å", "👍",
        "Kalle ", "Kalle och ", "Kalle, ", "Kalle har ", "Kalle autism ", "Kalle-", "Kalle. ",
        "assistent ", "Assistent ", "assistent Kalle ", "Kalle är en assistent ",
        "autism ", "autism. ", "mamma har autism ", "en brukare på Solgården autism ",
        "många har autism ", "K. har ", "7B autism ", "rum 3 ", "rumaaa", "lägenhet a ", "34 år, ",
        "01 ", "81 12 28 ", "811228-9874 ", "811228-9875 ", "0123456789", "1,", "1.1.", "1|", "8 1 ",
        "070-1 ", "+46 1", "00 1", "0701740618a", "personnummer ", "personnummer O1l",
        "a@", "a@a.", "a at ", "snabel-a ", "storgatan ", "Storgatan 1 ", "A gata ",
        "lösenord: ", "pw=", "kod till en två ", "inlogg a ", "eyJ-", "ghp_", "a://a:", "token=",
        "SE35 5000 ", "4111 1111 ", "konto 1 ", "bg ", "bit.ly/", "https://a.se ", "[a](https://a.se) ",
        "](", "[a](", "<b>", "<a ", "&amp;", "&#49;", "%31", "<!--", "en ", "en ung ", "att en man ",
        "gruppbostad en man har ", "åriga kvinna ", "ett, två, ", "Då sa hon att det var bra. ",
    )
    for name in [said]
}  # fmt: skip


def texts(size: int) -> Iterator[tuple[str, str]]:
    for name, said in AWKWARD.items():
        yield repr(name), (said * (size // len(said) + 1))[:size]
    dice = random.Random(13)
    for number in range(6):
        mixed = dice.sample([*AWKWARD.values()], 3)
        yield f"mixed {number}", "".join(dice.choices(mixed, k=size))[:size]


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    sizes = [int(size) * 1000 for size in (sys.argv[1:] or ["10,100,1000"])[0].split(",")]
    columns = "".join(f"{size // 1000:>7} kB" for size in sizes)
    print(f"Microseconds for each character, all rules\n{'':34}{columns}   most at the last size")
    by_kind: dict[str, list[float]] = {}
    slowest: dict[str, str] = {}
    for size in sizes:
        for name, text in texts(size):
            took = seconds(lambda: list(findings_in(text, running=True)))  # noqa: B023
            by_kind.setdefault(name, []).append(took / size * 1e6)
            if size == sizes[-1]:
                each = [(seconds(lambda: list(rule.search(text))), rule.id) for rule in RULES]  # noqa: B023
                most, rule = max(each)
                slowest[name] = f"{rule} {most / size * 1e6:.2f}"
    for name, took in sorted(by_kind.items(), key=lambda kind: -kind[1][-1]):
        print(f"{name:34}" + "".join(f"{each:10.2f}" for each in took) + f"   {slowest[name]}")


if __name__ == "__main__":
    main()
