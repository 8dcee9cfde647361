"""A sentence in, its candidates for the title weighed out."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from kg.evaluate.text2kg.subject.features import features
from kg.evaluate.text2kg.subject.spans import spans

WEIGHTS: Final = Path(__file__).parent / "weights.json"
_DOUBT: Final = 2.0  # by how much "none of them" must outweigh the best candidate


class Candidate(NamedTuple):
    """A title that a sentence may speak of."""

    title: str
    features: frozenset[str]


NONE: Final = Candidate("", frozenset({"none"}))


def candidates(sentence: str) -> list[Candidate]:
    """Every candidate of a sentence, in its order."""
    words = sentence.split()
    return [Candidate(span.title, features(words, span)) for span in spans(words)]


def best(found: Sequence[Candidate], weights: Mapping[str, float]) -> Candidate:
    """The candidate of most weight; NONE when there is none, or when NONE outweighs it by far."""
    weighed = [(_weight(c, weights), -i) for i, c in enumerate(found) if c is not NONE]
    if not weighed or max(weighed)[0] + _DOUBT < _weight(NONE, weights):
        return NONE
    return found[-max(weighed)[1]]


def likelihoods(found: Sequence[Candidate], weights: Mapping[str, float]) -> list[float]:
    """How likely each candidate is, as the weights have it; together 1."""
    scores = [_weight(c, weights) for c in found]
    powers = [math.exp(score - max(scores)) for score in scores]
    return [power / sum(powers) for power in powers]


@cache
def learned() -> Mapping[str, float]:
    """The weights that come with the project."""
    weights: Mapping[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


def _weight(candidate: Candidate, weights: Mapping[str, float]) -> float:
    return math.fsum(weights.get(feature, 0.0) for feature in candidate.features)
