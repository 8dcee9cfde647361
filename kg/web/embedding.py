"""A web page and a script element in; the page with that element, all else byte for byte as it was, out."""

from html.parser import HTMLParser
from typing import Final

from kg.errors import InputError
from kg.web.snippets import MARK

_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")  # byte order marks of UTF-16


def embedded(page: bytes, iri: str, script: str) -> bytes:
    """The page with `script` in place of the block about `iri`, or before the end of its head when there is none.

    A page without a head gets it before the end of its body, one without either at its end. InputError for UTF-16.
    """
    if page.startswith(_WIDE) or b"\0" in page:
        raise InputError("the page is in UTF-16 or binary; save it as UTF-8")
    text = page.decode("latin-1")  # a character a byte, so that places in the text are places in the page
    found = _Places(text, iri)
    if found.block:
        start, end = found.block
        return page[:start] + script.encode("ascii") + page[end:]
    place = next((p for p in (found.head, found.body) if p is not None), len(page))
    newline = "\r\n" if "\r\n" in text else "\n"
    return page[:place] + (script + newline).encode("ascii") + page[place:]


class _Places(HTMLParser):
    """Where in a page its head and its body end, and where the block about a thing is; comments hold none of these."""

    def __init__(self, text: str, iri: str) -> None:
        super().__init__()
        self._text = text
        self._iri = iri
        self._starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
        self._open: int | None = None
        self.head: int | None = None
        self.body: int | None = None
        self.block: tuple[int, int] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where the block about the thing begins."""
        if tag == "script" and (MARK, self._iri) in attrs and self.block is None:
            self._open = self._place()

    def handle_endtag(self, tag: str) -> None:
        """Note where head, body and block end."""
        place = self._place()
        end = self._text.find(">", place) + 1
        if tag == "script" and self._open is not None and end:
            self.block = self._open, end
            self._open = None
        elif tag == "head" and self.head is None:
            self.head = place
        elif tag == "body":
            self.body = place

    def _place(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column
