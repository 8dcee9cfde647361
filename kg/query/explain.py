"""What is asked about in; every sentence that states it out, with the words marked, drawn for a terminal or plain."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg import vocab
from kg.export.quotations import Quotation, document_names
from kg.lexis.sentences import around
from kg.model import Span
from kg.query.screen import Screen, plain
from kg.query.statements import Stated, statements

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

MARKS: Final = ("[[", "]]")  # around the words where there are no colours
CONTEXT: Final = 300  # characters of a sentence before and behind the words
_TEXTLESS: Final = "There is no texts.jsonl beside this graph, so the words stand here without their sentences."


class Explainer:
    """Draws statements; `texts` are those of the documents, by id, as `kg.export.texts` reads them."""

    def __init__(self, store: ox.Store, texts: Mapping[str, str], screen: Screen | None = None) -> None:
        self._store = store
        self._texts = texts
        self._screen = screen or Screen()

    def explain(self, subject: str, predicate: str = "", obj: str = "") -> str:
        """The statements about `subject` with their sentences; UsageError where nothing fits."""
        from rich.console import Group

        drawn = [line for said in statements(self._store, subject, predicate, obj) for line in self._lines(said)]
        return self._screen.draw(Group(*drawn, *([] if self._texts else [_TEXTLESS])))

    def _lines(self, said: Stated) -> Iterator["RenderableType"]:
        from rich.text import Text

        relation, *supers = said.relations
        also = f" (also {', '.join(supers)})" if supers else ""
        yield Text.assemble((plain(said.subject), "bold"), f"  {relation}  ", (plain(said.object), "bold"))
        count = f"{len(said.places)} place{'s' * (len(said.places) > 1)}"
        yield Text(f"{plain(said.standing)}{also}, from {count}", "dim")
        for place in said.places:
            yield Text()
            yield self._sentence(place)
            yield Text(f"  {self._source(place)}", "dim")
        yield Text()

    def _sentence(self, place: Quotation) -> "Text":
        """The words of a place, marked, within their sentence."""
        from rich.text import Text

        coloured = self._screen.terminal and self._screen.colour
        before, after = self._around(place)
        left, right = ("", "") if coloured else MARKS
        words = plain(place.quote)
        return Text.assemble("  ", before, (f"{left}{words}{right}", "bold yellow" if coloured else ""), after)

    def _around(self, place: Quotation) -> tuple[str, str]:
        """What stands before and behind the words in their sentences, as one line each."""
        text = self._texts.get(self._names.get(place.document, ""), "")
        if text[place.start : place.end] != place.quote:
            return "", ""
        whole = around(text, Span(place.start, place.end))
        before, after = text[whole.start : place.start], text[place.end : whole.end]
        return _spaced(f"…{before[-CONTEXT:]}" if len(before) > CONTEXT else before), _spaced(
            f"{after[:CONTEXT]}…" if len(after) > CONTEXT else after
        )

    def _source(self, place: Quotation) -> str:
        document = self._names.get(place.document, place.document)
        told = (
            f"{plain(document)}#char={place.start},{place.end}",
            plain(place.rule),
            f"confidence {place.confidence}",
            place.status.lower(),
        )
        return " · ".join(told)

    @cached_property
    def _names(self) -> dict[str, str]:
        """Ids of the documents by IRI."""
        return document_names(self._store.quads_for_pattern(None, vocab.term("schema:identifier"), None))


def _spaced(text: str) -> str:
    """One line, with a blank at either end kept: it parts the text from the marked words."""
    inner = plain(text)
    if not inner:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{inner}{' ' * text[-1].isspace()}"
