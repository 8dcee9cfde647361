"""What was extracted from a sentence in, values by the benchmark's labels out, with what gold reads in beside them.

Gold was aligned with a knowledge base by looking values up in the sentence, so a value that does not stand there
word for word ("United States" where the sentence says "American") cannot be gold; dates alone are written anew.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from kg.evaluate.facts import MAIN, ROLE, WRITER, YEAR, Predicted
from kg.evaluate.text2kg.readings import READINGS, written_dates
from kg.evaluate.text2kg.scoring import squash

_DATE: Final = "publication date"
_PUBLISHED: Final = "schema:datePublished"
_UNTOLD: Final = frozenset({"schema:name", "schema:description", "schema:review", WRITER, YEAR})

Found = dict[str, set[str]]  # values by label


@cache
def labels(table: str) -> Mapping[str, str]:
    """A table of labels.toml."""
    tables: Mapping[str, Mapping[str, str]] = tomllib.loads(
        (Path(__file__).parent / "labels.toml").read_text(encoding="utf-8")
    )
    return tables[table]


def claims(predicted: Predicted, sentence: str, title: str) -> Found:
    """The values of a sentence about a film by label: those extracted, and those that gold reads into it."""
    found = _extracted(predicted, sentence)
    for label, values in readings(sentence, title).items():
        if READINGS[label].beside or not found[label]:
            found[label] |= values
        found[label] = READINGS[label].keep(found[label])
    found["nominated for"] = found["nominated for"] or found["award received"]
    return found


def readings(sentence: str, title: str) -> Found:
    """What gold reads into such a sentence, by label."""
    return {
        label: {value for value in reading.read(sentence, title) if not _is_of_title(value, title, label)}
        for label, reading in READINGS.items()
    }


def relations(predicted: Predicted) -> Mapping[str, set[str]]:
    """The relations in which each value, squashed, was extracted, of whichever film; a role's name is in "role"."""
    found: dict[str, set[str]] = defaultdict(set)
    for statement in (p.statement for p in predicted.predictions if p.statement.relation not in _UNTOLD):
        relation = statement.relation if statement.subject == MAIN else f"other {statement.relation}"
        values = written_dates([statement.object]) if statement.relation == _PUBLISHED else [statement.object]
        for value in values:
            found[squash(value)].add(relation)
        if statement.relation == ROLE and statement.detail:
            found[squash(statement.detail)].add("role")
    return found


def _extracted(predicted: Predicted, sentence: str) -> Found:
    found: Found = defaultdict(set)
    stated = [p.statement for p in predicted.predictions if p.statement.subject == MAIN]
    found[_DATE] = set(written_dates(s.object for s in stated if s.relation == _PUBLISHED))
    for table in ("relations", "also"):
        values: Found = defaultdict(set)
        for statement in stated:
            label = labels(table).get(statement.relation, "")
            if label and not found[label] and squash(statement.object) in squash(sentence):
                values[label].add(statement.object)
        found.update(values)
    return found


def _is_of_title(value: str, title: str, label: str) -> bool:
    """Whether a reading is only the title again; subjects and heroes may well be named in it."""
    if label in ("main subject", "characters"):
        return squash(value) == squash(title)
    return squash(value) in squash(title)
