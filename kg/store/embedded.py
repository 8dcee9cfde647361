"""A build's folder or an RDF file in, an in-memory pyoxigraph store out; nothing is ever fetched or written."""

import mmap
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.rdf import HTTPS, RdfFile, with_schema


def in_memory(path: str | Path) -> ox.Store:
    """Store with the graph of a build's folder (its graph.nq) or of one RDF file, compressed or not.

    Triples go to the default graph, quads where they say; https://schema.org/ terms become http://schema.org/.
    InputError when there is no such graph or it cannot be parsed.
    """
    store = ox.Store()
    file = RdfFile.open(path)
    if _may_need_rewriting(file):
        store.bulk_extend(with_schema(file.quads(), "http"))
    else:
        with file.explaining():
            store.bulk_load(file.content, format=file.syntax, base_iri=file.base)
    return store


def fill_from(store: ox.Store, graph: Path) -> None:
    """Puts the N-Quads of a build into a store without ever holding all of them. InputError when they are none."""
    try:
        if _mentions(graph, HTTPS.encode()):
            store.bulk_extend(with_schema(ox.parse(path=graph, format=ox.RdfFormat.N_QUADS), "http"))
        else:
            store.bulk_load(path=graph, format=ox.RdfFormat.N_QUADS)
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{graph}: not the RDF that its name says: {error}") from error


def _may_need_rewriting(file: RdfFile) -> bool:
    """Whether the slow way is due, quad by quad; JSON-LD can hide a scheme from this look (`https:\\/\\/`)."""
    return file.syntax == ox.RdfFormat.JSON_LD or HTTPS.encode() in file.content


def _mentions(path: Path, words: bytes) -> bool:
    if not path.stat().st_size:  # nothing cannot be mapped
        return False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(words) >= 0
