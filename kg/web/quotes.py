"""Evidence and texts in; for every statement, the sentences that make it, with the words marked, out."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.export.quotations import Quotation, document_names, quotations
from kg.lexis.sentences import sentences
from kg.model import Span
from kg.vocab import term

LONGEST: Final = 240  # characters of the words, and of the sentence at either side of them
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

    def within(self, document: str) -> list[Quote]:
        """All quotes from a document in the order of the text."""
        return [self._quote(q) for q in self._by_document.get(document, ())]

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


def _around(text: str, quotation: Quotation) -> tuple[str, str]:
    """What stands before and behind the words in their sentences; nothing where the text is not at hand."""
    if text[quotation.start : quotation.end] != quotation.quote:
        return "", ""
    words = Span(quotation.start, quotation.end)
    line = text.rfind("\n", 0, words.start) + 1
    end = text.find("\n", words.end)
    spans = [s for s in sentences(text, line, len(text) if end < 0 else end) if s.overlaps(words)]
    start, stop = min([words.start, *(s.start for s in spans)]), max([words.end, *(s.end for s in spans)])
    return text[start : words.start], text[words.end : stop]


def _first(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _last(text: str) -> str:
    return text if len(text) <= LONGEST else f"…{text[-LONGEST:]}"
