"""What one document states: things, values and the claims that join them, each with the words that state it."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from kg.model.text import Document, Span


class Kind(StrEnum):
    """What a thing is; the value is the first level of its IRI (`movie/…`)."""

    MOVIE = "movie"
    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    CHARACTER = "character"
    ROLE = "role"
    RELEASE = "release"
    REVIEW = "review"
    RATING = "rating"
    AGGREGATE = "aggregate"
    REVIEWER = "reviewer"
    WORK = "work"
    BOOK = "book"
    CONCEPT = "concept"


class Thing(Struct, frozen=True, order=True):
    """Something a document speaks of. `kind`, `parts` and `key` together tell it apart within that document.

    | kind | parts | key |
    | --- | --- | --- |
    | movie | – | "main", "original", or any key that is unique in the document |
    | person, organization, work, book, reviewer | – | the name, in its fullest form in the document |
    | country | – | ISO 3166 alpha-2 code, lower case |
    | character | (movie,) | the name |
    | role | (movie, person) | the character as credited, "" when none is stated |
    | release | (movie, country) | "" |
    | review, rating, aggregate | – | its number in the document, from "1" |
    | concept | – | a term of the ontology ("Voice") |
    """

    kind: Kind
    key: str
    parts: tuple["Thing", ...] = ()


class Datatype(StrEnum):
    """The XSD datatypes that values have."""

    STRING = "string"
    DATE = "date"
    GYEAR = "gYear"
    GYEAR_MONTH = "gYearMonth"
    INTEGER = "integer"
    DECIMAL = "decimal"
    ANY_URI = "anyURI"


class Value(Struct, frozen=True, order=True, array_like=True, gc=False):
    """A literal in the lexical form that it is to have in the graph."""

    text: str
    datatype: Datatype = Datatype.STRING

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a value needs text")


class Status(StrEnum):
    """How a document stands to what it says; only asserted claims become facts."""

    ASSERTED = "Asserted"
    HEDGED = "Hedged"
    DENIED = "Denied"
    HYPOTHETICAL = "Hypothetical"
    HEARSAY = "Hearsay"


class Evidence(Struct, frozen=True, order=True, array_like=True, gc=False):
    """The words that state a claim: `quote` is exactly `text[span.start:span.end]` of the document."""

    document: str
    span: Span
    quote: str
    rule: str
    confidence: float
    status: Status = Status.ASSERTED

    def __post_init__(self) -> None:
        if len(self.quote) != self.span.end - self.span.start:
            raise ValueError(f"the quote {self.quote!r} is not as long as its span {self.span}")
        if not 0 < self.confidence <= 1:
            raise ValueError(f"confidence lies in (0, 1], not {self.confidence}")

    @classmethod
    def quoting(
        cls, document: Document, span: Span, rule: str, confidence: float, status: Status = Status.ASSERTED
    ) -> "Evidence":
        """Evidence whose quote is cut out of the document itself."""
        return cls(document.id, span, span.of(document.text), rule, confidence, status)


class Claim(Struct, frozen=True):
    """One statement of one document; `relation` is a CURIE of the ontology ("schema:director", "kg:remakeOf")."""

    subject: Thing
    relation: str
    object: Thing | Value
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document states; `about` is the film the document is about, None when it names none."""

    document: Document
    about: Thing | None
    claims: tuple[Claim, ...]
