"""Merged facts in; which of them the shapes refuse, and all that they find fault with, out."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from kg.assemble import Refused, blamed, conforming, stated
from kg.model import Fact, Finding
from kg.pipeline.kept import Kept
from kg.pipeline.merging import Merged
from kg.pipeline.parts import FactStore, bundle_of, check_share
from kg.pipeline.work import Work
from kg.validate import fitting


@dataclass(slots=True)
class Judged:
    """The facts that are refused, findings with the facts that each is about, and those of the first look at all."""

    refused: Mapping[Fact, Refused] = field(default_factory=dict)
    findings: tuple[tuple[Finding, list[Fact]], ...] = ()
    checked: Sequence[Finding] = ()


def judge(work: Work, store: FactStore, merged: Merged, kept: Kept | None, engine: str | None) -> Judged:
    """Hold the facts to the shapes; of an older build, those that the shapes may judge otherwise than before."""
    work.plan = replace(work.plan, engine=engine or fitting(len(store)).name)
    judged = Judged()

    def check(gone: Collection[Fact], things: Collection[str] | None) -> Iterator[Finding]:
        known: list[Finding] = []
        if things is not None:
            shares = work.shares(map(bundle_of, things))
        elif kept and kept.engine == work.plan.engine:
            bundles, known = _to_check(work, store, merged, kept.findings)
            shares = work.shares(bundles)
        else:
            shares = work.whole
        found = work.each("validating", partial(check_share, work.plan, frozenset(map(stated, gone))), shares)
        new = dict.fromkeys([*known, *(finding for findings in found for finding in findings)])
        if things is None:
            judged.checked = sorted(new)
        return iter(new)

    judged.refused, findings = conforming(store, check, merged.rejections)
    judged.findings = tuple(zip(findings, blamed(store, findings), strict=True))
    return judged


def _to_check(work: Work, store: FactStore, merged: Merged, known: Sequence[Finding]) -> tuple[set[str], list[Finding]]:
    """The bundles that the shapes may judge otherwise than before, and what was found about all others.

    Shapes look at a thing and what it points to. Of two things that a finding is about, either may have led to it.
    """
    pointing = (fact.subject for thing in sorted(merged.changed) for fact in store.to(thing))
    bundles = work.bundles | {bundle_of(thing) for thing in pointing}
    ends = [(finding, {bundle_of(finding.focus), bundle_of(finding.value)}) for finding in known]
    while more := [both for _, both in ends if both & bundles and not both <= bundles]:
        bundles = bundles.union(*more)
    return bundles, [finding for finding, both in ends if not both & bundles]
