"""What this room asks of whoever decides identity (the room `resolve` answers it)."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from kg.model import Decision, Entity, Judgement, Thing


class Identified(Protocol):
    """Which IRI everything has, and what was decided about pairs of things."""

    def iri(self, document_id: str, thing: Thing) -> str:
        """IRI of a thing that a document speaks of."""

    def document(self, document_id: str) -> str:
        """Slug of a document."""

    @property
    def judgements(self) -> Iterable[Judgement]:
        """Why things are one, two, or an open question, in order."""

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What people decided, about things by the IRIs that they have."""


class Identity(Identified, Protocol):
    """The same with what everything is called."""

    def credited(self, document_id: str, role: Thing) -> str:
        """The character of a role as most documents credit it; "" when none is named."""

    @property
    def named(self) -> Mapping[str, Entity]:
        """Everything that can have a name, by IRI."""
