"""The formats a graph can be written in; command line, folder of a build and round-trip tests all read this tuple."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Final

from kg.errors import UsageError
from kg.export.graph import Graph
from kg.export.jsonld import json_ld
from kg.export.rdf import n_quads, n_triples, trig, turtle


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `whole`: it holds the documents' own graphs too, not just the merged facts."""

    name: str
    suffix: str
    media_type: str
    whole: bool
    write: Callable[[Graph, IO[bytes]], None]


EXPORTERS: Final = (
    Exporter("nquads", ".nq", "application/n-quads", True, n_quads),
    Exporter("turtle", ".ttl", "text/turtle", False, turtle),
    Exporter("jsonld", ".jsonld", "application/ld+json", False, json_ld),
    Exporter("trig", ".trig", "application/trig", True, trig),
    Exporter("ntriples", ".nt", "application/n-triples", False, n_triples),
)


def exporter(name: str) -> Exporter:
    """The exporter of this name or file suffix; UsageError with a suggestion when there is none."""
    for format in EXPORTERS:
        if name in (format.name, format.suffix):
            return format
    raise UsageError.unknown("format", name, (e.name for e in EXPORTERS))
