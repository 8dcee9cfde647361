"""Candidates and learned weights in, how likely each candidate is out: a conditional logit (D. McFadden, 1974)."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Candidate(NamedTuple):
    """One of several answers, of which one is right, and what speaks for and against it, as names of features."""

    answer: str
    features: frozenset[str]


def weight(candidate: Candidate, weights: Mapping[str, float]) -> float:
    """What the features of a candidate weigh together."""
    return math.fsum(weights.get(feature, 0.0) for feature in candidate.features)


def likelihoods(found: Sequence[Candidate], weights: Mapping[str, float]) -> list[float]:
    """How likely each candidate is, as the weights have it; together 1."""
    scores = [weight(c, weights) for c in found]
    powers = [math.exp(score - max(scores)) for score in scores]
    return [power / sum(powers) for power in powers]


@cache
def learned(path: Path) -> Mapping[str, float]:
    """The weights of a file that comes with the project."""
    weights: Mapping[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights
