"""docs/model.md speaks of every relation, and what it shows is right."""

import re
from pathlib import Path

import pyoxigraph as ox

from kg.model import Report
from kg.validate import validate
from kg.vocab import relations

PAGE = (Path(__file__).parents[2] / "docs" / "model.md").read_text(encoding="utf-8")
# The run's own version needs no explanation beyond "program version".
UNTOLD = {"schema:softwareVersion"}


def test_every_relation_is_told_of():
    told = set(re.findall(r"\b(?:kg|schema|rdfs):\w+", PAGE))
    assert set(relations()) - told == UNTOLD


def test_every_term_that_it_names_exists():
    individuals_and_classes = r"(?:kg|schema):[A-Z]\w+"
    told = {
        t for t in re.findall(r"\b(?:kg|schema):[a-zA-Z0-9]+", PAGE) if not re.fullmatch(individuals_and_classes, t)
    }
    assert told - set(relations()) == set()


def test_the_examples_conform():
    examples = re.findall(r"```turtle\n(.*?)```", PAGE, flags=re.DOTALL)
    assert examples
    for example in examples:
        assert validate(ox.parse(example, format=ox.RdfFormat.TURTLE)) == Report()
