"""A file of Markdown with front matter, or of YAML alone <-> a Document that knows its lines.

Reading guesses nothing: every scalar is the text that stands there (`no` is "no", `0123` is
"0123"); duplicate keys, anchors, aliases and tags are refused with their line. An edit replaces the
text of the value it changes and leaves the rest of the file as it was, comments and order included.
"""

from exempelbank.documents.comments import comments_like_text
from exempelbank.documents.document import Document, body_alone, document_from
from exempelbank.documents.files import LARGEST, raw_of, read_document, text_from, text_of
from exempelbank.documents.sections import BodySection, body_from, body_sections
from exempelbank.documents.yaml_reading import Keys, nodes_of
from exempelbank.documents.yaml_writing import as_yaml
from exempelbank.files.disk import write_atomically

__all__ = [
    "LARGEST",
    "BodySection",
    "Document",
    "Keys",
    "as_yaml",
    "body_alone",
    "body_from",
    "body_sections",
    "comments_like_text",
    "document_from",
    "nodes_of",
    "raw_of",
    "read_document",
    "text_from",
    "text_of",
    "write_atomically",
]
