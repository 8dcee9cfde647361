"""Hand-built extractions for tests: each claim gets a line of its own in a made-up document, and that line as evidence."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.model import Claim, Datatype, Document, Evidence, Extraction, Kind, Span, Status, Thing, Value

MAIN = "main"


def movie(key: str = MAIN) -> Thing:
    return Thing(Kind.MOVIE, key)


def person(name: str) -> Thing:
    return Thing(Kind.PERSON, name)


def year(text: str | int) -> Value:
    return Value(str(text), {4: Datatype.GYEAR, 7: Datatype.GYEAR_MONTH}.get(len(str(text)), Datatype.DATE))


@dataclass
class Page:
    """A document that is written claim by claim."""

    id: str
    lines: list[str] = field(default_factory=list)
    said: list[tuple[Thing, str, Thing | Value, Span, str, float, Status]] = field(default_factory=list)

    def say(
        self,
        subject: Thing,
        relation: str,
        object: Thing | Value,
        rule: str = "test.prose",
        confidence: float = 0.9,
        status: Status = Status.ASSERTED,
    ) -> "Page":
        words = object.text if isinstance(object, Value) else object.key or "somebody"
        line = f"{subject.key} {relation.partition(':')[2]} {words}"
        start = sum(len(earlier) + 1 for earlier in self.lines)
        self.lines.append(line)
        self.said.append((subject, relation, object, Span(start, start + len(line)), rule, confidence, status))
        return self

    def film(
        self,
        title: str | None = None,
        released: str | int | None = None,
        directors: Iterable[str] = (),
        cast: Iterable[str | tuple[str, str]] = (),
        key: str = MAIN,
        aliases: Iterable[str] = (),
    ) -> "Page":
        this = movie(key)
        if title:
            self.say(this, "schema:name", Value(title))
        for alias in aliases:
            self.say(this, "schema:alternateName", Value(alias))
        if released:
            self.say(this, "schema:datePublished", year(released))
        for name in directors:
            self.say(this, "schema:director", person(name))
        for player in cast:
            self.part(this, *((player, "") if isinstance(player, str) else player))
        return self

    def part(self, film: Thing, actor: str, character: str = "", role: bool = True) -> "Page":
        player = person(actor)
        self.say(film, "schema:actor", player)
        if not (character and role):
            return self
        part = Thing(Kind.ROLE, character, (film, player))
        figure = Thing(Kind.CHARACTER, character, (film,))
        self.say(film, "schema:actor", part)
        self.say(part, "schema:actor", player)
        self.say(part, "schema:characterName", Value(character))
        self.say(part, "kg:character", figure)
        return self.say(film, "schema:character", figure)

    def remake_of(self, original: str = "original", film: str = MAIN) -> "Page":
        return self.say(movie(film), "kg:remakeOf", movie(original))

    def extraction(self, about: str | None = MAIN) -> Extraction:
        document = Document(self.id, "\n".join(self.lines) or "nothing")
        claims = tuple(
            Claim(subject, relation, object, Evidence.quoting(document, span, rule, confidence, status))
            for subject, relation, object, span, rule, confidence, status in self.said
        )
        return Extraction(document, movie(about) if about else None, claims)


def pages(*written: Page) -> list[Extraction]:
    return [page.extraction() for page in written]
