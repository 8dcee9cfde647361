"""What a document says of works other than its own film."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.lexis.lists import Item
from kg.model import Film, Scope, Span, Thing, Tie


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

    def bring_up(self, film: Film, places: Iterable[Span]) -> None:
        """Another film at its places, as far as their words speak of no other yet; one known keeps what is known."""
        if film.thing not in (known.thing for known in self.films):
            self.films.append(film)
        free = [place for place in places if not any(scope.span.overlaps(place) for scope in self.scopes)]
        self.scopes = tuple(sorted([*self.scopes, *(Scope(place, film.thing) for place in free)]))

    def doubt(self, film: Thing) -> None:
        """Takes a film for none, unless it is tied to another or its makers are known; its words stay nobody's."""
        held = {thing for tie in self.ties for thing in (tie.subject, tie.object)} | {work for work, _ in self.makers}
        if film not in held:
            self.films = [known for known in self.films if known.thing != film]
