"""Who plays in a film, as whom, and who had the part in the original: schema:actor, roles and characters."""

from collections.abc import Iterator

from kg.extract.stating import part, person, state
from kg.model import Claim, Credit, Kind, Page, Thing


def actor(page: Page) -> Iterator[Claim]:
    """Claims of schema:actor, with a role where a character or a kind of credit is stated."""
    for credit in page.credits:
        if credit.relation == "actor":
            yield from part(page, credit.film, credit.name, credit.role, credit.span, credit.rule, credit.kind)
        elif credit.relation == "originalActor":
            yield from _original(page, credit)


def _original(page: Page, credit: Credit) -> Iterator[Claim]:
    """The original's cast line, and the tie between the two roles where the text names who has the part now."""
    spoken_of = any(film.thing == credit.film for film in page.films)
    if spoken_of:
        yield from part(page, credit.film, credit.name, credit.role, credit.span, credit.rule)
    character = credit.role or _part_of(page, credit.counterpart)
    if not (credit.counterpart and character):
        return
    role = Thing(Kind.ROLE, character, (page.main, person(credit.counterpart)))
    yield state(page, role, "kg:originallyPlayedBy", person(credit.name), credit.span, credit.rule)
    if spoken_of and credit.role:
        original = Thing(Kind.ROLE, credit.role, (credit.film, person(credit.name)))
        yield state(page, role, "kg:counterpartRole", original, credit.span, credit.rule)


def _part_of(page: Page, actor: str) -> str:
    """The character that an actor plays in the page's own film, "" when none is stated."""
    parts = (c for c in page.credits if c.relation == "actor" and c.film == page.main and c.name == actor)
    return next((c.role for c in parts if c.role), "")
