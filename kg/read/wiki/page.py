"""A file of wiki text in, its document out."""

from collections.abc import Iterator
from typing import Final

from kg.model import Document, Skipped
from kg.read.decoding import decode
from kg.read.extras import need
from kg.read.reader import Reader
from kg.read.sources import Source

_HEAD: Final = (b"{{", b"'''", b"[[")


def _read(source: Source) -> Iterator[Document | Skipped]:
    need(source.path, "wiki text needs", "mwparserfromhell")
    from kg.read.wiki.article import article_of, is_redirect

    with source.open() as file:
        text = decode(file.read())
    if text is None:
        yield Skipped(source.path, "binary, or in an unknown encoding: save it as UTF-8 text")
    elif is_redirect(text):
        yield Skipped(source.path, "a redirect to another page")
    else:
        words, title = article_of(text, None)
        yield Document(source.id, words, title, path=source.path, media_type="text/x-wiki")


def _fits(head: bytes) -> bool:
    return head.lstrip().startswith(_HEAD)


WIKI_TEXT: Final = Reader((".wiki", ".mediawiki", ".wikitext"), _fits, _read)
