"""Triples in, Report out: every statement judged by the SHACL shapes in shapes/, with what is wrong and how to mend it.

A report depends on nothing but the triples: their order and the engine's internal sets never show in it.
"""

from collections.abc import Iterable
from pathlib import Path

from kg.model import Report
from kg.validate.engine import Engine, Statement
from kg.validate.partition import groups
from kg.validate.pyshacl_engine import PySHACL, profiles
from kg.validate.reading import read_facts
from kg.validate.render import as_data, as_text

__all__ = ["ENGINES", "Engine", "PySHACL", "as_data", "as_text", "profiles", "validate", "validate_file"]

ENGINES: tuple[Engine, ...] = (PySHACL(),)  # the first is the reference, and the default


def validate(triples: Iterable[Statement], engine: Engine = ENGINES[0]) -> Report:
    """Report on all triples as one graph (graph names of quads are not looked at), its findings sorted."""
    found = {finding for group in groups(triples) for finding in engine.check(group.triples, group.focus)}
    return Report(tuple(sorted(found)))


def validate_file(path: str | Path, engine: Engine = ENGINES[0]) -> Report:
    """Report on an RDF file of any format; an InputError where it cannot be read (see `read_facts` for its graphs)."""
    return validate(read_facts(Path(path)), engine)
