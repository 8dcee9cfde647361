"""The formats a graph can be written in; command line, folder of a build and tests all read this tuple."""

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Final

import pyoxigraph as ox

from kg.errors import UsageError
from kg.export.graph import Graph
from kg.export.jsonld import json_ld
from kg.export.network import cypher, graphml, neo4j_links, neo4j_nodes
from kg.export.quickstatements import quickstatements
from kg.export.rdf import expanded_json_ld, n_quads, n_triples, rdf_xml, trig, turtle
from kg.export.rows import as_csv, as_parquet
from kg.export.tables import TABLES
from kg.packing import PACKINGS, parted

_PARQUET: Final = "application/vnd.apache.parquet"


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `whole`: it holds what the documents' own graphs and evidence say too, not just the merged facts."""

    name: str
    suffix: str
    media_type: str
    whole: bool
    write: Callable[[Graph, IO[bytes]], None]

    @property
    def is_rdf(self) -> bool:
        """Whether the graph can be read back from it."""
        return ox.RdfFormat.from_media_type(self.media_type) is not None


EXPORTERS: Final = (
    Exporter("nquads", ".nq", "application/n-quads", True, n_quads),
    Exporter("turtle", ".ttl", "text/turtle", False, turtle),
    Exporter("jsonld", ".jsonld", "application/ld+json", False, json_ld),
    Exporter("trig", ".trig", "application/trig", True, trig),
    Exporter("ntriples", ".nt", "application/n-triples", False, n_triples),
    Exporter("rdfxml", ".rdf", "application/rdf+xml", False, rdf_xml),
    Exporter("jsonld-expanded", ".expanded.jsonld", "application/ld+json", True, expanded_json_ld),
    *(Exporter(f"{t.name}-csv", f".{t.name}.csv", "text/csv", t.whole, as_csv(t)) for t in TABLES),
    *(Exporter(f"{t.name}-parquet", f".{t.name}.parquet", _PARQUET, t.whole, as_parquet(t)) for t in TABLES),
    Exporter("graphml", ".graphml", "application/graphml+xml", False, graphml),
    Exporter("cypher", ".cypher", "application/x-cypher-query", False, cypher),
    Exporter("neo4j-nodes", ".nodes.csv", "text/csv", False, neo4j_nodes),
    Exporter("neo4j-links", ".links.csv", "text/csv", False, neo4j_links),
    Exporter("quickstatements", ".qs", "text/tab-separated-values", True, quickstatements),
)


def exporter(name: str) -> Exporter:
    """The exporter of this name or file suffix, compressed where .gz or .zst ends it; UsageError with a suggestion."""
    plain, packing = parted(name)
    for format in EXPORTERS:
        if plain in (format.name, format.suffix):
            return format if not packing else _packed(format, packing)
    raise UsageError.unknown("format", name, (e.name for e in EXPORTERS))


def exporter_for(file: str) -> Exporter:
    """The exporter that the name of a file asks for: `x.ttl`, `x.nq.gz`, `x.films.csv`."""
    plain, packing = parted(Path(file).name)
    fitting = [e for e in EXPORTERS if plain.endswith(e.suffix)]
    longest = max(fitting, key=lambda e: len(e.suffix), default=None)
    return exporter(f"{longest.suffix if longest else Path(plain).suffix}{packing}")


def packing_of(file: str) -> str:
    """The suffix of a compression that a file's name ends with, or nothing."""
    return parted(Path(file).name)[1]


def _packed(format: Exporter, packing: str) -> Exporter:
    """The same format, compressed."""

    def write(graph: Graph, out: IO[bytes]) -> None:
        plain = io.BytesIO()
        format.write(graph, plain)
        out.write(PACKINGS[packing].pack(plain.getvalue()))

    return replace(
        format,
        name=format.name + packing,
        suffix=format.suffix + packing,
        media_type="application/gzip" if packing == ".gz" else "application/zstd",
        write=write,
    )
