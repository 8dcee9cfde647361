"""A graph in, the standard RDF syntaxes out; N-Quads is the archive: sorted lines, equal bytes for equal graphs."""

import re
from typing import IO

import pyoxigraph as ox

from kg.export.graph import Graph


def n_quads(graph: Graph, out: IO[bytes]) -> None:
    """All graphs, a quad a line, the lines in the order of their bytes."""
    out.writelines(f"{line}\n".encode() for line in sorted(map(_statement, graph.quads)))


def n_triples(graph: Graph, out: IO[bytes]) -> None:
    """The default graph, a triple a line, the lines in the order of their bytes."""
    n_quads(graph.facts, out)


def turtle(graph: Graph, out: IO[bytes]) -> None:
    """The default graph with prefixes, grouped by subject, a blank line before each (no literal has a raw line end)."""
    facts = graph.facts
    text = ox.serialize(facts.triples, format=ox.RdfFormat.TURTLE, prefixes=facts.prefixes()) or b""
    out.write(re.sub(rb" \.\n(?=[^@\t])", b" .\n\n", text))


def trig(graph: Graph, out: IO[bytes]) -> None:
    """All graphs with prefixes, grouped by graph and subject."""
    ox.serialize(graph.quads, out, ox.RdfFormat.TRIG, prefixes=graph.prefixes())


def _statement(quad: ox.Quad) -> str:
    named = not isinstance(quad.graph_name, ox.DefaultGraph)
    return f"{quad.triple} {quad.graph_name} ." if named else f"{quad.triple} ."
