"""Examples of a choice in, the weights that make the right answers likeliest out; the same examples, the same weights.

The weights maximise the likelihood of the right one of each example's candidates, with a quadratic penalty, by
stochastic gradient with steps that shrink as a feature is seen (AdaGrad).
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from kg.evaluate.text2kg.logit import Candidate, likelihoods

FOLDS: Final = 5
_ROUNDS: Final = 12
_STEP: Final = 0.1
_RARE: Final = 4  # examples that a feature must occur in
_LEAST: Final = 0.05  # weights below are as good as none


class Example(NamedTuple):
    """Candidates, and which of them are right."""

    candidates: list[Candidate]
    right: list[bool]


def trained(examples: Sequence[Example], penalty: float) -> dict[str, float]:
    """The weights of the features that occur often enough."""
    seen = Counter(f for e in examples for f in frozenset[str]().union(*(c.features for c in e.candidates)))
    weights = {feature: 0.0 for feature in sorted(seen) if seen[feature] >= _RARE}
    squares = dict.fromkeys(weights, 1e-8)
    for _ in range(_ROUNDS):
        for e in examples:
            for feature, gradient in _gradient(e, weights).items():
                slope = gradient - penalty * weights[feature]
                squares[feature] += slope**2
                weights[feature] += _STEP * slope / math.sqrt(squares[feature])
    return weights


def _gradient(e: Example, weights: Mapping[str, float]) -> dict[str, float]:
    chances = likelihoods(e.candidates, weights)
    mass = sum(chance for chance, right in zip(chances, e.right, strict=True) if right) or 1e-12
    gradient: dict[str, float] = defaultdict(float)
    for candidate, chance, right in zip(e.candidates, chances, e.right, strict=True):
        pull = (chance / mass if right else 0.0) - chance
        if abs(pull) > 1e-4:
            for feature in sorted(candidate.features & weights.keys()):
                gradient[feature] += pull
    return gradient


def write(path: Path, weights: Mapping[str, float]) -> None:
    """Weights of two decimals, one a line."""
    kept = {feature: round(w, 2) for feature, w in weights.items() if abs(w) >= _LEAST}
    path.write_text(json.dumps(kept, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
