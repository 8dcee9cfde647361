"""What a document says of works other than its own film."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.lexis.lists import Item
from kg.model import Film, Kind, Scope, Span, Thing, Tie

NO_FILM: Final = Thing(Kind.WORK, "craft")  # songs, games, stage versions: their credits are nobody's here
ANOTHER: Final = Thing(Kind.WORK, "another version")  # a version of which no words tell the title: nor are its


@dataclass(slots=True)
class Told:
    """Films and works with the words that speak of them; `makers` are names with the work they made."""

    films: list[Film] = field(default_factory=list)
    works: tuple[Film, ...] = ()
    scopes: tuple[Scope, ...] = ()
    ties: tuple[Tie, ...] = ()
    makers: list[tuple[Thing, Item]] = field(default_factory=list)
    mentioned: list[Span] = field(default_factory=list)

    def remade_by(self, film: Thing) -> Thing | None:
        """The film that this one remakes."""
        return next((tie.object for tie in self.ties if tie.relation == "remakeOf" and tie.subject == film), None)

    def bring_up(self, film: Film, places: Sequence[Span]) -> None:
        """Another film at its places, as far as their words speak of no other yet; one known keeps what is known."""
        known = {other.thing for other in self.films}
        if film.thing not in known:
            self.films.append(film)
        held = [s for s in self.scopes if s.film in known or (s.film.kind is not Kind.MOVIE and s.film != ANOTHER)]
        taken = [Scope(p, film.thing) for p in places if not any(scope.span.overlaps(p) for scope in held)]
        others = (Scope(span, s.film) for s in self.scopes if s not in held for span in free(s.span, taken))
        self.scopes = tuple(sorted([*held, *others, *taken]))

    def doubt(self, film: Thing) -> None:
        """Takes a film for none, unless it is tied to another or its makers are known; its words stay nobody's."""
        held = {thing for tie in self.ties for thing in (tie.subject, tie.object)} | {work for work, _ in self.makers}
        if film not in held:
            self.films = [known for known in self.films if known.thing != film]


def free(stretch: Span, scopes: Iterable[Scope]) -> Iterator[Span]:
    """The parts of a stretch that are in none of these scopes."""
    start = stretch.start
    for span in sorted(scope.span for scope in scopes if scope.span.overlaps(stretch)):
        if start < span.start:
            yield Span(start, span.start)
        start = max(start, span.end)
    if start < stretch.end:
        yield Span(start, stretch.end)
