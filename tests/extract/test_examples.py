"""The example files: what a text states comes out, what it only seems to state does not.

Each `<name>.toml` belongs to the extractor of that name and says in `relations` what its examples compare:

    [[example]]
    text = "Low Tide is a drama of 1998 that runs for 86 minutes."      # a paragraph a line
    layout = "encyclopedia"                                             # only where the text is a whole page
    claims = ['main schema:duration "PT1H26M" <- "86 minutes"']         # all asserted claims; the quote may be left out
    absent = ['main schema:duration "PT20M"']                           # or: not among them, whatever else there is
    none = true                                                         # or: none of these relations is asserted

A thing is written as its kind and key (`person "Ada Holt"`, `country "nl"`), with what it is part of in brackets
(`release(main, country "nl")`); the page's own film is `main`, another one `film "Its Title"` or, unnamed, its key.
A value is its text in quotes, with its datatype unless that is string (`"2007"^^gYear`).
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pages import PARAGRAPH, page_of

import kg.extract
from kg.extract import EXTRACTORS, extract
from kg.model import Claim, Kind, Page, Status, Thing, Value

FOLDER = Path(__file__).parent
FILES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}


def examples() -> Iterator[Any]:
    for name, file in FILES.items():
        for number, example in enumerate(file["example"], 1):
            yield pytest.param(file["relations"], example, id=f"{name}-{number}")


@pytest.mark.parametrize(("relations", "example"), list(examples()))
def test_what_the_text_states_comes_out_and_nothing_else(relations: list[str], example: dict[str, Any]) -> None:
    page = page_of(example["text"], example.get("layout", PARAGRAPH))
    claims = [c for c in extract(page).claims if c.relation in relations and c.evidence.status is Status.ASSERTED]
    said = {written(page, c) for c in claims}
    quoted = {f"{written(page, c)} <- {quote(c.evidence.quote)}" for c in claims}
    if "absent" in example:
        assert not (said | quoted) & set(example["absent"])
    else:
        expected = [] if example.get("none") else example["claims"]
        assert said == {line.partition(" <- ")[0] for line in expected}
        assert {line for line in expected if " <- " in line} <= quoted


@pytest.mark.parametrize("name", sorted(name for name, value in vars(kg.extract).items() if value in EXTRACTORS))
def test_every_extractor_has_examples_for_and_against(name: str) -> None:
    examples = FILES[name]["example"]
    assert any(e.get("claims") for e in examples), "an example of what states it"
    assert any(e.get("none") or e.get("absent") for e in examples), "an example of what only seems to"


def written(page: Page, claim: Claim) -> str:
    object_ = claim.object if isinstance(claim.object, Thing) else None
    return f"{named(page, claim.subject)} {claim.relation} {named(page, object_) if object_ else literal(claim.object)}"


def named(page: Page, thing: Thing) -> str:
    if thing == page.main:
        return "main"
    if thing.kind is Kind.MOVIE:
        titles = (film.title for film in page.films if film.thing == thing and film.title)
        return next((f"film {quote(title)}" for title in titles), thing.key)
    inside = f"({', '.join(named(page, part) for part in thing.parts)})" if thing.parts else ""
    return f"{thing.kind.value}{inside}{' ' + quote(thing.key) if thing.key else ''}"


def literal(value: Thing | Value) -> str:
    assert isinstance(value, Value)
    return quote(value.text) + ("" if value.datatype == "string" else f"^^{value.datatype.value}")


def quote(words: str) -> str:
    return f'"{words}"'
