"""The types that query parameters have: text as typed in, RDF term out, UsageError when it is not of the type."""

import re
from collections.abc import Callable
from typing import Final

import pyoxigraph as ox

from kg import vocab
from kg.errors import UsageError
from kg.rdf import schema_iri

Term = ox.NamedNode | ox.Literal

# What a thing of each of these types is; they are given by name or IRI, and the queries match both.
CLASSES: Final[dict[str, str]] = {
    "film": "schema:Movie",
    "person": "schema:Person",
    "country": "schema:Country",
    "thing": "",  # any of them, and whatever else has a name
}

_IRI: Final = re.compile(r"(https?://|urn:|tag:)\S+", re.IGNORECASE)
_DECADE: Final = re.compile(r"(\d\d)?(\d)0s?")
_ESCAPE: Final = re.compile(r"\\u", re.IGNORECASE)


def text(given: str) -> ox.Literal:
    r"""Any text but the empty one.

    `\u` is refused: SPARQL 1.1 (§19.2) lets an engine decode it before it parses, also inside a quoted string.
    """
    if not given.strip():
        raise UsageError("the value is empty; leave the parameter out to ask for any")
    if _ESCAPE.search(given):
        raise UsageError(f"{given!r} holds the SPARQL escape \\u; write the character itself")
    try:
        return ox.Literal(given)
    except ValueError as error:
        raise UsageError(f"{given!r} is not valid Unicode text") from error


def iri(given: str) -> ox.NamedNode:
    """An absolute IRI; one of https://schema.org/ is taken in its http form."""
    try:
        return ox.NamedNode(schema_iri(given))
    except ValueError as error:
        raise UsageError(f"{given!r} is not an IRI: {error}") from error


def thing(given: str) -> Term:
    """A thing by its IRI, or else by its name."""
    return iri(given) if _IRI.fullmatch(given) else text(given)


def integer(given: str) -> ox.Literal:
    """A whole number."""
    try:
        return ox.Literal(int(given))
    except ValueError as error:
        raise UsageError(f"{given!r} is not a whole number such as 2") from error


def decade(given: str) -> ox.Literal:
    """The first year of a decade, from "1990s", "1990" or "90s" (of the 20th century)."""
    if match := _DECADE.fullmatch(given.strip()):
        return ox.Literal(int(f"{match[1] or '19'}{match[2]}0"))
    near = re.match(r"\d{3}", given)
    raise UsageError(f"{given!r} is not a decade; did you mean {near[0] if near else '199'}0s?")


def relation(given: str) -> ox.NamedNode:
    """A relation of the ontology, as "director", "schema:director" or IRI."""
    if _IRI.fullmatch(given):
        return iri(given)
    known = {name.partition(":")[2]: r.iri for name, r in vocab.relations().items()}
    known |= {name: r.iri for name, r in vocab.relations().items()}
    if given not in known:
        raise UsageError.unknown("relation", given, known)
    return ox.NamedNode(known[given])


TYPES: Final[dict[str, Callable[[str], Term]]] = {
    **dict.fromkeys(CLASSES, thing),
    "text": text,
    "integer": integer,
    "decade": decade,
    "relation": relation,
    "iri": iri,
}
