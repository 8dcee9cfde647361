"""`python -m kg.evaluate.text2kg.subject.training TRAIN.jsonl` renews weights.json, and prints what was right held out.

The choice is among a sentence's candidates and "none of them", right where the sentence does not hold the title.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from kg.evaluate.text2kg.learning import FOLDS, Example, trained, write
from kg.evaluate.text2kg.letters import repaired
from kg.evaluate.text2kg.scoring import Sentence, read, squash
from kg.evaluate.text2kg.subject.choosing import NONE, WEIGHTS, best, candidates

_PENALTY: Final = 0.002


def example(sentence: Sentence) -> Example:
    """What one sentence of the benchmark teaches."""
    found = candidates(repaired(sentence.text))
    titles = {squash(repaired(t.subject)) for t in sentence.triples}
    right = [squash(c.answer) in titles for c in found]
    return Example([*found, NONE], [*right, not any(right)])


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """Weights of the features of titles."""
    return trained(examples, _PENALTY)


def held_out(examples: Sequence[Example]) -> tuple[int, int]:
    """Sentences whose title is chosen by weights of the other folds, and sentences that hold their title."""
    right = 0
    for fold in range(FOLDS):
        weights = learn([e for i, e in enumerate(examples) if i % FOLDS != fold])
        for e in examples[fold::FOLDS]:
            chosen = best(e.candidates, weights)
            right += chosen is not NONE and e.right[e.candidates.index(chosen)]
    return right, sum(not e.right[-1] for e in examples)


def main(paths: Iterable[str]) -> None:
    """Train on all the files together."""
    examples = [example(sentence) for path in paths for sentence in read(Path(path))]
    right, possible = held_out(examples)
    print(f"{len(examples)} sentences, {possible} hold their title; held out, {right} of these are found")
    write(WEIGHTS, learn(examples))


if __name__ == "__main__":
    main(sys.argv[1:])
