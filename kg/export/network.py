"""A graph in; a property graph of things, their values and their links out: NetworkX, GraphML, Cypher, Neo4j's CSV."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import ConfigurationError
from kg.export.graph import Graph, Term
from kg.export.index import Index
from kg.export.rdf import refuse_no_xml
from kg.vocab import curie

if TYPE_CHECKING:
    import networkx

_TYPE: Final = "rdf:type"
_SEPARATOR: Final = "; "
_ESCAPED: Final = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}


def network(graph: Graph) -> "networkx.MultiDiGraph[str]":
    """Nodes are IRIs with `kind`, `label` and the values of each relation; edges have the key and attribute `relation`.

    Several values of one relation are joined by "; ". ConfigurationError where NetworkX is not installed.
    """
    try:
        import networkx
    except ModuleNotFoundError as error:
        raise ConfigurationError("this needs NetworkX: pip install 'kg[frames]'") from error
    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    index = Index(graph)
    for thing, said in index.described():
        made.add_node(thing.value, kind=_kinds(said), label=index.name(thing), **_values(said))
    for one, relation, other in _links(index):
        made.add_edge(one, other, key=relation, relation=relation)
    return made


def graphml(graph: Graph, out: IO[bytes]) -> None:
    """The same as GraphML; OutputError for a character that XML has no room for."""
    import networkx

    refuse_no_xml(graph.facts)
    text = io.BytesIO()
    networkx.write_graphml_xml(network(graph), text, prettyprint=True)
    out.write(text.getvalue())


def cypher(graph: Graph, out: IO[bytes]) -> None:
    """The same as statements that can be run twice: a line a thing, then a line a link (openCypher 9)."""
    index = Index(graph)
    for thing, said in index.described():
        labels = "".join(f":{_word(kind)}" for kind in _kinds(said).split(_SEPARATOR) if kind)
        values = {"label": index.name(thing), **_values(said)}
        sets = ", ".join(f"n.{_word(name)} = {_string(value)}" for name, value in values.items())
        line = f"MERGE (n:Thing {{iri: {_string(thing.value)}}}) SET {sets}{f', n{labels}' if labels else ''};\n"
        out.write(line.encode())
    for one, relation, other in _links(index):
        ends = f"MERGE (a:Thing {{iri: {_string(one)}}}) MERGE (b:Thing {{iri: {_string(other)}}})"
        out.write(f"{ends} MERGE (a)-[:{_word(relation)}]->(b);\n".encode())


def neo4j_nodes(graph: Graph, out: IO[bytes]) -> None:
    """The things as a table for `neo4j-admin database import --nodes`; what is only linked to has no values."""
    index = Index(graph)
    rows = {t.value: (_kinds(said), {"label": index.name(t), **_values(said)}) for t, said in index.described()}
    names = sorted({name for _, values in rows.values() for name in values})
    others = sorted({other for _, _, other in _links(index)} - rows.keys())
    lines = [
        (iri, *(values.get(name, "") for name in names), ";".join(["Thing", *kinds.split(_SEPARATOR)]).rstrip(";"))
        for iri, (kinds, values) in rows.items()
    ]
    _csv(out, [("iri:ID", *names, ":LABEL"), *lines, *((iri, *[""] * len(names), "Thing") for iri in others)])


def neo4j_links(graph: Graph, out: IO[bytes]) -> None:
    """The links as a table for `neo4j-admin database import --relationships`."""
    links = ((one, other, relation) for one, relation, other in _links(Index(graph)))
    _csv(out, [(":START_ID", ":END_ID", ":TYPE"), *links])


def _csv(out: IO[bytes], rows: Iterable[tuple[str, ...]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    out.write(text.getvalue().encode())


def _kinds(said: dict[str, list[Term]]) -> str:
    return _SEPARATOR.join(_local(curie(o.value)) for o in said.get(_TYPE, ()) if isinstance(o, ox.NamedNode))


def _values(said: dict[str, list[Term]]) -> dict[str, str]:
    """The literals of each relation, by its name without prefix."""
    texts = {name: [o.value for o in found if isinstance(o, ox.Literal)] for name, found in said.items()}
    return {_local(name): _SEPARATOR.join(values) for name, values in texts.items() if values}


def _links(index: Index) -> Iterator[tuple[str, str, str]]:
    for thing, said in index.described():
        for relation, others in said.items():
            if relation != _TYPE:
                yield from ((thing.value, _local(relation), o.value) for o in others if isinstance(o, ox.NamedNode))


def _local(name: str) -> str:
    return re.split(r"[:/#]", name)[-1]


def _word(name: str) -> str:
    return f"`{name.replace('`', '``')}`"


def _string(text: str) -> str:
    return f'"{text.translate(_ESCAPED)}"'
