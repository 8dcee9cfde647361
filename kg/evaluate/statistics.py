"""Counts in, precision, recall and F1 out, each share with its 95 % confidence interval."""

from dataclasses import dataclass
from math import sqrt
from typing import Final, NamedTuple

Z: Final = 1.959963984540054  # the standard normal's 97.5 % quantile: a 95 % interval


class Share(NamedTuple):
    """A proportion with the bounds of its interval."""

    value: float
    low: float
    high: float


def wilson(successes: int, trials: int) -> Share | None:
    """Share of successes with Wilson's score interval, which stays within [0, 1] and holds for few trials too;
    None without any.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212.
    """
    if not trials:
        return None
    share = successes / trials
    centre = share + Z**2 / (2 * trials)
    spread = Z * sqrt(share * (1 - share) / trials + Z**2 / (4 * trials**2))
    scale = 1 + Z**2 / trials
    return Share(share, max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale))


@dataclass(slots=True)
class Tally:
    """What came out for one relation.

    `unjudged` predictions are of a relation about which gold says nothing in that document: neither right nor wrong.
    """

    found: int = 0
    missed: int = 0
    false: int = 0
    unjudged: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.found + other.found,
            self.missed + other.missed,
            self.false + other.false,
            self.unjudged + other.unjudged,
        )

    @property
    def precision(self) -> Share | None:
        """Share of the judged predictions that are right."""
        return wilson(self.found, self.found + self.false)

    @property
    def recall(self) -> Share | None:
        """Share of gold that was found."""
        return wilson(self.found, self.found + self.missed)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None without gold or without predictions."""
        precision, recall = self.precision, self.recall
        return None if precision is None or recall is None else harmonic(precision.value, recall.value)


def harmonic(precision: float, recall: float) -> float:
    """F1 of a precision and a recall."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
