"""An HTML file in, its document out: what the page says in words, and below that what it says in markup."""

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.lexis.data import write_data
from kg.model import Document, Skipped
from kg.read.decoding import decode
from kg.read.extras import need
from kg.read.reader import Reader
from kg.read.sources import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAG: Final = re.compile(rb"<!doctype html|<html|<head|<body|<title|<div|<h1|<p[\s>]", re.I)
_BOMS: Final = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_NOT_ASCII: Final = ("utf-16", "utf-32")  # a page cannot declare them in ASCII and be right
_LARGEST: Final = 32_000_000  # bytes; the parser takes some ten times as much memory
_DECLARED: Final = re.compile(r"^\s*<\?xml[^>]*\?>")


def _read(source: Source) -> Iterator[Document | Skipped]:
    need(source.path, "web pages need", "extruct", "trafilatura")
    with source.open() as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        yield Skipped(source.path, f"larger than {_LARGEST // 1_000_000} MB, as no page for people is")
    elif (html := _decoded(data)) is None:
        yield Skipped(source.path, "binary, or in an unknown encoding: save it as UTF-8")
    elif (tree := _parsed(html)) is None:
        yield Skipped(source.path, "empty: there is no element in it")
    else:
        try:
            yield from list(_document(source, tree))
        except Exception as error:  # three libraries are at work on whatever people call HTML
            yield Skipped(source.path, f"no page that can be read: {type(error).__name__}: {error}")


def _document(source: Source, tree: "HtmlElement") -> Iterator[Document | Skipped]:
    from kg.read.web.data import films
    from kg.read.web.nodes import markups
    from kg.read.web.text import text_of

    text, title = text_of(tree)
    found = list(markups(tree))
    data = [film for markup in found for film in films(markup.syntax, markup.nodes)]
    url = next((str(href) for href in tree.xpath("//link[@rel='canonical']/@href") if href.startswith("http")), None)
    yield from (Skipped(source.path, f"in part: {problem}") for markup in found for problem in markup.problems)
    whole = "\n\n".join(filter(None, [text, write_data(data)]))
    yield Document(source.id, whole, title, url, source.path, "text/html")


def _decoded(data: bytes) -> str | None:
    """The text by its byte order mark, as UTF-8 if it can be, as what the page declares, or as its bytes look.

    No text with an accent in it is UTF-8 by chance, but many a page in UTF-8 declares something else.
    """
    from w3lib.encoding import html_body_declared_encoding

    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    declared = html_body_declared_encoding(data) or "utf-8"
    for encoding in ("utf-8", declared) if not declared.startswith(_NOT_ASCII) else ("utf-8",):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):  # it is not what it says
            continue
    return decode(data)


def _parsed(html: str) -> "HtmlElement | None":
    """The tree of a page, however broken; entities are not expanded, and nothing is fetched."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    text = _DECLARED.sub("", html.replace("\0", ""))
    try:
        return document_fromstring(text, parser=HTMLParser(encoding="utf-8", no_network=True, remove_comments=True))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _fits(head: bytes) -> bool:
    return bool(_TAG.search(head))


WEB_PAGE: Final = Reader((".html", ".htm", ".xhtml"), _fits, _read)
