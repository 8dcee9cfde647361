"""A graph in, the standard RDF syntaxes out; N-Quads is the archive: sorted lines, equal bytes for equal graphs."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO, Final

import pyoxigraph as ox

from kg.errors import OutputError
from kg.export.graph import Graph

_PORTION: Final = 10_000  # triples that are written at a time
_NO_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 §2.2
_XML_NAME: Final = re.compile(r"[^\W\d][\w.-]*$")  # what the end of a predicate must be, to be an element's name


def n_quads(graph: Graph, out: IO[bytes]) -> None:
    """All graphs, a quad a line, the lines in the order of their bytes."""
    out.writelines(f"{line}\n".encode() for line in sorted(map(_statement, graph.quads)))


def n_triples(graph: Graph, out: IO[bytes]) -> None:
    """The default graph, a triple a line, the lines in the order of their bytes."""
    n_quads(graph.facts, out)


def turtle(graph: Graph, out: IO[bytes]) -> None:
    """The default graph with prefixes, grouped by subject, a blank line before each (no literal has a raw line end)."""
    facts = graph.facts
    turtle_of(facts.triples, facts.prefixes(), out)


def turtle_of(triples: Iterable[ox.Triple], prefixes: dict[str, str], out: IO[bytes]) -> None:
    """The same of triples that come in the order of a graph and need not be in memory."""
    for number, portion in enumerate(_portions(triples)):
        text = ox.serialize(portion, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b""
        if number:
            *_, text = text.split(b"\n", len(prefixes))  # without its lines of prefixes
            out.write(b"\n")
        out.write(re.sub(rb" \.\n(?=[^@\t])", b" .\n\n", text))


def _portions(triples: Iterable[ox.Triple]) -> Iterator[list[ox.Triple]]:
    """The triples in lists of some size that part no subject."""
    portion: list[ox.Triple] = []
    for _, about in groupby(triples, key=lambda triple: triple.subject):
        portion += about
        if len(portion) >= _PORTION:
            yield portion
            portion = []
    if portion:
        yield portion


def trig(graph: Graph, out: IO[bytes]) -> None:
    """All graphs with prefixes, grouped by graph and subject."""
    ox.serialize(graph.quads, out, ox.RdfFormat.TRIG, prefixes=graph.prefixes())


def rdf_xml(graph: Graph, out: IO[bytes]) -> None:
    """The default graph as RDF/XML; OutputError for what XML cannot hold."""
    facts = graph.facts
    refuse_no_xml(facts)
    for triple in facts.triples:
        if not _XML_NAME.search(triple.predicate.value):
            raise OutputError(f"RDF/XML cannot write {triple.predicate} as an element; export it as N-Triples")
    text = ox.serialize(facts.triples, format=ox.RdfFormat.RDF_XML, prefixes=facts.prefixes()) or b""
    out.write(text.replace(b"\r", b"&#13;"))  # which a parser would read as a line feed


def refuse_no_xml(graph: Graph) -> None:
    """OutputError for a text with a character that XML has no room for."""
    for triple in graph.triples:
        if isinstance(triple.object, ox.Literal) and (bad := _NO_XML.search(triple.object.value)):
            raise OutputError(f"XML has no character {bad[0]!r}, which {triple.subject} holds; export it as N-Triples")


def expanded_json_ld(graph: Graph, out: IO[bytes]) -> None:
    """All graphs as JSON-LD in expanded form: whole IRIs and no context."""
    if any(isinstance(part, ox.Triple) or getattr(part, "direction", None) for q in graph.quads for part in q):
        raise OutputError("JSON-LD has no form for triple terms and directed text; export it as N-Quads")
    ox.serialize(graph.quads, out, ox.RdfFormat.JSON_LD)


def _statement(quad: ox.Quad) -> str:
    named = not isinstance(quad.graph_name, ox.DefaultGraph)
    return f"{quad.triple} {quad.graph_name} ." if named else f"{quad.triple} ."
