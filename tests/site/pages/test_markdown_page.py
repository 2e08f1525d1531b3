"""Pages that people write in Markdown and HTML."""

from exempelbank.markdown_pages import MarkdownPage, PageFrontMatter
from exempelbank.site.markdown_page import page_from_markdown
from exempelbank.site.rendering.environment import environment
from exempelbank.text.links import AT_ROOT
from tests.builders import sample_settings


def test_no_reference_to_a_turning_or_hidden_character_reaches_the_page():
    written = MarkdownPage("om/", PageFrontMatter(title="Om &#x202e;"), "", "content/pages/om.md")
    html = "<p>a&#x202e;b&#8238;c&#27;d &aring;&#229;</p><code>&amp;#x202e;</code>"

    page = page_from_markdown(written, html, AT_ROOT, {}, environment(sample_settings()))

    assert "<p>abcd åå</p><code>&amp;#x202e;</code>" in page.html
    assert "Om &amp;#x202e;" in page.html, "what is no HTML is shown as it was written"
