"""Parts of a build in; what was merged in each is on disk, and what that came to in all is out."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import partial

from kg.assemble import Contest, Stated, order
from kg.export import prefixes_of
from kg.model import Finding
from kg.pipeline.changes import Changes
from kg.pipeline.parts import bundle_of, merge_part, merge_part_again, spaces_of
from kg.pipeline.work import Work


@dataclass(slots=True)
class Merged:
    """The values that lost, what people reject, and the namespaces of all facts by how often each occurs.

    Where an older build was changed, `changed` are the things of which other facts hold, among them those of which
    there are none left: `vanished`.
    """

    contests: list[Contest] = field(default_factory=list)
    rejections: list[Finding] = field(default_factory=list)
    spaces: Counter[str] = field(default_factory=Counter)
    changed: set[str] = field(default_factory=set)
    vanished: set[str] = field(default_factory=set)

    def prefixes(self, gone: Collection[Stated]) -> dict[str, str]:
        """The prefixes for the facts that are not gone."""
        return prefixes_of(+(self.spaces - spaces_of(gone)))


def merge(work: Work, changes: Changes, shown: Collection[str], meanwhile: Callable[[], None]) -> Merged:
    """Merge every part; the bundles that something else is said of now are work to be done again.

    `shown` are the documents that the page of evidence may show; `meanwhile` is done while workers are at the parts.
    """
    plan, all = work.plan, Merged()
    task = partial(merge_part_again, plan, changes.gone) if plan.changing else partial(merge_part, plan, shown)
    under_way = work.each("merging", task, range(plan.parts))
    meanwhile()
    for merged in under_way:
        all.contests += merged.contests
        all.rejections += merged.rejections
        all.spaces.update(merged.spaces)
        all.changed |= merged.changed
        all.vanished |= merged.vanished
        work.bundles |= merged.bundles
    if kept := changes.basis.kept:
        all.spaces.update(kept.spaces)
        all.contests += (contest for contest in kept.contests if bundle_of(contest.chosen.subject) not in work.bundles)
    all.contests.sort(key=lambda contest: order(contest.chosen))
    return all
