"""The plan of a build and the number of a part in; what was done with it out: pure, but for the files of the part."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from kg.assemble import Contest, Sources, fact_lines, merge_said, triples
from kg.export import unit, write_run, write_shard
from kg.model import Fact, Finding
from kg.pipeline.parts.packing import pack_fact
from kg.pipeline.parts.plan import Plan, part_of
from kg.pipeline.parts.shuffle import said_in
from kg.pipeline.parts.store import FactStore, Row
from kg.validate import engine, validate


@dataclass(frozen=True, slots=True)
class PartMerged:
    """The facts of a part as rows, the values that lost, and what people reject."""

    rows: list[Row]
    contests: tuple[Contest, ...]
    rejections: tuple[Finding, ...]


def merge_part(plan: Plan, part: int) -> PartMerged:
    """Merge what is said in a part."""
    resolution = plan.resolution
    decisions = [d for d in resolution.decisions if part_of(d.things[0], plan.parts) == part]
    merged = merge_said(said_in(plan, part), resolution, decisions)
    rows = [(part, f.subject, f.object if isinstance(f.object, str) else None, pack_fact(f)) for f in merged.facts]
    return PartMerged(rows, merged.contests, merged.rejections)


def check_part(plan: Plan, gone: Collection[Fact], part: int) -> tuple[Finding, ...]:
    """What the shapes find wrong with the things of a part when some facts are gone."""
    store = FactStore(plan.facts)
    facts = [fact for fact in store.part(part) if fact not in gone]
    beside = [fact for fact in store.near(part) if fact not in gone]
    store.close()
    return validate(triples(facts), engine(plan.engine), beside=triples(beside)).findings


Quoted = tuple[str, list[str]]
"""A document, and the lines of a piece of evidence from it."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of a part: how many facts, and the evidence from the documents that were asked for."""

    facts: int
    quoted: list[Quoted]


def write_part(plan: Plan, gone: Collection[Fact], wanted: Collection[str], part: int) -> Written:
    """Write the runs of a part: the facts that are not gone, what documents state, and the evidence."""
    store = FactStore(plan.facts)
    facts = store.part(part)
    store.close()
    kept = [fact for fact in facts if fact not in gone]
    write_run(fact_lines(kept), plan.run("facts", part))
    sources = Sources(list(said_in(plan, part)), facts, plan.resolution, plan.base, plan.encoding)
    evidence = list(sources.evidence())
    write_run([*sources.documents(), *(unit(lines) for _, lines in evidence)], plan.run("others", part))
    return Written(len(kept), [each for each in evidence if each[0] in wanted])


def write_part_shard(plan: Plan, folder: Path, part: int) -> None:
    """Write all the lines of a part as one shard of the graph."""
    write_shard([plan.run("facts", part), plan.run("others", part)], folder / shard_name(part))


def shard_name(number: int) -> str:
    """What the file of a shard is called."""
    return f"part-{number:05}.nq.gz"
