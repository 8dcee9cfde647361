"""What every reader of credits gives."""

from dataclasses import dataclass

from kg.model import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A credit as found: the name and the role at their places, before names are given their full form.

    `of` is the title whose film the credit is of, where the name does not stand in the words about that film.
    """

    relation: str
    name: Span
    cue: Span
    rule: str
    role: Span | None = None
    note: str = ""
    counterpart: Span | None = None
    of: Span | None = None
