"""What came of a build in; the runs of its provenance, and of what a curator works from, out."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kg.assemble import Contest, Provenance, Refused, curation, order, quarantine
from kg.assemble.provenance import Source
from kg.export import Runs
from kg.model import Fact, Kind, Thing
from kg.pipeline.claims import Claims
from kg.pipeline.parts import FactStore, Plan
from kg.resolve import Resolution
from kg.vocab import BaseIri


def provenance_starts(base: BaseIri) -> list[str]:
    """What the lines of the provenance begin with, and no others."""
    return [f"<{base.base}{kind}/" for kind in ("agent", "document", "graph", "run")]


def noted_in(base: BaseIri) -> set[str]:
    """The graphs of the notes, as terms."""
    return {f"<{base.join('graph', name)}>" for name in ("curation", "quarantine")}


def provenance(plan: Plan, claims: Claims, resolution: Resolution) -> list[Path]:
    """Where the graph of each document comes from, and the run that made them."""
    about = {document: Thing(Kind.MOVIE, key) for document, key in resolution.about.items()}
    documents: list[Source] = [
        *(head for head in claims.heads if not head.reason),
        *(each.document for each in resolution.added),
    ]
    told = Provenance(resolution, plan.base)
    with Runs(plan.folder, "provenance") as runs:
        for document in sorted(documents, key=lambda document: document.id):
            runs.add(told.of(document, about.get(document.id)))
        runs.add(told.run())
    return runs.paths


def write_notes(
    plan: Plan,
    contests: Sequence[Contest],
    refused: Mapping[Fact, Refused],
    store: FactStore,
    resolution: Resolution,
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
