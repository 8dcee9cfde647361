"""The plan of a build and a share of it in; what was done with it out: pure, but for the files of the part."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.assemble import Contest, Merged, Piece, Said, Sources, Stated, fact_lines, merge_said, spoken, stated
from kg.export import PARTING, write_pieces, write_run, write_shard
from kg.model import Fact, Finding
from kg.pipeline.claims import Claims, Portion
from kg.pipeline.parts.plan import Plan, Share, part_of
from kg.pipeline.parts.shuffle import share_out, spoken_in
from kg.pipeline.parts.spaces import spaces_of
from kg.pipeline.parts.store import FactStore, PartStore
from kg.validate import engine, findings


@dataclass(frozen=True, slots=True)
class PartMerged:
    """The values that lost, and what people reject.

    Where an older store was changed, `bundles` are those that something else is said of now, `changed` the things of
    which other facts hold, among them those of which there are none left: `vanished`.
    """

    contests: tuple[Contest, ...]
    rejections: tuple[Finding, ...]
    spaces: Counter[str]
    bundles: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    vanished: frozenset[str] = frozenset()


def share_portion(plan: Plan, claims: Claims, portion: Portion) -> dict[str, int]:
    """Put what the documents of a portion state to its parts; how many statements each makes, by id."""
    return share_out(plan, portion.number, claims.within(portion))


def merge_part(plan: Plan, wanted: Collection[str], part: int) -> PartMerged:
    """Merge what is said in a part, and write all that is no fact: whatever the shapes refuse does not show in it.

    The lines of evidence from `wanted` documents are kept at hand.
    """
    plan.store(part).unlink(missing_ok=True)  # of a worker that died over it
    with PartStore(plan.store(part)) as store:
        store.hear(spoken_in(plan, part))
        said = list(store.said())
        merged = _merged(plan, part, said)
        store.put_facts(merged.facts)
        _write_others(plan, store, said, merged.facts, wanted, part)
        store.index()
    return PartMerged(merged.contests, merged.rejections, spaces_of(merged.facts))


def merge_part_again(plan: Plan, gone: Collection[str], part: int) -> PartMerged:
    """Merge what is said in a part of an older build; what documents said that are `gone` is forgotten first."""
    with PartStore(plan.store(part)) as store:
        heard = list(spoken_in(plan, part))
        touched = store.forget(gone) | {bundle for bundle, *_ in heard}
        store.hear(heard)
        merged = _merged(plan, part, store.said(touched))
        before, after = set(store.stated(touched)), set(map(stated, merged.facts))
        store.drop_facts(touched)
        store.put_facts(merged.facts)
    changed = frozenset(each.subject for each in before ^ after)
    vanished = frozenset(each.subject for each in before) - {each.subject for each in after}
    spaces = spaces_of(after)
    spaces.subtract(spaces_of(before))
    return PartMerged(merged.contests, merged.rejections, spaces, frozenset(touched), changed, vanished)


def _merged(plan: Plan, part: int, said: Iterable[Said]) -> Merged:
    decisions = [d for d in plan.resolution.decisions if part_of(d.things[0], plan.parts) == part]
    return merge_said(said, plan.resolution.part(part), decisions)


def check_share(plan: Plan, gone: Collection[Stated], share: Share) -> set[Finding]:
    """What the shapes find wrong with the things of a share when some facts are gone."""
    store = FactStore([plan.store(part) for part in range(plan.parts)])
    with PartStore(plan.store(share.part)) as part:
        facts = [each for each in part.stated(share.bundles) if each not in gone]
    beside = [each for each in store.beside(facts) if each not in gone]
    store.close()
    return findings(spoken(facts), engine(plan.engine), beside=spoken(beside))


@dataclass(frozen=True, slots=True)
class Written:
    """About which things a share was written, and in the place of which pieces of evidence (terms)."""

    things: frozenset[str] = frozenset()
    outdated: list[str] = field(default_factory=list)


def write_share(
    plan: Plan, gone: Collection[Stated], wanted: Collection[str], known: dict[str, str], share: Share
) -> Written:
    """Write the runs of a share of an older store: the facts that are not gone, and all that is not facts.

    `known` are the prefixes for the facts.
    """
    with PartStore(plan.store(share.part)) as store:
        facts = store.facts(share.bundles)
        _write_facts(plan, map(stated, facts), gone, known, share.part)
        outdated = store.drop_pieces(share.bundles)
        _write_others(plan, store, list(store.said(share.bundles)), facts, wanted, share.part)
    return Written(frozenset(each.subject for each in facts), outdated)


def write_facts_of(plan: Plan, gone: Collection[Stated], known: dict[str, str], share: Share) -> None:
    """Write the runs of the facts of a share: their lines, and what Turtle and JSON-LD make of them."""
    with PartStore(plan.store(share.part)) as store:
        _write_facts(plan, store.stated(share.bundles), gone, known, share.part)


def _write_others(
    plan: Plan, store: PartStore, said: Sequence[Said], facts: Sequence[Fact], wanted: Collection[str], part: int
) -> None:
    """Write the run of what documents state, and of the evidence; remember the pieces of evidence."""
    sources = Sources(said, facts, plan.resolution.part(part), plan.base, plan.encoding)
    units = list(sources.documents())

    def evidence() -> Iterator[Piece]:
        for piece in sources.evidence():  # one at a time: a part of all is large
            units.append(piece.lines(PARTING.decode()))
            yield piece

    store.put_pieces(evidence(), wanted)
    write_run(units, plan.run("others", part))


def _write_facts(
    plan: Plan, facts: Iterable[Stated], gone: Collection[Stated], known: dict[str, str], part: int
) -> None:
    run = plan.run("facts", part)
    write_run(fact_lines(each for each in facts if each not in gone), run)
    write_pieces(run, known, plan.run("turtle", part), plan.run("jsonld", part))


def write_part_shard(plan: Plan, folder: Path, part: int) -> None:
    """Write all the lines of a part as one shard of the graph."""
    write_shard([plan.run("facts", part), plan.run("others", part)], folder / shard_name(part))


def shard_name(number: int) -> str:
    """What the file of a shard is called."""
    return f"part-{number:05}.nq.gz"
