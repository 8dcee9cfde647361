"""Examples in; weights, and how they do on texts that they were not fitted on, out."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from kg.learned import UNIT, Classifier

_FOLDS: Final = 5
_SEEN: Final = 2  # examples that a feature must occur in
STRENGTH: Final = 0.3  # inverse of the penalty on large weights
_LEAST: Final = 20  # thousandths that a weight must have to be kept
_TOLERANCE: Final = 1e-3
_ROUNDS: Final = 1000


class Example(NamedTuple):
    """What is to be judged: its text, its words, what stands around it, what gold calls it, what rules say of it."""

    text: str
    words: str
    features: frozenset[str]
    label: str
    stated: frozenset[str] = frozenset()


def fit(examples: Sequence[Example], strength: float = STRENGTH) -> Classifier:
    """The classifier that these examples teach; features seen but once are left out, and weights of next to nothing."""
    seen = Counter(feature for example in examples for feature in example.features)
    columns = {f: i for i, f in enumerate(sorted(f for f, n in seen.items() if n >= _SEEN))}
    model = LogisticRegression(C=strength, solver="saga", tol=_TOLERANCE, max_iter=_ROUNDS, random_state=0)
    model.fit(_matrix(examples, columns), [example.label for example in examples])
    weights = np.rint(model.coef_ * UNIT).astype(int)
    bias = np.rint(model.intercept_ * UNIT).astype(int)
    if len(model.classes_) == 2:  # of two classes scikit-learn keeps the second's weights alone
        weights, bias = np.vstack([0 * weights, weights]), np.concatenate([0 * bias, bias])
    kept = {f: tuple(map(int, weights[:, i])) for f, i in columns.items() if abs(weights[:, i]).max() >= _LEAST}
    return Classifier(tuple(map(str, model.classes_)), tuple(map(int, bias)), kept)


def _matrix(examples: Sequence[Example], columns: dict[str, int]) -> csr_matrix:
    rows = [sorted(columns[f] for f in example.features if f in columns) for example in examples]
    ends = np.cumsum([0, *map(len, rows)])
    flat = [column for row in rows for column in row]
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(examples), len(columns)))


def held_out(examples: Sequence[Example], strength: float = STRENGTH) -> Iterator[tuple[Example, dict[str, float]]]:
    """Every example with the probabilities by weights fitted on other texts alone.

    As many are fitted at a time as there are processors: scikit-learn does it without the interpreter.
    """
    groups = [example.text for example in examples]
    folds = list(GroupKFold(_FOLDS, shuffle=True, random_state=0).split(examples, groups=groups))
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        fitted = threads.map(lambda fold: fit([examples[i] for i in fold[0]], strength), folds)
        for classifier, (_, asked) in zip(fitted, folds, strict=True):
            yield from ((examples[i], classifier.probabilities(examples[i].features)) for i in asked)


def write(classifier: Classifier, path: Path) -> None:
    """The weights as a file of text, a feature a line, in the order of their names."""
    lines = (f"{json.dumps(f, ensure_ascii=False)}: {json.dumps(w)}" for f, w in sorted(classifier.weights.items()))
    head = f'"classes": {json.dumps(classifier.classes)},\n"bias": {json.dumps(classifier.bias)}'
    path.write_text(f'{{{head},\n"weights": {{\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8")


def table(judged: Iterable[tuple[Example, dict[str, float]]], labels: Iterable[str]) -> Iterator[str]:
    """Precision and recall of each label beyond what rules state, and of both together, threshold by threshold."""
    rows = list(judged)
    for label in labels:
        gold = sum(e.label == label for e, _ in rows)
        by_rules = [e for e, _ in rows if label in e.stated]
        yield f"{label}: {gold} in gold; rules {_scores(by_rules, label, gold)}"
        for enough in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
            alone = [e for e, p in rows if p.get(label, 0) >= enough]
            more = [e for e, p in rows if label in e.stated or (p.get(label, 0) >= enough and not e.stated)]
            yield f"  {enough}  alone {_scores(alone, label, gold)}  with rules {_scores(more, label, gold)}"


def _scores(found: Sequence[Example], label: str, gold: int) -> str:
    right = sum(e.label == label for e in found)
    return f"P {right / max(1, len(found)):.3f} R {right / max(1, gold):.3f}"
