"""An XML dump of MediaWiki in, a document an article out, one page in memory at a time.

https://www.mediawiki.org/wiki/Help:Export#Export_format; of several revisions of a page the last counts.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO, Final
from urllib.parse import quote

from kg.model import Document, Skipped
from kg.read.extras import need
from kg.read.reader import Reader
from kg.read.sources import Source

_ARTICLES: Final = "0"  # the namespace of articles
_OTHER: Final = ("page of another namespace", "pages of other namespaces")


def _read(source: Source) -> Iterator[Document | Skipped]:
    need(source.path, "dumps of MediaWiki need", "lxml", "mwparserfromhell")
    with source.open() as file:
        yield from _pages(source, file)


def _pages(source: Source, file: BinaryIO) -> Iterator[Document | Skipped]:
    from lxml import etree

    from kg.read.wiki.article import article_of, is_redirect

    redirects = others = 0
    base, last = "", ""
    elements = etree.iterparse(
        file, events=("end",), tag=("{*}page", "{*}base"), resolve_entities=False, no_network=True
    )
    try:
        for _, element in elements:
            if _local(element) == "base":
                base = (element.text or "").rpartition("/")[0]
                continue
            title, namespace, text = _said(element, "title"), _said(element, "ns"), _said(element, "text")
            last = title
            if namespace not in ("", _ARTICLES):
                others += 1
            elif element.find("{*}redirect") is not None or is_redirect(text):
                redirects += 1
            elif title and text:
                words, heading = article_of(text, title)
                yield Document(title, words, heading, _url(base, title), f"{source.path}: {title}", "text/x-wiki")
            _forget(element)
    except etree.XMLSyntaxError as error:
        place = f"after the page {last!r}" if last else "at all"
        yield Skipped(source.path, f"not XML that can be read {place}: {error.msg}")
    if not last and elements.root is not None and _local(elements.root) != "mediawiki":
        yield Skipped(source.path, "XML, but no dump of MediaWiki")
    if redirects or others:
        counts = [_counted(redirects, "redirect", "redirects"), _counted(others, *_OTHER)]
        yield Skipped(source.path, f"no articles: {', '.join(filter(None, counts))}")


def _counted(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}" if count else ""


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _said(page: Any, name: str) -> str:
    """The text of the last element of this name."""
    found = page.findall(f".//{{*}}{name}")
    return (found[-1].text or "") if found else ""


def _url(base: str, title: str) -> str | None:
    return f"{base}/{quote(title.replace(' ', '_'), safe='/:()_,')}" if base else None


def _forget(page: Any) -> None:
    """Free a page, and what stands before it: the tree would grow with the dump."""
    page.clear()
    while page.getprevious() is not None:
        del page.getparent()[0]


def _fits(head: bytes) -> bool:
    return b"<mediawiki" in head


DUMP: Final = Reader((".xml",), _fits, _read)
