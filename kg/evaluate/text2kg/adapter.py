"""What was extracted from a sentence in, triples in the labels and value forms of Text2KGBench's movie ontology out.

Its gold was aligned with a knowledge base by looking values up in the sentence, so a value that does not stand there
word for word ("United States" where the sentence says "American") cannot be gold; dates alone are written anew.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from kg.evaluate.facts import MAIN, Predicted
from kg.evaluate.text2kg.scoring import Triple, squash
from kg.evaluate.text2kg.subject import subject

_DATE: Final = "publication date"


@cache
def _labels() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "labels.toml").read_text(encoding="utf-8"))


def as_page(sentence: str) -> str:
    """The sentence under the title that it speaks of, as it would stand on a page about that film."""
    title = subject(sentence)
    return f"{title} (film)\n\n{sentence}" if title else sentence


def triples(predicted: Predicted, sentence: str) -> list[Triple]:
    """The triples of one sentence, each once and in order; none when it names no film."""
    title = subject(sentence) or predicted.title
    return sorted({Triple(title, *said) for said in _values(predicted, sentence)}) if title else []


def _values(predicted: Predicted, sentence: str) -> Iterator[tuple[str, str]]:
    stated = [p.statement for p in predicted.predictions if p.statement.subject == MAIN]
    for statement in stated:
        label = _labels()["relations"].get(statement.relation, "")
        if label and label != _DATE and squash(statement.object) in squash(sentence):
            yield label, statement.object
    yield from ((_DATE, d) for d in _dates({s.object for s in stated if s.relation == "schema:datePublished"}))


def _dates(stated: set[str]) -> Iterator[str]:
    """Full dates as "03 July 1943"; a bare year, where there is no more, as its first day."""
    full = {d for d in stated if len(d) == len("1943-07-03")}
    for text in full or {f"{d[:4]}-01-01" for d in stated}:
        day = date.fromisoformat(text)
        yield f"{day.day:02} {_MONTHS[day.month - 1]} {day.year:04}"


# Not strftime("%B"), which speaks the locale's language.
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
