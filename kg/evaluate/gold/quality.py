"""Gold of a quality file: TOML tables, each a passage with facts; the files themselves describe their two forms.

A trap has `true` facts and `false` ones, [relation, value], which may end with another film. Other passages have `gold`
and `may`, [subject, relation, value], and `complete` at the top names the relations of which they state all facts.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from kg.errors import InputError
from kg.evaluate.facts import (
    CREDIT_KIND,
    MAIN,
    ORIGINAL,
    ROLE,
    TIES,
    UNNAMED,
    YEAR,
    Flag,
    GoldDocument,
    GoldFact,
    Statement,
)
from kg.evaluate.gold.own import known
from kg.vocab import country_code, country_name, language_tag

# Where a passage was not written to state these, it may still state them.
_NEVER_COMPLETE: Final = {"schema:name", YEAR, "schema:datePublished", "schema:countryOfOrigin"}
_DATED: Final = TIES | {"schema:mentions"}
_OF_A_REVIEW: Final = ("schema:ratingValue", "schema:bestRating", "schema:datePublished")
_SUBJECTS: Final = {"main": MAIN, "original": ORIGINAL, "?": UNNAMED}


def _country(spelling: str) -> str | None:
    """The name that is given to a country that may be called otherwise."""
    code = country_code(spelling)
    return country_name(code) if code else None


_SPELT: Final = {"schema:inLanguage": language_tag, "schema:countryOfOrigin": _country}  # gold may say "Dutch" and "UK"


def recognises(path: Path) -> bool:
    """Whether the file is TOML."""
    return path.suffix == ".toml"


def read(path: Path) -> Iterator[GoldDocument]:
    """Every table as a document; its group is its family or focus."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    complete = tables.pop("complete", None)
    for name, rows in tables.items():
        for number, row in enumerate(rows, 1):
            try:
                yield _document(f"{name}-{number}", row, complete)
            except (KeyError, ValueError, TypeError) as error:
                raise InputError(f"{path}, [[{name}]] number {number}: {error}") from error


def _document(id: str, row: dict[str, Any], complete: list[str] | None) -> GoldDocument:
    facts = [
        *(GoldFact(Statement(MAIN, "schema:name", film)) for film in [row.get("film", {}).get("title")] if film),
        *(_of_main(Flag.STATED, *fact) for fact in row.get("true", ())),
        *(_of_main(Flag.FALSE, *fact) for fact in row.get("false", ())),
        *(_fact(Flag.STATED, *fact) for fact in row.get("gold", ())),
        *(_fact(Flag.OPTIONAL, *fact) for fact in row.get("may", ())),
    ]
    facts += [implied for fact in facts if fact.flag is not Flag.FALSE for implied in _implied(fact)]
    named = {_relation(r) for r in complete} if complete is not None else {f.statement.relation for f in facts}
    group = row.get("family", row.get("focus", ""))
    return GoldDocument(id, tuple(facts), frozenset(named - _NEVER_COMPLETE), row["text"], group=group, others=True)


def _of_main(flag: Flag, relation: str, value: str, *rest: str) -> GoldFact:
    """A fact of a trap: the last element may name another film, or the person that it is about."""
    in_statement = 1 if relation in (ROLE, "roleKind") else 0
    detail = rest[0] if in_statement else ""
    subject = rest[in_statement] if len(rest) > in_statement else "main"
    return GoldFact(Statement(_SUBJECTS.get(subject, subject), _relation(relation), value, detail), flag)


def _fact(flag: Flag, subject: str, relation: str, value: str, extra: str = "", *more: str) -> GoldFact:
    """A fact of another passage; what its last elements mean depends on the relation."""
    relation, subject = _relation(relation), _SUBJECTS.get(subject, subject)
    if relation == "schema:review":
        said = zip(_OF_A_REVIEW, (extra, *more), strict=False)
        return GoldFact(Statement(subject, relation, value), flag, {relation: held for relation, held in said if held})
    if relation == "schema:reviewRating":
        scale = {"schema:ratingValue": value} | ({"schema:bestRating": extra} if extra else {})
        return GoldFact(Statement(subject, "schema:review", ""), flag, scale)
    if relation == "schema:datePublished" and extra:
        return GoldFact(Statement(subject, "schema:publication", extra), flag, {"schema:startDate": value})
    detail = extra if relation in (ROLE, CREDIT_KIND) else ""
    value = _SPELT.get(relation, str)(value) or value
    dated = {"schema:datePublished": extra} if relation in _DATED and extra else {}
    return GoldFact(Statement(subject, relation, value, detail), flag, dated)


def _implied(fact: GoldFact) -> Iterator[GoldFact]:
    """Who plays a part is an actor; a film's original was remade as it; a film that is tied to it may be mentioned."""
    s = fact.statement
    if s.relation in (ROLE, CREDIT_KIND):
        yield GoldFact(Statement(s.subject, "schema:actor", s.object), fact.flag)
    if s.relation == "kg:remakeOf":
        yield GoldFact(Statement(s.object, "kg:remadeAs", s.subject), Flag.OPTIONAL)
    if s.relation in TIES:
        films = (film for film in (s.subject, s.object) if film not in _SUBJECTS.values())
        yield from (GoldFact(Statement(MAIN, "schema:mentions", film), Flag.OPTIONAL) for film in films)


def _relation(name: str) -> str:
    return known(CREDIT_KIND if name == "roleKind" else name)
