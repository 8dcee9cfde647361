"""A build's folder or an RDF file in, a store to ask out: in memory where that is quick, else on disk and read-only."""

from contextlib import suppress
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import OutputError
from kg.rdf import GRAPH_FILE
from kg.store.disk import open_store, publish
from kg.store.embedded import in_memory

# Bytes of graph.nq from which on the store in OUT is worth its while: below, memory is filled in a quarter of a second.
LARGE: Final = 8 << 20


def open_graph(path: str | Path) -> ox.Store:
    """Store with the graph of a build's folder or of one RDF file, compressed or not, to be read only.

    That of a large build is OUT/store, made anew when it is stale; where OUT cannot be written, memory has to do.
    Triples go to the default graph, quads where they say; https://schema.org/ terms become http://schema.org/.
    InputError when there is no such graph or it cannot be parsed.
    """
    folder = Path(path)
    with suppress(OutputError):
        if _is_large(folder / GRAPH_FILE):
            return open_store(publish(folder))
    return in_memory(path)


def _is_large(graph: Path) -> bool:
    return graph.is_file() and graph.stat().st_size >= LARGE
