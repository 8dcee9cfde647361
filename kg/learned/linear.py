"""Multinomial logistic regression over features that are present or absent: a set of them in, probabilities out.

Weights are whole thousandths, so that their sums are the same in whatever order a set is walked.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from math import exp
from pathlib import Path
from typing import Final

import msgspec

UNIT: Final = 1000  # of which weights are whole multiples


class Classifier(msgspec.Struct, frozen=True):
    """The classes, what each weighs before anything is seen, and what every feature adds, in thousandths."""

    classes: tuple[str, ...]
    bias: tuple[int, ...]
    weights: Mapping[str, tuple[int, ...]]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each class is, in 0..1 and in all 1; unknown features say nothing."""
        known = filter(None, map(self.weights.get, features))
        totals = [total / UNIT for total in map(sum, zip(self.bias, *known, strict=True))]
        largest = max(totals)
        shares = [exp(total - largest) for total in totals]
        whole = sum(shares)
        return {name: share / whole for name, share in zip(self.classes, shares, strict=True)}


@cache
def classifier(name: str) -> Classifier:
    """The classifier of that name, from its file of weights beside this module."""
    return msgspec.json.decode((Path(__file__).parent / f"{name}.json").read_bytes(), type=Classifier)
