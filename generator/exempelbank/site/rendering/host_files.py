"""What the host is asked to say, in the words of each kind of host: the headers of `security`, the
page for what is not there, what may be kept, and what files are.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from exempelbank.rules.urls import base_path
from exempelbank.settings import Settings
from exempelbank.site.rendering.security import headers

# What is in assets/ changes its name with its content.
FOR_EVER = "public, max-age=31536000, immutable"
_UTF_8 = "; charset=utf-8"
# Of the files that a site may hold and that IIS does not know in all its versions.
_TYPES = {
    ".avif": "image/avif",
    ".csv": f"text/csv{_UTF_8}",
    ".ics": f"text/calendar{_UTF_8}",
    ".json": f"application/json{_UTF_8}",
    ".mjs": f"text/javascript{_UTF_8}",
    ".svg": "image/svg+xml",
    ".txt": f"text/plain{_UTF_8}",
    ".webmanifest": f"application/manifest+json{_UTF_8}",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}


def host_files(settings: Settings) -> Mapping[str, bytes]:
    """Name of file -> its bytes."""
    root = base_path(settings).rstrip("/")
    said = headers(settings)
    return {
        "_headers": _netlify(root, said).encode(),
        ".htaccess": _apache(root, said).encode(),
        "web.config": _iis(said).encode(),
    }


def _netlify(root: str, said: Mapping[str, str]) -> str:
    """Cloudflare Pages reads it too."""
    everywhere = "".join(f"  {name}: {value}\n" for name, value in said.items())
    return f"{root}/*\n{everywhere}{root}/assets/*\n  Cache-Control: {FOR_EVER}\n"


def _apache(root: str, said: Mapping[str, str]) -> str:
    everywhere = "".join(f'  Header always set {name} "{value}"\n' for name, value in said.items())
    return (
        f"ErrorDocument 404 {root}/404.html\n"
        "AddDefaultCharset utf-8\n"
        "<IfModule mod_headers.c>\n"
        f"{everywhere}"
        f'  <If "%{{REQUEST_URI}} =~ m#^{root}/assets/#">\n'
        f'    Header set Cache-Control "{FOR_EVER}"\n'
        "  </If>\n"
        "</IfModule>\n"
    )


def _iis(said: Mapping[str, str]) -> str:
    """Each thing is removed before it is added: IIS answers 500 to what its server says already."""
    everywhere = "".join(_header(name, value) for name, value in said.items())
    types = "".join(
        f'      <remove fileExtension="{end}" />\n'
        f'      <mimeMap fileExtension="{end}" mimeType="{kind}" />\n'
        for end, kind in _TYPES.items()
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        "<configuration>\n"
        "  <system.webServer>\n"
        "    <defaultDocument>\n      <files>\n"
        '        <clear />\n        <add value="index.html" />\n'
        "      </files>\n    </defaultDocument>\n"
        # A file, and not an address: so the answer stays 404.
        '    <httpErrors errorMode="Custom" existingResponse="Auto">\n'
        '      <remove statusCode="404" />\n'
        '      <error statusCode="404" path="404.html" responseMode="File" />\n'
        "    </httpErrors>\n"
        "    <httpProtocol>\n      <customHeaders>\n"
        f"{everywhere}"
        "      </customHeaders>\n    </httpProtocol>\n"
        f"    <staticContent>\n{types}    </staticContent>\n"
        "  </system.webServer>\n"
        '  <location path="assets">\n'
        "    <system.webServer>\n"
        "      <httpProtocol>\n      <customHeaders>\n"
        f"{_header('Cache-Control', FOR_EVER)}"
        "      </customHeaders>\n      </httpProtocol>\n"
        "    </system.webServer>\n"
        "  </location>\n"
        "</configuration>\n"
    )


def _header(name: str, value: str) -> str:
    added = f'<add name="{name}" value={quoteattr(value)} />'
    return f'        <remove name="{name}" />\n        {added}\n'
