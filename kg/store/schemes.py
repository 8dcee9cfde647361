"""https://schema.org/ in, http://schema.org/ out: the one form that graphs and queries here have."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

import pyoxigraph as ox

HTTP: Final = "http://schema.org/"
HTTPS: Final = "https://schema.org/"

_Node = TypeVar("_Node", bound=ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | ox.DefaultGraph)


def http_schema(iri: str) -> str:
    """The IRI, in the http form when it is a term of https://schema.org/."""
    return HTTP + iri.removeprefix(HTTPS) if iri.startswith(HTTPS) else iri


def with_http_schema(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The quads, each https://schema.org/ term in the http form."""
    return (ox.Quad(*(_http(part) for part in quad)) for quad in quads)


def _http(part: _Node) -> _Node:
    if isinstance(part, ox.NamedNode) and part.value.startswith(HTTPS):
        return type(part)(http_schema(part.value))
    if isinstance(part, ox.Triple):
        return type(part)(*(_http(node) for node in part))
    return part
