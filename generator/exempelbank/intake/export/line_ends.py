"""Text with delimiters -> where its lines end: by LF, CRLF or an old Mac's CR."""

from __future__ import annotations

from exempelbank.intake import limits


class LineEnds:
    """To be asked from the beginning to the end."""

    def __init__(self, raw: bytes, delimiter: bytes) -> None:
        self.delimiters = 0  # in the heading; 0: not known yet
        self._raw, self._delimiter = raw, delimiter
        self._feed = self._return = -1  # the latest found

    def after(self, at: int) -> int:
        """Where the line from `at` ends. A CR in the middle of a row that is as wide as the heading
        belongs to a cell: not every program puts quotation marks around it.
        """
        feed, carriage_return = self.feed_after(at), self._return_after(at)
        if carriage_return >= feed - 1:
            return feed
        if self.delimiters and feed - at <= limits.RESPONSE:  # or CR alone would take time squared
            line = self._raw[at:feed].rstrip(b"\r")
            is_row = b'"' not in line and line.count(self._delimiter) == self.delimiters
            if is_row and b"\r" in line:
                return feed
        return carriage_return

    def feed_after(self, at: int) -> int:
        if self._feed < at:
            self._feed = _found(self._raw, b"\n", at)
        return self._feed

    def _return_after(self, at: int) -> int:
        if self._return < at:
            self._return = _found(self._raw, b"\r", at)
        return self._return


def _found(raw: bytes, sign: bytes, at: int) -> int:
    found = raw.find(sign, at)
    return found if found >= 0 else len(raw)
