"""`python -m kg.evaluate.text2kg.values.training TRAIN.jsonl` renews weights.json and labels.json.

It prints how well the weights of four fifths of the sentences choose values in the fifth one, a label at a time, given
that gold has the label; the title does not count. Labels are learned with choices made in this way, held out.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from kg.evaluate.running import predicted
from kg.evaluate.statistics import harmonic
from kg.evaluate.text2kg.claims import labels
from kg.evaluate.text2kg.learning import FOLDS, Example, trained, write
from kg.evaluate.text2kg.letters import repaired
from kg.evaluate.text2kg.scoring import Sentence, read, squash
from kg.evaluate.text2kg.subject import subject
from kg.evaluate.text2kg.values.choosing import LABEL_WEIGHTS, WEIGHTS, choice, label_candidates
from kg.evaluate.text2kg.values.evidence import Evidence, evidence
from kg.evaluate.text2kg.values.features import candidates

_PENALTY: Final = 0.03
_LABEL_PENALTY: Final = 0.05
_SURENESS: Final = 1 / 1.3  # weights learned from so few sentences are too sure of themselves

Weights = Mapping[str, float]


class Lesson(NamedTuple):
    """A sentence of the benchmark: all that is known of it, and gold's values, squashed, by label."""

    known: Evidence
    gold: Mapping[str, set[str]]

    def example(self, label: str) -> Example:
        """What the sentence teaches of a label that gold has."""
        found = candidates(self.known, label)
        right = [squash(c.answer) in self.gold[label] for c in found[:-1]]
        return Example(found, [*right, not any(right)])

    def labels(self, weights: Weights) -> Example:
        """What it teaches of which labels gold has, with choices of values by the weights."""
        choices = {label: choice(candidates(self.known, label), weights) for label in labels("kinds")}
        found = label_candidates(self.known, choices)
        return Example(found, [c.answer in self.gold for c in found])


def lessons(sentences: Sequence[Sentence]) -> list[Lesson]:
    """All sentences, with what is extracted from them; what is wrongly held for the title hides no value."""
    said = predicted(sentences)
    found = []
    for sentence in sentences:
        text, title = repaired(sentence.text), subject(repaired(sentence.text)) or ""
        gold: dict[str, set[str]] = defaultdict(set)
        for triple in sentence.triples:
            gold[triple.relation].add(squash(repaired(triple.object)))
        is_right = squash(title) in {squash(repaired(t.subject)) for t in sentence.triples}
        known = evidence(said[sentence.id], text, title if is_right else "")
        found.append(Lesson(known, {label: gold[label] for label in labels("kinds") if label in gold}))
    return found


def learn(taught: Iterable[Lesson]) -> dict[str, float]:
    """Weights of the features of values."""
    weights = trained([lesson.example(label) for lesson in taught for label in lesson.gold], _PENALTY)
    return {feature: weight * _SURENESS for feature, weight in weights.items()}


def learn_labels(taught: Sequence[Lesson], weights: Sequence[Weights]) -> dict[str, float]:
    """Weights of the features of labels, each sentence with the weights of values that have not seen it."""
    examples = [lesson.labels(weights[i % FOLDS]) for i, lesson in enumerate(taught) if lesson.gold]
    return trained(examples, _LABEL_PENALTY)


def without_a_fold(taught: Sequence[Lesson]) -> list[dict[str, float]]:
    """Weights of values that have not seen the sentences of one fold, a fold at a time."""
    return [learn(lesson for i, lesson in enumerate(taught) if i % FOLDS != fold) for fold in range(FOLDS)]


def agreement(lesson: Lesson, label: str, weights: Weights) -> float:
    """F1 of the values chosen for a label that gold has."""
    said = {squash(value) for value in choice(candidates(lesson.known, label), weights).values}
    hits = len(said & lesson.gold[label])
    return harmonic(hits / len(said), hits / len(lesson.gold[label])) if said else 0.0


def main(paths: Iterable[str]) -> None:
    """Train on all the files together."""
    taught = lessons([sentence for path in paths for sentence in read(Path(path))])
    weights = without_a_fold(taught)
    scores = [agreement(les, label, weights[i % FOLDS]) for i, les in enumerate(taught) for label in les.gold]
    mean = sum(scores) / len(scores)
    print(f"{len(scores)} labels of {len(taught)} sentences; held out, F1 of the values is {mean:.3f}")
    write(WEIGHTS, learn(taught))
    write(LABEL_WEIGHTS, learn_labels(taught, weights))


if __name__ == "__main__":
    main(sys.argv[1:])
