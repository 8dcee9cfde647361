"""The title that stands over a page, or came with it: a document and its blocks in, the title's span out."""

import re
from typing import Final

from kg.annotate.films.columns import is_column
from kg.lexis.titles import QUOTED, YEAR
from kg.model import Block, BlockKind, Document, Span

_AFTER_TITLE: Final = re.compile(
    rf"\s*(?:[(\[](?:[^()\[\]]*?\b)?(?:film|movie|{YEAR})[^()\[\]]*[)\]]|[-–—|:]\s*(?:movie\s|film\s|blu-ray\s|dvd\s"
    r"|4k\s(?:uhd\s)?|book\s(?:&|and)\s)*(?:reviews?|synopsis"
    rf"|plot(?:\ssummary)?|cast|ratings?|wikipedia|imdb)\b.*"
    r"|\s(?:poster|trailers?|reviews?|movie review|film review|synopsis|plot summary|user reviews|ratings(?:\s(?:&"
    r"|and)\sreviews)?|official trailer))*\s*$",
    re.IGNORECASE,
)
_BEFORE_TITLE: Final = re.compile(
    r"^(?:(?:film|movie)?\s*reviews?(?:\sof)?\s?[:–—-]\s*|watch\s(?=\S+\s)|title:\s*)", re.IGNORECASE
)
_TITLE_FIELDS: Final = frozenset({"title", "name", "film", "movie", "original title"})


def headed_title(document: Document, blocks: tuple[Block, ...]) -> Span | None:
    """The title of the first title heading, without year, "(film)" and the names of page parts."""
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.label == "title":
            if span := _bare_title(document.text, block.span):
                return span
        elif block.kind is BlockKind.FIELD and block.label.casefold() in _TITLE_FIELDS:
            return block.body
    return None


def _bare_title(text: str, span: Span) -> Span | None:
    words = span.of(text)
    start = m.end() if (m := _BEFORE_TITLE.match(words)) else 0
    tail = _AFTER_TITLE.search(words, start)
    bare = words[start : tail.start() if tail else len(words)].rstrip(" ,:–—-")
    quoted = re.fullmatch(QUOTED, bare)
    left, right = (1, 1) if quoted else (0, 0)
    if len(bare) <= left + right or is_column(words):
        return None
    return Span(span.start + start + left, span.start + start + len(bare) - right)


def given_title(document: Document) -> Span | None:
    """The title that came with the document, where its text holds it."""
    if document.title:
        bare = _AFTER_TITLE.sub("", document.title).strip()
        at = document.text.find(bare) if bare else -1
        if at >= 0:
            return Span(at, at + len(bare))
    return None
