"""What was extracted from a sentence in, triples in the labels and value forms of Text2KGBench's movie ontology out.

Its gold was aligned with a knowledge base by looking values up in the sentence, so a value that does not stand there
word for word ("United States" where the sentence says "American") cannot be gold; dates alone are written anew.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from kg.evaluate.facts import MAIN, Predicted
from kg.evaluate.text2kg.letters import damaged, repaired
from kg.evaluate.text2kg.readings import READINGS, written_dates
from kg.evaluate.text2kg.scoring import Triple, squash
from kg.evaluate.text2kg.subject import subject

_DATE: Final = "publication date"

Found = dict[str, set[str]]  # values by label


@cache
def _labels() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((Path(__file__).parent / "labels.toml").read_text(encoding="utf-8"))


def as_page(sentence: str) -> str:
    """The sentence under the title that it speaks of, as it would stand on a page about that film."""
    sentence = repaired(sentence)
    title = subject(sentence)
    return f"{title} (film)\n\n{sentence}" if title else sentence


def triples(predicted: Predicted, sentence: str) -> list[Triple]:
    """The triples of one sentence, each once and in order, spelt as it spells them; none when it names no film."""
    right = repaired(sentence)
    title = subject(right) or predicted.title
    if not title:
        return []
    found = _claimed(predicted, right)
    for label, reading in READINGS.items():
        if reading.beside or not found[label]:
            found[label] |= {value for value in reading.read(right, title) if not _is_of_title(value, title, label)}
        found[label] = reading.keep(found[label])
    found["nominated for"] = found["nominated for"] or found["award received"]
    made = {Triple(title, label, value) for label, values in found.items() for value in values}
    return sorted(made if right == sentence else {Triple(*map(damaged, triple)) for triple in made})


def _claimed(predicted: Predicted, sentence: str) -> Found:
    """The values that were extracted, by label."""
    found: Found = defaultdict(set)
    stated = [p.statement for p in predicted.predictions if p.statement.subject == MAIN]
    found[_DATE] = set(written_dates(s.object for s in stated if s.relation == "schema:datePublished"))
    for table in ("relations", "also"):
        values: Found = defaultdict(set)
        for statement in stated:
            label = _labels()[table].get(statement.relation, "")
            if label and not found[label] and squash(statement.object) in squash(sentence):
                values[label].add(statement.object)
        found.update(values)
    return found


def _is_of_title(value: str, title: str, label: str) -> bool:
    """Whether a reading is only the title again; subjects and heroes may well be named in it."""
    if label in ("main subject", "characters"):
        return squash(value) == squash(title)
    return squash(value) in squash(title)
