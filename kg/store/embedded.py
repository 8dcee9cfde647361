"""A build's folder or an RDF file in, an in-memory pyoxigraph store out; nothing is ever fetched or written."""

import gzip
import zlib
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import InputError
from kg.store.schemes import HTTPS, with_http_schema

GRAPH_FILE: Final = "graph.nq"


def open_graph(path: str | Path) -> ox.Store:
    """Store with the graph of a build's folder (its graph.nq) or of one RDF file, `.gz` or not.

    Triples go to the default graph, quads where they say; https://schema.org/ terms become http://schema.org/.
    InputError when there is no such graph or it cannot be parsed.
    """
    file = _graph_file(Path(path))
    syntax = _syntax(file)
    store = ox.Store()
    try:
        _fill(store, _content(file), syntax, file)
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{file}: {_reason(error)}") from error
    return store


def _graph_file(path: Path) -> Path:
    file = path / GRAPH_FILE if path.is_dir() else path
    if file.is_file():
        return file
    if path.is_dir():
        raise InputError(f"{path}: holds no {GRAPH_FILE}; make one with `kg build TEXTS --output {path}`")
    raise InputError(f"{path}: no such file or folder; name a build's folder or an RDF file")


def _syntax(file: Path) -> ox.RdfFormat:
    """The format that the file's suffix names, the one before `.gz` where it is compressed."""
    suffix = Path(file.stem).suffix if file.suffix == ".gz" else file.suffix
    syntax = ox.RdfFormat.from_extension(suffix.lower().removeprefix("."))
    if syntax is None:
        raise InputError(
            f"{file}: RDF files end in .nq, .trig, .ttl, .nt, .n3, .rdf or .jsonld (or one of these and .gz)"
        )
    return syntax


def _content(file: Path) -> bytes:
    try:
        return gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{file}: cannot be read: {error}") from error


def _fill(store: ox.Store, content: bytes, syntax: ox.RdfFormat, file: Path) -> None:
    """The slow way, quad by quad through Python, only where something may have to be rewritten.

    JSON-LD always goes that way: `https:\\/\\/` and prefixes hide the scheme from a look at the bytes.
    """
    base = file.resolve().as_uri()
    if syntax == ox.RdfFormat.JSON_LD or HTTPS.encode() in content:
        store.bulk_extend(with_http_schema(ox.parse(content, format=syntax, base_iri=base)))
    else:
        store.bulk_load(content, format=syntax, base_iri=base)


def _reason(error: Exception) -> str:
    if "LoadDocumentCallback" in str(error):  # pyoxigraph's words for a remote context
        return "its JSON-LD @context lies on the web, and nothing is fetched; write the context into the file"
    return f"not the RDF that its name says: {error}"
