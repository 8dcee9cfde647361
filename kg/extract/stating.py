"""Words in, claims out: the one place where an extractor's finding gets its evidence, confidence and status."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kg.model import Claim, Evidence, Film, Kind, Page, Span, Status, Thing, Value


@cache
def confidences() -> dict[str, float]:
    """Measured precision of every rule by its name (kg/extract/confidence.toml says how it was measured)."""
    return dict(tomllib.loads((Path(__file__).parent / "confidence.toml").read_text(encoding="utf-8"))["rules"])


def state(
    page: Page,
    subject: Thing,
    relation: str,
    object: Thing | Value,
    span: Span,
    rule: str,
    status: Status | None = None,
) -> Claim:
    """Claim that the words at `span` state; the status is that of the words unless one is given.

    `rule` names a line of confidence.toml ("director.prose"); a name that is not there is a KeyError.
    """
    status = status or page.status_at(span)
    evidence = Evidence.quoting(page.document, span, rule, confidences()[rule], status)
    return Claim(subject, relation, object, evidence)


def titled(page: Page, film: Film) -> Value:
    """The title of a film or other work that has one, as the text spells it."""
    assert film.title
    assert film.title_span
    spelled = " ".join(page.document.as_spelled(film.title_span).split())
    return Value(spelled if spelled.casefold() == film.title.casefold() else film.title)


def person(name: str) -> Thing:
    """The person of this name, in the fullest form that the document has."""
    return Thing(Kind.PERSON, name)


def part(page: Page, film: Thing, actor: str, character: str, span: Span, rule: str, kind: str = "") -> Iterator[Claim]:
    """Claims for one line of a cast: the actor, and the role where a character or a kind of credit is stated.

    `kind` is a term of the ontology: "Voice", "Cameo", "Uncredited", "ArchiveFootage", "AsThemselves", or "".
    """
    player = person(actor)
    yield state(page, film, "schema:actor", player, span, rule)
    if not (character or kind):
        return
    role = Thing(Kind.ROLE, character, (film, player))
    yield state(page, film, "schema:actor", role, span, rule)
    yield state(page, role, "schema:actor", player, span, rule)
    if character:
        yield state(page, role, "schema:characterName", Value(character), span, rule)
    if character and kind != "AsThemselves":
        figure = Thing(Kind.CHARACTER, character, (film,))
        yield state(page, role, "kg:character", figure, span, rule)
        yield state(page, film, "schema:character", figure, span, rule)
    if kind:
        yield state(page, role, "kg:creditKind", Thing(Kind.CONCEPT, kind), span, rule)
