"""A page written by hand that has several parts leads to each of them."""

import re

from exempelbank.plugin.preview import Preview
from tests.rules.trial import a_small_project
from tests.site.builders import write


def leads_of(html: str) -> list[tuple[str, str]]:
    contents = html.partition('class="eb-signposts__parts"')[2].partition("</ul>")[0]
    return re.findall('<a href="#([^"]+)">([^<]+)</a>', contents)


def test_each_part_of_the_sample_is_led_to_and_is_there(built_site):
    for page in ("om", "tillganglighet"):
        html = (built_site / page / "index.html").read_text("utf-8").partition("<footer")[0]

        leads = leads_of(html)
        assert len(leads) > 3
        assert [place for place, _text in leads] == re.findall('<h2 id="([^"]+)">', html)


def test_the_highest_headings_are_the_parts_and_two_need_no_contents(tmp_path):
    root = a_small_project(tmp_path)
    parts = "# Ett & *två*\n\n## `Tre` {#eget}\n\n### Inte med\n\n!!! note\n    a\n\n## Menu\n"
    write(root, "content/pages/om/lang.md", f"---\ntitle: A\n---\n{parts}")
    write(root, "content/pages/om/kort.md", "---\ntitle: A\n---\n## Ett\n\n## Två\n\n### Tre\n")
    preview = Preview(root, "https://x.example/")

    long, short = (preview.content(f"om/{name}/index.html").decode() for name in ("lang", "kort"))

    assert leads_of(long) == [("ett-tva", "Ett &amp; två"), ("eget", "Tre"), ("menu-text", "Menu")]
    assert "eb-signposts" not in short
