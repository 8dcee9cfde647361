"""What came of a build in; the runs of its provenance, and of what a curator works from, out."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from kg.assemble import Contest, Provenance, Refused, curation, order, quarantine
from kg.assemble.provenance import Source
from kg.assemble.rdf import named, node
from kg.export import Runs, SortedFile
from kg.model import Fact, Kind, Thing
from kg.pipeline.claims import Claims
from kg.pipeline.parts import FactStore, Plan
from kg.resolve import Resolved
from kg.vocab import BaseIri

_GENERATED: Final = named("prov:wasGeneratedBy").encode()


def provenance_gone(lines: SortedFile, base: BaseIri, slugs: Iterable[str]) -> Iterator[bytes]:
    """The lines of an older graph's provenance that another run makes otherwise, and all about some documents (slugs).

    No other lines have these subjects.
    """
    told = sorted(slugs)
    sources = [f"{node(base.join('document', slug))} " for slug in told]
    for start in (f"<{base.base}agent/", f"<{base.base}run/", *sources):
        yield from lines.starting(start.encode())
    graphs = {node(base.join("graph", slug)).encode() for slug in told}
    for line in lines.starting(f"<{base.base}graph/".encode()):
        subject, predicate, _ = line.split(b" ", 2)
        if predicate == _GENERATED or subject in graphs:
            yield line


def noted_in(base: BaseIri) -> set[str]:
    """The graphs of the notes, as terms."""
    return {f"<{base.join('graph', name)}>" for name in ("curation", "quarantine")}


def provenance(plan: Plan, claims: Claims, resolution: Resolved, again: Collection[str] | None) -> list[Path]:
    """Where the graph of each document comes from, and the run that made them.

    Where only some documents have to be told of again, of the others only the run is.
    """
    documents: list[Source] = [
        *(head for head in claims.heads if not head.reason),
        *(each.document for each in resolution.added),
    ]
    told = Provenance(resolution, plan.base)
    with Runs(plan.folder, "provenance") as runs:
        for document in sorted(documents, key=lambda document: document.id):
            if again is None or document.id in again:
                key = resolution.about(document.id)
                runs.add(told.of(document, Thing(Kind.MOVIE, key) if key else None))
            else:
                told.note(document)
        runs.add(told.run())
    return runs.paths


def write_notes(
    plan: Plan,
    contests: Sequence[Contest],
    refused: Mapping[Fact, Refused],
    store: FactStore,
    resolution: Resolved,
) -> list[Path]:
    """What a curator works from: contests, open questions, what was refused."""

    def kept(thing: str) -> list[Fact]:
        return [fact for fact in store.of(thing) if fact not in refused]

    def in_order() -> Iterator[Refused]:
        return (refused[fact] for fact in sorted(refused, key=order))

    with Runs(plan.folder, "notes") as runs:
        runs.add(curation(contests, resolution, lambda thing: bool(kept(thing)), plan.base))
        runs.add(quarantine(in_order(), kept, plan.base))
    return runs.paths
