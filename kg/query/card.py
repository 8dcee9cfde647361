"""A film by any of its names in; its card out, drawn for a terminal or as plain lines."""

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.query.film import Card, Fact, Opinion, Said, read_card
from kg.query.naming import the_film
from kg.query.screen import Screen, plain

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

WORDS: Final = 400  # characters of a review or a story that a card shows
REVIEWS: Final = 12  # reviews that a card shows


def card(store: ox.Store, film: str, screen: Screen | None = None) -> str:
    """Card of the film with this title, "title (year)", IRI or end of an IRI.

    UsageError with the films that it may mean when there are several, or with the nearest names when there is none.
    """
    screen = screen or Screen()
    drawn = _drawn(read_card(store, the_film(store, film)), screen.terminal)
    return screen.draw(drawn)


def _drawn(card: Card, framed: bool) -> "RenderableType":
    from rich.console import Group
    from rich.panel import Panel
    from rich.text import Text

    also = [Text(f"also called {plain(' or '.join(card.also))}", "italic")] if card.also else []
    parts: list[RenderableType] = [*also, Text(card.iri, "dim"), Text(), _facts(card.facts)]
    for name, lines in (
        ("Cast", _cast(card)),
        ("Ratings", _opinions(card.ratings)),
        (f"Reviews ({len(card.reviews)})", _opinions(card.reviews)),
        ("Sources", _sources(card)),
    ):
        if lines.row_count:
            parts += [Text(), Text(name, "bold"), lines]
    title = Text(plain(card.title), "bold")
    if framed:
        return Panel(Group(*parts), title=title, title_align="left", border_style="dim", padding=(1, 2))
    return Group(title, *parts)


def _lines() -> "Table":
    from rich.table import Table

    return Table.grid(padding=(0, 2, 0, 0))


def _facts(facts: tuple[Fact, ...]) -> "Table":
    from rich.text import Text

    lines = _lines()
    for fact in facts:
        line = Text("; ").join(_said(value) for value in fact.values)
        if fact.contested:
            lost = Text("; ").join(_said(value) for value in fact.contested)
            line = Text.assemble(
                line, ("  ⚠ contested: ", "yellow"), lost, (f" ({fact.rule})" if fact.rule else "", "dim")
            )
        lines.add_row(Text(f"  {fact.label}", "cyan"), line)
    return lines


def _cast(card: Card) -> "Table":
    from rich.text import Text

    lines = _lines()
    for part in card.cast:
        told = Text(", ".join(filter(None, (plain(part.character), part.credit))))
        lines.add_row(Text(f"  {plain(part.actor)}"), told, Text(plain(part.elsewhere), "italic"), _marks(part.sources))
    return lines


def _opinions(opinions: tuple[Opinion, ...]) -> "Table":
    from rich.text import Text

    lines = _lines()
    for opinion in opinions[:REVIEWS]:
        lines.add_row(Text("  "), Text.assemble(plain(opinion.heading), " ", _marks(opinion.sources)))
        if opinion.words:
            lines.add_row("", Text(_shortened(opinion.words), "italic"))
    if len(opinions) > REVIEWS:
        lines.add_row("", Text(f"and {len(opinions) - REVIEWS} more: kg query reviews", "dim"))
    return lines


def _sources(card: Card) -> "Table":
    from rich.text import Text

    lines = _lines()
    for number, name in enumerate(card.sources, 1):
        lines.add_row(Text(f"  [{number}]", "dim"), Text(plain(name)))
    return lines


def _said(value: Said) -> "Text":
    from rich.text import Text

    return (
        Text.assemble(_shortened(value.text), " ", _marks(value.sources))
        if value.sources
        else Text(_shortened(value.text))
    )


def _marks(sources: tuple[int, ...]) -> "Text":
    """The numbers of the documents behind something: "[1,3]"."""
    from rich.text import Text

    return Text(f"[{','.join(map(str, sources))}]" if sources else "", "dim")


def _shortened(text: str) -> str:
    told = plain(text)
    return told if len(told) <= WORDS else f"{told[: WORDS - 1].rstrip()}…"
