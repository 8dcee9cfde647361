"""An RDF file or the folder of a build in, its quads out; nothing is fetched, and no literal is rewritten."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeVar

import pyoxigraph as ox

from kg.errors import InputError
from kg.packing import PACKINGS, parted

GRAPH_FILE: Final = "graph.nq"  # the whole graph in the folder of a build
HTTP: Final = "http://schema.org/"
HTTPS: Final = "https://schema.org/"
Scheme = Literal["http", "https"]

_SCHEMA: Final = re.compile(r"https?(?=://schema\.org/)")
_Node = TypeVar("_Node", bound=ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | ox.DefaultGraph)


@dataclass(frozen=True, slots=True)
class RdfFile:
    """A file of RDF, unpacked; its syntax is the one that its name says."""

    path: Path
    syntax: ox.RdfFormat
    content: bytes

    @classmethod
    def open(cls, path: str | Path) -> "RdfFile":
        """The file at a path, compressed or not, or the graph in a build's folder; InputError when there is none."""
        file = _graph_file(Path(path))
        return cls(file, _syntax(file), _content(file))

    @property
    def base(self) -> str:
        """What relative IRIs in it are relative to."""
        return self.path.resolve().as_uri()

    def quads(self) -> list[ox.Quad]:
        """Its quads; blank nodes get canonical labels (RDFC-1.0), so that the same file always gives the same quads."""
        with self.explaining():
            quads = list(ox.parse(self.content, format=self.syntax, base_iri=self.base))
        if not any(isinstance(part, ox.BlankNode) for quad in quads for part in quad):
            return quads
        dataset = ox.Dataset(quads)
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        return list(dataset)

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """Within it, what the parser has against the content becomes an InputError."""
        try:
            yield
        except (SyntaxError, ValueError) as error:
            raise InputError(f"{self.path}: {_reason(error)}") from error


def with_schema(quads: Iterable[ox.Quad], scheme: Scheme) -> Iterator[ox.Quad]:
    """The same quads with every schema.org term under http: or https:."""
    return (ox.Quad(*(_term(part, scheme) for part in quad)) for quad in quads)


def schema_iri(iri: str, scheme: Scheme = "http") -> str:
    """The IRI; under the other scheme when it is a schema.org term of that one."""
    return _SCHEMA.sub(scheme, iri, count=1) if _SCHEMA.match(iri) else iri


def _term(part: _Node, scheme: Scheme) -> _Node:
    if isinstance(part, ox.NamedNode) and _SCHEMA.match(part.value):
        return type(part)(schema_iri(part.value, scheme))
    if isinstance(part, ox.Triple):
        return type(part)(*(_term(node, scheme) for node in part))
    return part


def _graph_file(path: Path) -> Path:
    file = path / GRAPH_FILE if path.is_dir() else path
    if file.is_file():
        return file
    if path.is_dir():
        raise InputError(f"{path}: holds no {GRAPH_FILE}; make one with `kg build TEXTS --output {path}`")
    raise InputError(f"{path}: no such file or folder; name a build's folder or an RDF file")


def _syntax(file: Path) -> ox.RdfFormat:
    """The format that the file's suffix names, the one before `.gz` or `.zst` where it is compressed."""
    suffix = Path(parted(file.name)[0]).suffix
    syntax = ox.RdfFormat.from_extension(suffix.lower().removeprefix("."))
    if syntax is None:
        raise InputError(
            f"{file}: RDF files end in .nq, .trig, .ttl, .nt, .n3, .rdf or .jsonld (or one of these and .gz or .zst)"
        )
    return syntax


def _content(file: Path) -> bytes:
    packing = parted(file.name)[1]
    try:
        return PACKINGS[packing].unpack(file.read_bytes()) if packing else file.read_bytes()
    except (OSError, EOFError) as error:
        raise InputError(f"{file}: cannot be read: {error}") from error


def _reason(error: Exception) -> str:
    if "LoadDocumentCallback" in str(error):  # pyoxigraph's words for a remote context
        return "its JSON-LD @context lies on the web, and nothing is fetched; write the context into the file"
    return f"not the RDF that its name says: {error}"
