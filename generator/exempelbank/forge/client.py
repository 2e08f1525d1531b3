"""A question to a forge's API -> its answer, or a ForgeError in words for people.

The token goes to the address of the API and nowhere else: no redirect is followed, and only https
is spoken, but to this computer. What reads is asked again when the forge stumbles, and so is what
may be repeated without harm. What would be done twice is not, unless the forge says that it did
nothing.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NoReturn, TypeVar
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3

from exempelbank.exceptions import (
    ForgeDenied,
    ForgeError,
    ForgeNotFound,
    ForgeRefused,
    ForgeUnavailable,
)
from exempelbank.forge.address import TOKEN, ForgeAddress, Token
from exempelbank.i18n import _

MOST_BYTES = 20_000_000  # of an answer
MOST_PAGES = 500
TIMEOUT = urllib3.Timeout(connect=10, read=30)
ATTEMPTS = 4
LONGEST_WAIT = 120  # seconds, when the forge asks us to come back later

T = TypeVar("T")
Convert = Callable[[Any], T]
QueryValue = str | int | bool
Sleep = Callable[[float], None]


@dataclass(frozen=True)
class Client:
    address: ForgeAddress
    headers: Mapping[str, str] = field(repr=False)
    token: Token
    page_size: Mapping[str, int]
    # A list goes on as long as the forge says so; otherwise until a page is empty.
    pages_by_link: bool = True
    sleep: Sleep = time.sleep  # seconds; may say so when it takes long

    def get(self, path: str, convert: Convert[T], **query: QueryValue) -> T:
        return self.converted(convert, self._json("GET", path, query)[0])

    def pages(self, path: str, convert: Convert[T], **query: QueryValue) -> Iterator[T]:
        """Everything in a list, page after page."""
        for page in range(1, MOST_PAGES + 1):
            asked = {**query, **self.page_size, "page": page}
            answer, headers = self._json("GET", path, asked)
            items = self.converted(list, answer)
            yield from (self.converted(convert, item) for item in items)
            if not items or (self.pages_by_link and 'rel="next"' not in headers.get("link", "")):
                return
        raise ForgeRefused(self.address.where, _("holds more than can be read at once"))

    def send(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None,
        convert: Convert[T],
        repeatable: bool | None = None,
    ) -> T:
        """`repeatable`: to do it twice is to do it once. Of itself so of all but POST."""
        again = method != "POST" if repeatable is None else repeatable
        return self.converted(convert, self._json(method, path, {}, body, again)[0])

    # ---- One question ----

    def _json(
        self,
        method: str,
        path: str,
        query: Mapping[str, QueryValue],
        body: Mapping[str, Any] | None = None,
        repeatable: bool = True,
    ) -> tuple[Any, Mapping[str, str]]:
        url = path if "://" in path else f"{self.address.api}{path}"
        url += f"?{urlencode(query)}" if query else ""
        for attempt in range(1, ATTEMPTS + 1):
            last = attempt == ATTEMPTS
            try:
                status, headers, content = self._ask(method, url, body)
            except urllib3.exceptions.SSLError as why:
                raise self._not_trusted() from why
            except (urllib3.exceptions.HTTPError, OSError) as why:
                unsent = isinstance(why, urllib3.exceptions.NewConnectionError)
                if last or not (repeatable or unsent):
                    raise self._no_answer() from why
                self.sleep(2 ** (attempt - 1))
                continue
            if status < 300:
                return self._parsed(content), headers
            wait = _asked_to_wait(status, headers, content)
            if wait is not None:  # it was not done, so anything may be repeated
                if last or wait > LONGEST_WAIT:
                    raise self._too_many_questions(wait)
                self.sleep(wait)
            elif status >= 500 and repeatable and not last:
                self.sleep(2 ** (attempt - 1))
            else:
                self._raise(status, headers, content)
        raise AssertionError  # the last attempt returns or raises

    def _ask(
        self, method: str, url: str, body: Mapping[str, Any] | None
    ) -> tuple[int, Mapping[str, str], bytes]:
        sent = None if body is None else json.dumps(body).encode()
        headers = {
            "User-Agent": "exempelbank",
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            **self.headers,
        }
        if sent is not None:
            headers["Content-Type"] = "application/json"
        answer = pool_for(url).request(
            method,
            url,
            body=sent,
            headers=headers,
            redirect=False,
            retries=False,
            timeout=TIMEOUT,
            preload_content=False,
        )
        try:
            content = answer.read(MOST_BYTES + 1, decode_content=True)
            while len(content) <= MOST_BYTES and (more := answer.read(65536, decode_content=True)):
                content += more
        finally:
            answer.close()
        if len(content) > MOST_BYTES:
            raise ForgeRefused(self.address.where, _("answers with more than can be read at once"))
        return answer.status, {k.lower(): v for k, v in answer.headers.items()}, content

    def _parsed(self, content: bytes) -> Any:
        try:
            return json.loads(content) if content.strip() else None
        except ValueError as why:
            raise self._not_understood() from why

    def converted(self, convert: Convert[T], answer: Any) -> T:
        try:
            return convert(answer)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as why:
            raise self._not_understood() from why

    # ---- What went wrong ----

    def _raise(self, status: int, headers: Mapping[str, str], content: bytes) -> NoReturn:
        where, said = self.address.where, self._said(content)
        if 300 <= status < 400:
            host = urlsplit(headers.get("location", "")).hostname or self.address.host
            raise ForgeRefused(
                where,
                _("has moved, and nothing is sent on: it points to {host}").format(host=host),
                _("Write the new address and name in site_config/forge.yml."),
            )
        if status == 401:
            raise ForgeDenied(
                where,
                _("the forge does not accept the token"),
                _("It may have expired. Make a new one, and put it in {name}.").format(name=TOKEN),
            )
        if status == 403:
            raise ForgeDenied(
                where,
                _("the token may not do this") + said,
                _("Give it the rights that the guide lists: docs/plattformar.md."),
            )
        if status == 404:
            raise ForgeNotFound(
                where,
                _("the forge knows no such thing, or the token may not see it") + said,
                _("See that name and address are right, and that the token may read the project."),
            )
        if status >= 500:
            raise self._no_answer(status)
        raise ForgeRefused(where, _("the forge said no") + said)

    def _said(self, content: bytes) -> str:
        """The forge's own words, on one line and without the token."""
        try:
            answer = json.loads(content)
        except ValueError:
            return ""
        if not isinstance(answer, dict):
            return ""
        words = [answer.get("message") or answer.get("error") or ""]
        errors = answer.get("errors")
        if isinstance(errors, list):
            words += [
                each.get("message", "") if isinstance(each, dict) else each for each in errors
            ]
        text = " ".join(str(word) for word in words if word)
        text = re.sub(r"\s+", " ", text).replace(self.token.value, "…").strip()
        return f": {text[:200]}" if text else ""

    def _no_answer(self, status: int = 0) -> ForgeError:
        return ForgeUnavailable(
            self.address.where,
            _("the forge does not answer as it should") + (f" ({status})" if status else ""),
            _("Run the same again later: what has been done is found, and not done twice."),
        )

    def _not_trusted(self) -> ForgeError:
        return ForgeRefused(
            self.address.where,
            _("this computer does not trust the forge's certificate, so nothing was sent"),
            _(
                "Ask those who run it for the certificate of their authority, and name its file in "
                "the environment variable SSL_CERT_FILE."
            ),
        )

    def _too_many_questions(self, wait: float) -> ForgeError:
        minutes = max(1, round(wait / 60))
        return ForgeUnavailable(
            self.address.where,
            _("the forge takes no more questions for now"),
            _("Run the same again in {n} min: what has been done is not done twice.").format(
                n=minutes
            ),
        )

    def _not_understood(self) -> ForgeError:
        return ForgeRefused(
            self.address.where,
            _("what answers is no {kind} that this program knows").format(kind=self.address.kind),
            _("See that the address in site_config/forge.yml is the forge's own."),
        )


def _asked_to_wait(status: int, headers: Mapping[str, str], content: bytes) -> float | None:
    """Seconds, when the forge has had too many questions."""
    if status not in (403, 429):
        return None
    after = headers.get("retry-after", "")
    if after.isdigit():
        return int(after)
    if headers.get("x-ratelimit-remaining", headers.get("ratelimit-remaining")) == "0":
        reset = headers.get("x-ratelimit-reset", headers.get("ratelimit-reset", ""))
        now = datetime.now(UTC).timestamp()
        return max(1.0, float(reset) - now) if reset.isdigit() else 60
    return 60 if status == 429 or b"secondary rate limit" in content else None


def pool_for(url: str) -> urllib3.PoolManager:
    """By way of the environment's proxy, if it names one. The same pool for the same way."""
    parts = urlsplit(url)
    loopback = parts.hostname in ("127.0.0.1", "localhost", "::1")
    if parts.scheme != "https" and not loopback:
        raise ForgeRefused(parts.hostname or "", _("the token is sent over https alone"))
    proxy = getproxies().get(parts.scheme, "")
    if loopback or not proxy or proxy_bypass(parts.netloc):
        proxy = ""
    if proxy not in _pools:
        _pools[proxy] = _proxy_pool(proxy) if proxy else urllib3.PoolManager()
    return _pools[proxy]


def _proxy_pool(proxy: str) -> urllib3.PoolManager:
    parts = urlsplit(proxy)
    named = f"{parts.username}:{parts.password or ''}" if parts.username else None
    headers = urllib3.make_headers(proxy_basic_auth=named) if named else None
    return urllib3.ProxyManager(proxy, proxy_headers=headers)


_pools: dict[str, urllib3.PoolManager] = {}
