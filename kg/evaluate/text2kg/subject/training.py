"""`python -m kg.evaluate.text2kg.subject.training TRAIN.jsonl` renews weights.json, and prints what was right held out.

The choice among a sentence's candidates is a conditional logit (D. McFadden, 1974): the weights maximise the likelihood
of the right one, or of none where the sentence does not hold the title, with a quadratic penalty.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from kg.evaluate.text2kg.letters import repaired
from kg.evaluate.text2kg.scoring import Sentence, read, squash
from kg.evaluate.text2kg.subject.choosing import NONE, WEIGHTS, Candidate, best, candidates, likelihoods

_ROUNDS: Final = 12
_STEP: Final = 0.1
_PENALTY: Final = 0.002
_RARE: Final = 4  # sentences that a feature must occur in
_FOLDS: Final = 5


class Example(NamedTuple):
    """A sentence's candidates with "none of them", and which of them are right."""

    candidates: list[Candidate]
    right: list[bool]


def example(sentence: Sentence) -> Example:
    """What one sentence of the benchmark teaches."""
    found = candidates(repaired(sentence.text))
    titles = {squash(repaired(t.subject)) for t in sentence.triples}
    right = [squash(c.title) in titles for c in found]
    return Example([*found, NONE], [*right, not any(right)])


def trained(examples: Sequence[Example]) -> dict[str, float]:
    """Weights of the features, by stochastic gradient with steps that shrink as a feature is seen (AdaGrad)."""
    seen = Counter(f for e in examples for f in frozenset[str]().union(*(c.features for c in e.candidates)))
    weights = {feature: 0.0 for feature in sorted(seen) if seen[feature] >= _RARE}
    squares = dict.fromkeys(weights, 1e-8)
    for _ in range(_ROUNDS):
        for e in examples:
            for feature, gradient in _gradient(e, weights).items():
                slope = gradient - _PENALTY * weights[feature]
                squares[feature] += slope**2
                weights[feature] += _STEP * slope / math.sqrt(squares[feature])
    return weights


def _gradient(e: Example, weights: dict[str, float]) -> dict[str, float]:
    chances = likelihoods(e.candidates, weights)
    mass = sum(chance for chance, right in zip(chances, e.right, strict=True) if right) or 1e-12
    gradient: dict[str, float] = defaultdict(float)
    for candidate, chance, right in zip(e.candidates, chances, e.right, strict=True):
        pull = (chance / mass if right else 0.0) - chance
        if abs(pull) > 1e-4:
            for feature in candidate.features & weights.keys():
                gradient[feature] += pull
    return gradient


def held_out(examples: Sequence[Example]) -> tuple[int, int]:
    """Sentences whose title is chosen by weights of the other folds, and sentences that hold their title."""
    right = 0
    for fold in range(_FOLDS):
        weights = trained([e for i, e in enumerate(examples) if i % _FOLDS != fold])
        for e in examples[fold::_FOLDS]:
            chosen = best(e.candidates, weights)
            right += chosen is not NONE and e.right[e.candidates.index(chosen)]
    return right, sum(not e.right[-1] for e in examples)


def main(paths: Iterable[str]) -> None:
    """Train on all the files together."""
    examples = [example(sentence) for path in paths for sentence in read(Path(path))]
    right, possible = held_out(examples)
    print(f"{len(examples)} sentences, {possible} hold their title; held out, {right} of these are found")
    weights = {f: round(w, 2) for f, w in trained(examples).items() if abs(w) >= 0.05}
    WEIGHTS.write_text(json.dumps(weights, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
