"""What people add to the texts: decisions, each with who, when and why, and links to other data sets."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.model.claim import Evidence
from kg.model.text import Document


class Verb(StrEnum):
    """What can be decided; the value is the name of the entry's table."""

    SAME = "same"
    DIFFERENT = "different"
    PREFER = "prefer"
    REJECT = "reject"
    RENAME = "rename"


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry: `things` by their IRIs; `relation` and `value` of a preference or rejection, the new name in `value`.

    `evidence` is the entry as written, `place` the file and line to name in a message.
    """

    verb: Verb
    things: tuple[str, ...]
    relation: str
    value: str
    who: str
    when: str
    why: str
    evidence: Evidence
    place: str

    @property
    def reason(self) -> str:
        """Who decided, when and why, in words."""
        return f"{self.who} decided on {self.when}: {self.why}"


@dataclass(frozen=True, slots=True)
class Decisions:
    """A file of decisions; without a document there is none."""

    document: Document | None = None
    entries: tuple[Decision, ...] = ()

    def of(self, *verbs: Verb) -> Iterator[Decision]:
        """The decisions of these kinds, in an order of their own."""
        chosen = (entry for entry in self.entries if entry.verb in verbs)
        return iter(sorted(chosen, key=lambda d: (d.verb, d.things, d.relation, d.value, d.who, d.when, d.why)))


@dataclass(frozen=True, slots=True)
class Link:
    """A row of a file of links: the film of this name, year and director ("" for any) is known elsewhere as `iri`."""

    name: str
    year: int
    iri: str
    director: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Links:
    """A file of links; without a document there is none."""

    document: Document | None = None
    rows: tuple[Link, ...] = ()
