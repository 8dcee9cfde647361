"""Gold of a seeds.tsv: document, film title, film year, relation, value, qualifier; "?" is a film without a title."""

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from kg.evaluate.facts import CREDIT_KIND, MAIN, ROLE, YEAR, Flag, GoldDocument, GoldFact, Statement

# Relations of which the table has all; its other names are those of schema.org.
_COMPLETE: Final = {
    **{name: f"schema:{name}" for name in ("director", "producer", "musicBy", "editor", "actor", "review")},
    **{name: f"schema:{name}" for name in ("productionCompany", "countryOfOrigin", "genre", "inLanguage")},
    **{name: f"schema:{name}" for name in ("contentRating", "datePublished", "aggregateRating", "nationality")},
    "author": "kg:screenwriter",
    "cinematographer": "kg:cinematographer",
    "distributor": "kg:distributor",
    "remakeOf": "kg:remakeOf",
    "duration": "schema:duration",
    "mentionedIn": "schema:mentions",
    "role": ROLE,
    "roleKind": CREDIT_KIND,
}
_RELATIONS: Final = _COMPLETE | {"year": YEAR, "character": "schema:character", "jobTitle": "schema:jobTitle"}
_QUALIFIERS: Final = {
    "director": "schema:director",
    "year": "schema:datePublished",
    "count": "schema:ratingCount",
    "rating": "schema:ratingValue",
    "percentile": "kg:percentileRank",
}


def recognises(path: Path) -> bool:
    """Whether the file is tab-separated."""
    return path.suffix == ".tsv"


def read(path: Path) -> Iterator[GoldDocument]:
    """Every document of the table; predictions are looked up by the number that its file name begins with."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [[*row, *[""] * 6][:6] for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row]
    rows = sorted(row for row in rows if not row[0].startswith("#"))
    for document, group in groupby(rows, key=lambda row: row[0]):
        of_document = list(group)
        facts = tuple(map(_fact, of_document))
        years = {YEAR} & {f.statement.relation for f in facts}
        yield GoldDocument(
            document, facts + tuple(_implied(of_document)), frozenset(_COMPLETE.values()) | years, others=True
        )


def _fact(row: list[str]) -> GoldFact:
    _, film, year, name, value, note = row
    notes = note.split(";")
    flag = Flag.OPTIONAL if "optional" in notes else Flag.STATED
    relation = _RELATIONS[name]
    if film == "(person)":
        return GoldFact(Statement(year, relation, value), flag)
    if name == "mentionedIn":
        return GoldFact(Statement(MAIN, relation, film), flag)
    detail = notes[0] if relation in (ROLE, CREDIT_KIND) and flag is Flag.STATED else ""
    value = "" if name == "remakeOf" and value == "?" else value
    return GoldFact(Statement(film, relation, value, detail), flag, _qualifiers(notes))


def _qualifiers(notes: list[str]) -> dict[str, str]:
    """What is said of the object: "rating=6/10" is a value on a scale."""
    said = dict(note.split("=", 1) for note in notes if "=" in note)
    value, _, best = said.pop("rating", "").partition("/")
    scale = {"schema:ratingValue": value, "schema:bestRating": best}
    known = {_QUALIFIERS[k]: v for k, v in said.items() if k in _QUALIFIERS}
    return known | {k: v for k, v in scale.items() if v}


def _implied(rows: list[list[str]]) -> Iterator[GoldFact]:
    """What no row need say: the year by which the table knows a film, and the year of a stated full date."""
    for _, film, year, name, value, _ in rows:
        years = {year if film != "(person)" else "", value[:4] if name in ("year", "datePublished") else ""} - {""}
        for stated in sorted(years):
            yield GoldFact(Statement(film, YEAR, stated), Flag.OPTIONAL)
            yield GoldFact(Statement(film, "schema:datePublished", stated), Flag.OPTIONAL)
