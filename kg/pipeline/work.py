"""Items of work in; what was done with each, by whoever works, out."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from kg.errors import KgError
from kg.pipeline.options import Steps
from kg.pipeline.parts import Plan, Share, part_of
from kg.pipeline.runners import Lost, Runner

T = TypeVar("T")
R = TypeVar("R")


def each(runner: Runner, steps: Steps, stage: str, task: Callable[[T], R], items: Collection[T]) -> Iterator[R]:
    """A task done to each item, in their order; where there are workers, they begin at once."""
    results = runner.map(task, items, at_once=1)

    def told() -> Iterator[R]:
        steps(stage, 0, len(items))
        for done, result in enumerate(results, start=1):
            if isinstance(result, Lost):
                raise KgError("no worker could assemble a part of the graph, perhaps for want of memory")
            steps(stage, done, len(items))
            yield result

    return told()


@dataclass(slots=True)
class Work:
    """What is under way: how, and by whom; `bundles` are those of an older build that have to be done again."""

    plan: Plan
    runner: Runner
    steps: Steps
    bundles: set[str] = field(default_factory=set)

    def each(self, stage: str, task: Callable[[T], R], items: Collection[T]) -> Iterator[R]:
        """See `each`."""
        return each(self.runner, self.steps, stage, task, items)

    @property
    def whole(self) -> list[Share]:
        """All the work there is."""
        return [Share(part) for part in range(self.plan.parts)]

    @property
    def again(self) -> list[Share]:
        """All the work, or what there is of it to be done again."""
        return self.shares(self.bundles) if self.plan.changing else self.whole

    def shares(self, bundles: Iterable[str]) -> list[Share]:
        """The work to be done with some bundles."""
        of: dict[int, set[str]] = defaultdict(set)
        for bundle in bundles:
            of[part_of(bundle, self.plan.parts)].add(bundle)
        return [Share(part, frozenset(of[part])) for part in sorted(of)]
