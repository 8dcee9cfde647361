"""A document's credits as read, in; those that hold beside all the others, out."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from kg.model import Credit

_TURNED: Final = frozenset({"director.maker", "director.review"})
_TOLD: Final = frozenset({"actor.part", "actor.review"})  # rules that read how a story is told, too


def sifted(credits: Iterable[Credit], text: str) -> tuple[Credit, ...]:
    """The credits of this text without those that others outdo, each once."""
    made = dict.fromkeys(_plainest(_with_companies([*credits])))
    kept = tuple(_without_characters(made, text))
    for sieve in (_without_players, _without_weak, _without_judged):
        kept = tuple(sieve(kept))
    return kept


def _with_companies(credits: list[Credit]) -> Iterator[Credit]:
    """All credits, companies as such: a name that a field calls a production company produces nothing as a person."""
    companies = {c.name for c in credits if c.relation == "productionCompany" and c.rule.endswith(".field")}
    for credit in credits:
        if credit.relation == "producer" and credit.name in companies:
            credit = replace(credit, relation="productionCompany", rule="productionCompany.named")
        yield credit


def _plainest(credits: Iterable[Credit]) -> Iterator[Credit]:
    """All credits, without the roles that only describe ("the widow") where a name or a cast line tells the part."""
    made = list(credits)
    named = {(c.film, c.name) for c in made if c.role[:1].isupper() or (c.role and c.rule == "actor.item")}
    for credit in made:
        describes = credit.role[:1].islower() and credit.rule != "actor.item"
        yield replace(credit, role="") if describes and (credit.film, credit.name) in named else credit


def _without_weak(credits: tuple[Credit, ...]) -> Iterator[Credit]:
    """All but those by a mere trade ("director A", "a film by Lantern") where the credit is stated outright, too."""
    stated = {(c.relation, c.film) for c in credits if not _is_weak(c)}
    crew = {c.name for c in credits if c.relation != "actor"}  # "A's last film" may be the one that A made
    for credit in credits:
        told = _is_weak(credit) and (credit.relation, credit.film) in stated
        if not told and not (credit.rule == "actor.last" and credit.name in crew):
            yield credit


def _is_weak(credit: Credit) -> bool:
    return credit.rule.endswith(".title") or (credit.rule == "director.lead" and " " not in credit.name)


def _without_judged(credits: tuple[Credit, ...]) -> Iterator[Credit]:
    """All but the actors whom only a judgement makes such ("A is shameless") where they made the film."""
    makers = {(c.film, c.name) for c in credits if c.relation not in ("actor", "originalActor")}
    return (c for c in credits if c.rule != "actor.judged" or c.role or (c.film, c.name) not in makers)


def _without_players(credits: tuple[Credit, ...]) -> Iterator[Credit]:
    """All but the directors whom only a reviewer's turn of phrase makes such, who have a part where another directs."""
    players = {(c.film, c.name) for c in credits if c.relation == "actor" and c.role}
    directors = {(c.film, c.name) for c in credits if c.relation == "director" and c.rule not in _TURNED}
    for credit in credits:
        plays = credit.rule in _TURNED and (credit.film, credit.name) in players
        if not (plays and any(film == credit.film and name != credit.name for film, name in directors)):
            yield credit


def _without_characters(credits: Iterable[Credit], text: str) -> Iterator[Credit]:
    """All but those that a reviewer's telling of the story gives to someone whom another credit makes a character."""
    made = list(credits)
    played = {(c.role, c.name) for c in made if any(word[:1].isupper() for word in c.role.split())}
    for credit in made:
        parts = [role for role, name in played if name != credit.name] if credit.rule in _TOLD else []
        if not any(_is_called(credit, role, text) for role in parts):
            yield credit


def _is_called(credit: Credit, role: str, text: str) -> bool:
    """Whether a part may be this credit's bearer; of who acts "as …" a first name alone is no sign of it."""
    shared = [word for word in role.split() if word[:1].isupper() and word in credit.name.split()]
    first = role == credit.name.split(" ")[0] != credit.name
    return bool(shared) and not (first and " as " in credit.span.of(text))
