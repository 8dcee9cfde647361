"""Evidence and texts in; for every statement, the sentences that make it, with the words marked, out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.export.quotations import Quotation, document_names, quotations
from kg.lexis.sentences import sentences
from kg.model import Span
from kg.vocab import term

LONGEST: Final = 240  # characters of the words, and of the sentence at either side of them
_PASSAGE: Final = 900  # characters that several quotes are shown in together
SHOWN: Final = 3  # sentences behind one fact; the pages of its documents have them all


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in their sentence; `place` is the page of the document, `anchor` the place of the words on it."""

    before: str
    words: str
    after: str
    document: str
    place: str
    anchor: str
    rule: str
    confidence: str
    stated: tuple[ox.Triple, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document in pieces, each with whether it is quoted, and the quotes that lie in it."""

    pieces: tuple[tuple[str, bool], ...]
    quotes: tuple[Quote, ...]

    def words(self) -> list[tuple[Quote, list[ox.Triple]]]:
        """Each quote once, with all that is read in its words."""
        found: dict[str, tuple[Quote, list[ox.Triple]]] = {}
        for quote in self.quotes:
            found.setdefault(quote.anchor, (quote, []))[1].extend(quote.stated)
        return list(found.values())


class Quotes:
    """The quotes behind each statement; `texts` are those of the documents, by id."""

    def __init__(self, store: ox.Store, texts: Mapping[str, str], pages: Mapping[str, str]) -> None:
        self._names = document_names(store.quads_for_pattern(None, term("schema:identifier"), None))
        self._texts = texts
        self._pages = pages
        evidence = {q.graph_name for q in store.quads_for_pattern(None, term("rdf:type"), term("kg:Evidence"))}
        said = [q for graph in evidence for q in store.quads_for_pattern(None, None, None, graph)]
        self._by_statement: dict[ox.Triple, list[Quotation]] = defaultdict(list)
        self._by_document: dict[str, list[Quotation]] = defaultdict(list)
        for quotation in quotations(said):
            if quotation.status == "Asserted":
                self._by_document[quotation.document].append(quotation)
                for statement in quotation.statements:
                    self._by_statement[statement].append(quotation)

    def behind(self, subject: object, relation: str, value: object) -> tuple[Quote, ...]:
        """The first sentences that state this, one a document before two of the same."""
        try:
            found = self._by_statement.get(ox.Triple(subject, term(relation), value), [])  # type: ignore[arg-type]
        except TypeError:  # a literal as subject, which an inverse asks for
            return ()
        firsts = {q.document: q for q in reversed(found)}
        ranked = sorted(found, key=lambda q: firsts[q.document] is not q)
        return tuple(self._quote(q) for q in ranked[:SHOWN])

    def passages(self, document: str, most: int) -> list[Passage]:
        """The first quotes from a document in the order of the text, those of the same sentences together."""
        text = self._texts.get(self.name(document), "")
        groups: list[tuple[Span, list[Quotation]]] = []
        for quotation in self._by_document.get(document, [])[:most]:
            span = _sentences(text, quotation)
            if groups and span and groups[-1][0].overlaps(span) and span.end - groups[-1][0].start <= _PASSAGE:
                whole = Span(groups[-1][0].start, max(span.end, groups[-1][0].end))
                groups[-1] = whole, [*groups[-1][1], quotation]
            else:
                groups.append((span or Span(quotation.start, quotation.end), [quotation]))
        return [self._passage(text, span, found) for span, found in groups]

    def count(self, document: str) -> int:
        """How many quotes there are from a document."""
        return len(self._by_document.get(document, ()))

    def _passage(self, text: str, span: Span, found: list[Quotation]) -> Passage:
        quotes = tuple(self._quote(quotation) for quotation in found)
        if len(quotes) == 1 or not _sentences(text, found[0]):
            (first, *_) = quotes
            return Passage(((first.before, False), (first.words, True), (first.after, False)), quotes)
        return Passage(tuple(_pieces(text, span, found)), quotes)

    def name(self, document: str) -> str:
        """What a document is called."""
        return self._names.get(document, document)

    def _quote(self, quotation: Quotation) -> Quote:
        text = self._texts.get(self.name(quotation.document), "")
        before, after = _around(text, quotation)
        return Quote(
            _last(before),
            _first(quotation.quote),
            _first(after),
            self.name(quotation.document),
            self._pages.get(quotation.document, ""),
            f"c{quotation.start}-{quotation.end}",
            quotation.rule,
            f"{float(quotation.confidence or 0):.0%}",
            quotation.statements,
        )


def _pieces(text: str, span: Span, found: list[Quotation]) -> Iterator[tuple[str, bool]]:
    """The stretch cut where quotes begin and end."""
    at = span.start
    for start, end in sorted((quotation.start, quotation.end) for quotation in found):
        if start > at:
            yield text[at:start], False
        if end > max(at, start):
            yield text[max(at, start) : end], True
        at = max(at, end)
    if at < span.end:
        yield text[at : span.end], False


def _around(text: str, quotation: Quotation) -> tuple[str, str]:
    """What stands before and behind the words in their sentences; nothing where the text is not at hand."""
    span = _sentences(text, quotation)
    return (text[span.start : quotation.start], text[quotation.end : span.end]) if span else ("", "")


def _sentences(text: str, quotation: Quotation) -> Span | None:
    """Where the sentences stand that the words are of; None where the text is not at hand."""
    if text[quotation.start : quotation.end] != quotation.quote:
        return None
    words = Span(quotation.start, quotation.end)
    line = text.rfind("\n", 0, words.start) + 1
    end = text.find("\n", words.end)
    spans = [s for s in sentences(text, line, len(text) if end < 0 else end) if s.overlaps(words)]
    return Span(min([words.start, *(s.start for s in spans)]), max([words.end, *(s.end for s in spans)]))


def _first(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _last(text: str) -> str:
    return text if len(text) <= LONGEST else f"…{text[-LONGEST:]}"
