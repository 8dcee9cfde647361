"""Triples in, Report out: every statement judged by the SHACL shapes in shapes/, with what is wrong and how to mend it.

A report depends on nothing but the triples: their order, the engine and its internal sets never show in it.
"""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.model import Finding, Report
from kg.validate.engine import Engine, Spoken, spoken
from kg.validate.engines import ENGINES, LARGE, PySHACL, Shacl, engine, fitting
from kg.validate.partition import groups
from kg.validate.reading import read_facts
from kg.validate.render import as_data, as_text
from kg.validate.shapes import profiles

__all__ = [
    "ENGINES",
    "LARGE",
    "Engine",
    "PySHACL",
    "Shacl",
    "as_data",
    "as_text",
    "engine",
    "findings",
    "fitting",
    "profiles",
    "validate",
    "validate_file",
]


def validate(triples: Iterable[ox.Triple | ox.Quad], engine: Engine | None = None) -> Report:
    """Report on all triples as one graph (graph names of quads are not looked at), its findings sorted.

    Without an `engine` the one that fits the size of the graph is taken.
    """
    stated = spoken(triples)
    return Report(tuple(sorted(findings(stated, engine or fitting(len(stated))))))


def findings(triples: Iterable[Spoken], engine: Engine, beside: Iterable[Spoken] = ()) -> set[Finding]:
    """What is found wrong with triples; `beside` is what is known of things that these point at, judged elsewhere."""
    return {each for group in groups(triples, beside=beside) for each in engine.check(group.triples, group.focus)}


def validate_file(path: str | Path, engine: Engine | None = None) -> Report:
    """Report on an RDF file of any format; an InputError where it cannot be read (see `read_facts` for its graphs)."""
    return validate(read_facts(Path(path)), engine)
