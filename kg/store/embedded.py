"""A build's folder or an RDF file in, an in-memory pyoxigraph store out; nothing is ever fetched or written."""

from pathlib import Path

import pyoxigraph as ox

from kg.rdf import HTTPS, RdfFile, with_schema


def open_graph(path: str | Path) -> ox.Store:
    """Store with the graph of a build's folder (its graph.nq) or of one RDF file, `.gz` or not.

    Triples go to the default graph, quads where they say; https://schema.org/ terms become http://schema.org/.
    InputError when there is no such graph or it cannot be parsed.
    """
    store = ox.Store()
    fill(store, RdfFile.open(path))
    return store


def fill(store: ox.Store, file: RdfFile) -> None:
    """Put a file's content into a store, in memory or on disk; InputError when it cannot be parsed."""
    if _may_need_rewriting(file):
        store.bulk_extend(with_schema(file.quads(), "http"))
    else:
        with file.explaining():
            store.bulk_load(file.content, format=file.syntax, base_iri=file.base)


def _may_need_rewriting(file: RdfFile) -> bool:
    """Whether the slow way is due, quad by quad; JSON-LD can hide a scheme from this look (`https:\\/\\/`)."""
    return file.syntax == ox.RdfFormat.JSON_LD or HTTPS.encode() in file.content
