"""A whole build of hand-made pages, and ways to look at it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.assemble import (
    Held,
    Merged,
    Provenance,
    Refused,
    Sources,
    curation,
    fact_lines,
    merge,
    quarantine,
    refuse,
    said_by,
)
from kg.model import Decisions, Extraction, Fact, Finding, Links
from kg.resolve import Resolution, resolve
from kg.vocab import BaseIri, expand

BASE = BaseIri("https://films.test/")
UNDECIDED = Decisions()
UNLINKED = Links()


@dataclass(frozen=True)
class Built:
    extractions: Sequence[Extraction]
    resolution: Resolution
    merged: Merged
    quads: list[ox.Quad]

    def graph(self, name: str | None = None) -> set[ox.Triple]:
        """The triples of a graph, of the default graph without a name."""
        wanted = ox.NamedNode(f"{BASE.base}graph/{name}") if name else ox.DefaultGraph()
        return {q.triple for q in self.quads if q.graph_name == wanted}

    def values(self, subject: str, relation: str, graph: str | None = None) -> set[str]:
        """Values, or last levels of the IRIs, that a graph gives a subject ("movie/x")."""
        about, predicate = ox.NamedNode(BASE.base + subject), ox.NamedNode(expand(relation))
        return {
            t.object.value.rsplit("/", 1)[-1] if isinstance(t.object, ox.NamedNode) else t.object.value
            for t in self.graph(graph)
            if t.subject == about and t.predicate == predicate
        }

    @property
    def nquads(self) -> bytes:
        return b"\n".join(sorted(str(q).encode() for q in self.quads))


def built(
    extractions: Sequence[Extraction],
    findings: Iterable[Finding] = (),
    decisions: Decisions = UNDECIDED,
    links: Links = UNLINKED,
) -> Built:
    resolution = resolve(extractions, BASE, decisions, links)
    extractions = sorted([*extractions, *resolution.added], key=lambda extraction: extraction.document.id)
    merged = merge(extractions, resolution)
    refused = refuse(Held(merged.facts), [*findings, *merged.rejections])
    kept = [fact for fact in merged.facts if fact not in refused]
    lines = "\n".join(_lines(extractions, resolution, merged, kept, refused))
    return Built(extractions, resolution, merged, list(ox.parse(lines, format=ox.RdfFormat.N_QUADS)))


def _lines(
    extractions: Sequence[Extraction],
    resolution: Resolution,
    merged: Merged,
    kept: Sequence[Fact],
    refused: Mapping[Fact, Refused],
) -> Iterator[str]:
    """All graphs, each line once."""
    sources = Provenance(resolution, BASE)
    of = Sources([said for e in extractions for said in said_by(e, resolution)], merged.facts, resolution, BASE)
    about = Held(kept)
    yield from dict.fromkeys(
        [
            *fact_lines(kept),
            *of.documents(),
            *(line for piece in of.evidence() for line in piece.lines("\n").split("\n")),
            *(line for e in extractions for line in sources.of(e.document, e.about)),
            *sources.run(),
            *curation(merged.contests, resolution, lambda thing: bool(about.of(thing)), BASE),
            *quarantine(refused.values(), about.of, BASE),
        ]
    )
