"""The claims of a build in; its graph in a folder and what came of it, out: merged, validated, written part by part."""

import heapq
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeVar

import pyoxigraph as ox

from kg.assemble import (
    Contest,
    Provenance,
    Refused,
    blamed,
    conforming,
    curation,
    fact_lines,
    order,
    quarantine,
    said_by,
)
from kg.assemble.merging import LABELS
from kg.errors import KgError
from kg.export import LARGEST, SHARDS, Graph, Runs, write_graph, write_merged, write_page, write_shard
from kg.model import Document, Extraction, Fact, Finding
from kg.pipeline.claims import Claims
from kg.pipeline.options import Options, Steps
from kg.pipeline.parts import (
    FactStore,
    Plan,
    Quoted,
    Shuffle,
    check_part,
    decide_parts,
    merge_part,
    part_of,
    shard_name,
    write_part,
    write_part_shard,
)
from kg.pipeline.parts.store import Row
from kg.pipeline.runners import Here, Lost, Runner
from kg.resolve import Resolution
from kg.validate import fitting
from kg.vocab import term

_SEEN: Final = 4 * LARGEST  # claims of the documents that the page is made of; some share their words
_STATED: Final = tuple(term(f"rdf:{name}") for name in ("subject", "object", "reifies"))
R = TypeVar("R")


@dataclass(slots=True)
class Assembled:
    """What came of assembling."""

    statements: int = 0
    facts: int = 0
    contests: Sequence[Contest] = ()
    refused: Mapping[Fact, Refused] = field(default_factory=dict)
    findings: tuple[tuple[Finding, list[Fact]], ...] = ()


def assemble(claims: Claims, resolution: Resolution, options: Options, folder: Path, steps: Steps) -> Assembled:
    """Merge what documents say, validate it, and write the graph and the page of evidence."""
    with TemporaryDirectory(prefix=".parts.", dir=folder) as name:
        space = Path(name)
        runner = options.runner if options.runner.sees(space) else Here()
        work = _Work(Plan(space, decide_parts(claims.documents), options.base, options.evidence, ""), runner, steps)
        work.plan.keep(resolution, shared=not isinstance(runner, Here))
        shown, sources = _spread(_all(claims, resolution), resolution, work)
        store = _merge(work)
        try:
            _validate(work, store, options)
            quoted = _write(work, {document.id for document in shown})
            steps("joining", 0, 1)
            notes = _write_notes(work, store, resolution)
            facts = space / "facts.run"
            with facts.open("wb") as out:
                write_merged([work.plan.run("facts", part) for part in range(work.plan.parts)], out)
            others = [work.plan.run("others", part) for part in range(work.plan.parts)]
            write_graph(folder, facts, [*others, *sources, *notes])
            if options.shards:
                _write_shards(work, folder / SHARDS, [*sources, *notes])
            shown = _that_fit(shown, quoted)
            ids = {document.id for document in shown}
            quoted = [each for each in quoted if each[0] in ids]
            graph = _quoted(quoted, shown, resolution, store, work.done.refused, options)
        finally:
            store.close()
    write_page(graph, shown, folder, among=claims.documents + len(resolution.added))
    return work.done


@dataclass(slots=True)
class _Work:
    """What is under way: how, by whom, and what came of it so far."""

    plan: Plan
    runner: Runner
    steps: Steps
    done: Assembled = field(default_factory=Assembled)
    rejections: list[Finding] = field(default_factory=list)

    def each(self, stage: str, task: Callable[[int], R], parts: Collection[int] | None = None) -> Iterator[R]:
        """A task done to each part, or to some, in their order."""
        wanted = sorted(range(self.plan.parts) if parts is None else parts)
        self.steps(stage, 0, len(wanted))
        for done, result in enumerate(self.runner.map(task, wanted, at_once=1), start=1):
            if isinstance(result, Lost):
                raise KgError("no worker could assemble a part of the graph, perhaps for want of memory")
            self.steps(stage, done, len(wanted))
            yield result


def _all(claims: Claims, resolution: Resolution) -> Iterator[Extraction]:
    """What documents state and what people add, by id."""
    added = sorted(resolution.added, key=_id)
    return heapq.merge(claims, added, key=_id)


def _id(extraction: Extraction) -> str:
    return extraction.document.id


def _spread(
    extractions: Iterable[Extraction], resolution: Resolution, work: _Work
) -> tuple[list[Document], list[Path]]:
    """Put what is said to its parts; the first documents, and the runs of their provenance, come back."""
    work.steps("sharing out", 0, 1)
    shown: list[Document] = []
    provenance = Provenance(resolution, work.plan.base)
    with Shuffle(work.plan) as shuffle, Runs(work.plan.folder, "provenance") as runs:
        for extraction in extractions:
            runs.add(provenance.of(extraction.document, extraction.about))
            for said in said_by(extraction, resolution):
                shuffle.add(said)
            if work.done.statements <= _SEEN and len(shown) < LARGEST:
                shown.append(extraction.document)
            work.done.statements += len(extraction.claims)
        runs.add(provenance.run())
    return shown, runs.paths


def _merge(work: _Work) -> FactStore:
    contests: list[Contest] = []

    def rows() -> Iterator[list[Row]]:
        for merged in work.each("merging", partial(merge_part, work.plan)):
            contests.extend(merged.contests)
            work.rejections.extend(merged.rejections)
            yield merged.rows

    store = FactStore.create(work.plan.facts, rows())
    work.done.contests = sorted(contests, key=lambda contest: order(contest.chosen))
    return store


def _validate(work: _Work, store: FactStore, options: Options) -> None:
    """Find out what the shapes refuse, and find the facts that they find fault with."""
    work.plan = replace(work.plan, engine=options.engine or fitting(len(store)).name)

    def check(gone: Collection[Fact], things: Collection[str] | None) -> Iterator[Finding]:
        parts = None if things is None else {part_of(thing, work.plan.parts) for thing in things}
        for findings in work.each("validating", partial(check_part, work.plan, frozenset(gone)), parts):
            yield from findings

    work.done.refused, findings = conforming(store, check, work.rejections)
    work.done.findings = tuple(zip(findings, blamed(store, findings), strict=True))


def _write(work: _Work, wanted: set[str]) -> list[Quoted]:
    """Write the runs of all parts; the evidence from some documents comes back."""
    quoted: list[Quoted] = []
    task = partial(write_part, work.plan, frozenset(work.done.refused), frozenset(wanted))
    for written in work.each("writing", task):
        work.done.facts += written.facts
        quoted += written.quoted
    return quoted


def _write_shards(work: _Work, folder: Path, others: Sequence[Path]) -> None:
    """The graph once more, a file a part, and a last one for what belongs to none."""
    folder.mkdir()
    for _ in work.each("packing", partial(write_part_shard, work.plan, folder)):
        pass
    write_shard(others, folder / shard_name(work.plan.parts))


def _that_fit(documents: list[Document], quoted: Iterable[Quoted]) -> list[Document]:
    """Of the first documents as many as a page can show, and one more, so that it is seen to be full."""
    count = Counter(document for document, _ in quoted)
    totals = accumulate(count[document.id] for document in documents)
    return documents[: 1 + sum(total <= LARGEST for total in totals)]


def _write_notes(work: _Work, store: FactStore, resolution: Resolution) -> list[Path]:
    """What a curator works from: contests, open questions, what was refused."""
    refused = work.done.refused

    def kept(thing: str) -> list[Fact]:
        return [fact for fact in store.of(thing) if fact not in refused]

    with Runs(work.plan.folder, "notes") as runs:
        runs.add(curation(work.done.contests, resolution, lambda thing: bool(kept(thing)), work.plan.base))
        in_order = (refused[fact] for fact in sorted(refused, key=order))
        runs.add(quarantine(in_order, kept, work.plan.base))
    return runs.paths


def _quoted(
    quoted: Iterable[Quoted],
    shown: Iterable[Document],
    resolution: Resolution,
    store: FactStore,
    refused: Collection[Fact],
    options: Options,
) -> Graph:
    """The evidence from some documents with the names of all that it speaks of."""
    sources = Provenance(resolution, options.base)
    lines = [line for _, piece in quoted for line in piece]
    lines += (line for document in shown for line in sources.of(document, None))
    quads = list(ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS))
    stated = [q.object if isinstance(q.object, ox.Triple) else q for q in quads if q.predicate in _STATED]
    things = {node.value for said in stated for node in (said.subject, said.object) if isinstance(node, ox.NamedNode)}
    about = (fact for thing in sorted(things) for fact in store.of(thing))
    names = fact_lines(fact for fact in about if fact.relation in LABELS and fact not in refused)
    return Graph.of([*quads, *ox.parse("\n".join(names), format=ox.RdfFormat.N_QUADS)])
