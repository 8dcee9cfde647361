"""What all documents state together: entities with IRIs, the judgements that joined or split them, and facts."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from kg.model.claim import Evidence, Kind, Value


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A thing of the merged graph; `aliases` are the other names that documents give it."""

    iri: str
    kind: Kind
    name: str | None
    aliases: tuple[str, ...] = ()


class Verdict(StrEnum):
    """What was decided about two mentions or entities."""

    SAME = "same"
    DIFFERENT = "different"
    OPEN = "open"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """Why two things are one, two, or an open question. `left` < `right`, so that each pair has one form."""

    left: str
    right: str
    verdict: Verdict
    reason: str


class Fact(Struct, frozen=True, array_like=True):
    """One statement of the merged graph: `relation` is a CURIE, `object` an IRI or a value, `evidence` never empty."""

    subject: str
    relation: str
    object: str | Value
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a fact needs evidence: {self.subject} {self.relation} {self.object}")
