"""What a document says of works other than its own film."""

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
