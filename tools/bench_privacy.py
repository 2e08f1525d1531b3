"""What the privacy rules cost on texts made to be slow to read, and on the files of a build.

    python tools/bench_privacy.py [SIZES] [EXAMPLES]      10,100,1000 (kB) and 1000 unless said

For each kind of text and each size: microseconds of processor time for each character, all rules
together, and the rule that takes the most. A rule that is not linear shows as a figure that grows
from left to right. Then the search for personal numbers in what a build prints, as a share of the
processor time of that build.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools" / "bench")]

from corpus import write_examples  # noqa: E402 - the tool runs from anywhere

from exempelbank.privacy.output_scan import contains_personal_number  # noqa: E402
from exempelbank.privacy.rules import RULES, findings_in  # noqa: E402

# Said over and over.
AWKWARD = (
    *" \n\tAa1[(<{-@.\"'*_`&%\\/|:;,+#~=!?é①å👍",
    *("a\u0301", "\u200b", "\u00ad", "&amp;", "&#49;", "%31", "<!--", "<b>", "<a ", "](", "[a]("),
    *("Kalle ", "Kalle och ", "Kalle, ", "Kalle har ", "Kalle autism ", "Kalle-", "Kalle. "),
    *("assistent ", "Assistent ", "assistent Kalle ", "Kalle är en assistent ", "K. har "),
    *("autism ", "autism. ", "mamma har autism ", "många har autism ", "7B autism "),
    *(
        "en brukare på Solgården autism ",
        "en ",
        "en ung ",
        "att en man ",
        "gruppbostad en man har ",
    ),
    *("rum 3 ", "rumaaa", "lägenhet a ", "34 år, ", "åriga kvinna ", "ett, två, "),
    *("01 ", "81 12 28 ", "811228-9874 ", "811228-9875 ", "0123456789", "1,", "1.1.", "1|", "8 1 "),
    *("070-1 ", "+46 1", "00 1", "0701740618a", "personnummer ", "personnummer O1l"),
    *("a@", "a@a.", "a at ", "snabel-a ", "storgatan ", "Storgatan 1 ", "A gata "),
    *("lösenord: ", "pw=", "kod till en två ", "inlogg a ", "eyJ-", "ghp_", "a://a:", "token="),
    *("SE35 5000 ", "4111 1111 ", "konto 1 ", "bg ", "bit.ly/", "https://a.se "),
    *("[a](https://a.se) ", "Då sa hon att det var bra. "),
)
MIXED = 6  # of three of these each


def texts(size: int) -> Iterator[tuple[str, str]]:
    for said in AWKWARD:
        yield repr(said), (said * (size // len(said) + 1))[:size]
    dice = random.Random(13)
    for number in range(MIXED):
        said = dice.sample(AWKWARD, 3)
        yield f"mixed {number}", "".join(dice.choices(said, k=size))[:size]


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def of_rules(sizes: list[int]) -> None:
    columns = "".join(f"{size // 1000:>7} kB" for size in sizes)
    print(f"Microseconds for each character, all rules\n{'':34}{columns}   most at the first size")
    took: dict[str, list[float]] = {}
    slowest = {}
    for size in sizes:
        for name, text in texts(size):
            all_of_them = seconds(lambda: list(findings_in(text, running=True)))  # noqa: B023
            took.setdefault(name, []).append(all_of_them / size * 1e6)
            if size == sizes[0]:
                each = [(seconds(lambda: list(rule.search(text))), rule.id) for rule in RULES]  # noqa: B023
                most, rule = max(each)
                slowest[name] = f"{rule} {most / size * 1e6:.2f}"
    for name, figures in sorted(took.items(), key=lambda kind: -kind[1][-1]):
        print(f"{name:34}" + "".join(f"{each:10.2f}" for each in figures) + f"   {slowest[name]}")
    print("At most about 2.0 wanted, and no more at the last size than at the first.")


def of_build(examples: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write_examples(examples, root)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "exempelbank", "build", "--clean"],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        build = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        site = root / "site"
        files = [
            (path.relative_to(site).as_posix(), path.read_bytes())
            for path in site.rglob("*")
            if path.is_file()
        ]
    found = list[str]()
    search = seconds(
        lambda: found.extend(uri for uri, raw in files if contains_personal_number(uri, raw))
    )
    megabytes = sum(len(raw) for _uri, raw in files) / 1e6
    print(
        f"\n{examples} examples: {len(files)} files, {megabytes:.0f} MB, searched for personal "
        f"numbers in {search:.2f} s of processor, {search / build:.1%} of the build's "
        f"{build:.1f} s (at most 5 % wanted); false alarms: {', '.join(found) or 'none'}"
    )


def main() -> None:
    sizes, examples = (sys.argv[1:] + ["10,100,1000", "1000"][len(sys.argv) - 1 :])[:2]
    of_rules([int(size) * 1000 for size in sizes.split(",")])
    of_build(int(examples))


if __name__ == "__main__":
    main()
