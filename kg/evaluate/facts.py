"""What gold states and what was predicted, in one form: a statement about a film, by names rather than IRIs.

Relations are CURIEs of the ontology, plus four that are read off them because people speak of them so:
"year" (of a publication date), "role" (an actor as a character), "credit kind" (an actor's "Voice", "Cameo" …), and
"writer" (of the screenplay or of the story that it was made from: film databases credit both alike).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

YEAR: Final = "year"
ROLE: Final = "role"
CREDIT_KIND: Final = "credit kind"
WRITER: Final = "writer"
MAIN: Final = ""  # the subject that stands for the document's own film
ORIGINAL: Final = "(original)"  # the subject that stands for the film that the document's own film remakes
TIES: Final = frozenset({"kg:remakeOf", "kg:remadeAs", "kg:sequelTo"})  # of a film to another
UNNAMED: Final = "?"  # the subject that stands for a film to which the text gives no title, or its own film's


class Flag(StrEnum):
    """How gold stands to a statement: to be found, right but not missed, or known to be false."""

    STATED = ""
    OPTIONAL = "optional"
    FALSE = "false"


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """A subject's name, a relation and an object's name or value; `detail` is a role's character or kind of credit."""

    subject: str
    relation: str
    object: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class GoldFact:
    """A statement that gold judges; `qualifiers` must hold too (CURIE → value, such as an original's director)."""

    statement: Statement
    flag: Flag = Flag.STATED
    qualifiers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """Gold for one document. Predictions of a relation in `complete` that gold does not have are false.

    That holds of the document's own film, and of other films and of people only with `others`. `group` is what a part
    of the gold may be chosen by: a fold of the data, a family of traps. Of a relation in `incomplete`, predictions that
    gold lacks are often right: precision is a lower bound, and says nothing of confidence.
    """

    id: str
    facts: tuple[GoldFact, ...]
    complete: frozenset[str]
    text: str | None = None
    title: str | None = None
    group: str = ""
    others: bool = False
    incomplete: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Prediction:
    """A statement that was extracted: by which rule, from which words; `context` is all that is said of its object."""

    statement: Statement
    confidence: float | None = None
    rule: str = ""
    quote: str = ""
    context: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Predicted:
    """All that was extracted from one document; `title` is that of its own film, `text` the document's where known."""

    id: str
    predictions: tuple[Prediction, ...]
    title: str | None = None
    text: str | None = None
