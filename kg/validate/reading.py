"""An RDF file in, the triples that it vouches for out."""

from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.rdf import RdfFile, with_schema


def read_facts(path: Path) -> list[ox.Triple]:
    """The triples of the default graph, or the union of the named graphs where the default graph is empty.

    A build's default graph holds the facts that it vouches for, while its named graphs hold what single documents
    say, side by side with what was refused: their union would be refused for conflicts that are settled already.
    schema.org terms may be written with https. Blank nodes have canonical labels, so that reports can be compared.
    """
    quads = list(with_schema(RdfFile.open(path).quads(), "http"))
    if not quads:
        raise InputError(f"{path}: holds no statement; give a file with at least one film")
    facts = [q.triple for q in quads if isinstance(q.graph_name, ox.DefaultGraph)]
    return facts or list({q.triple: None for q in quads})
