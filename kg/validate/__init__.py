"""Triples in, Report out: every statement judged by the SHACL shapes in shapes/, with what is wrong and how to mend it.

A report depends on nothing but the triples: their order, the engine and its internal sets never show in it.
"""

from collections.abc import Collection, Iterable
from pathlib import Path

from kg.model import Report
from kg.validate.engine import Engine, Statement
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
    "fitting",
    "profiles",
    "validate",
    "validate_file",
]


def validate(triples: Iterable[Statement], engine: Engine | None = None, beside: Iterable[Statement] = ()) -> Report:
    """Report on all triples as one graph (graph names of quads are not looked at), its findings sorted.

    Without an `engine` the one that fits the size of the graph is taken. `beside` is what is known of things that the
    triples point at, and that are judged elsewhere.
    """
    stated = triples if isinstance(triples, Collection) else list(triples)
    chosen = engine or fitting(len(stated))
    found = {finding for group in groups(stated, beside=beside) for finding in chosen.check(group.triples, group.focus)}
    return Report(tuple(sorted(found)))


def validate_file(path: str | Path, engine: Engine | None = None) -> Report:
    """Report on an RDF file of any format; an InputError where it cannot be read (see `read_facts` for its graphs)."""
    return validate(read_facts(Path(path)), engine)
