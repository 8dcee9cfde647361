"""All that is known of a sentence in, the values of each label that gold may have out."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from kg.evaluate.text2kg.claims import Found, labels
from kg.evaluate.text2kg.logit import Candidate, learned, likelihoods
from kg.evaluate.text2kg.values.evidence import Evidence
from kg.evaluate.text2kg.values.features import candidates

WEIGHTS: Final = Path(__file__).parent / "weights.json"
LABEL_WEIGHTS: Final = Path(__file__).parent / "labels.json"
_LEAST: Final = 0.03  # how likely gold must have a label at all
_STEPS: Final = 5  # in which a likelihood is told
_SMALL_WORD: Final = re.compile(r"[a-z]{3,}")


class Choice(NamedTuple):
    """The values chosen for a label, and how likely the likeliest of them is if gold has the label."""

    values: list[str]
    likelihood: float


def chosen(known: Evidence) -> Found:
    """The values of each label that gold may well have."""
    choices = {label: choice(candidates(known, label), learned(WEIGHTS)) for label in labels("kinds")}
    likely = likelihoods(label_candidates(known, choices), learned(LABEL_WEIGHTS))
    return {
        label: set(choices[label].values) for label, chance in zip(choices, likely, strict=True) if chance >= _LEAST
    }


def choice(found: Sequence[Candidate], weights: Mapping[str, float]) -> Choice:
    """The values of a label, if gold has it: as many of the likeliest as make F1 highest when one of all is right."""
    *chances, _ = likelihoods(found, weights)
    ranked = sorted(zip(chances, range(0, -len(chances), -1), strict=True), reverse=True)
    sums = [sum(chance for chance, _ in ranked[:k]) for k in range(1, len(ranked) + 1)]
    gains = [(2 * total / (count + 1), -count) for count, total in enumerate(sums, 1)]
    best = -max(gains, default=(0.0, 0))[1]
    return Choice([found[-place].answer for _, place in ranked[:best]], max(chances, default=0.0))


def label_candidates(known: Evidence, choices: Mapping[str, Choice]) -> list[Candidate]:
    """Each label with what speaks for gold's having it: what was claimed, how sure a choice is, the small words."""
    small = {w for word in known.hidden.split() if word[:1].islower() for w in _SMALL_WORD.findall(word)}
    return [Candidate(label, _label_features(known, label, choices[label], small)) for label in choices]


def _label_features(known: Evidence, label: str, choice: Choice, small: set[str]) -> frozenset[str]:
    said = f"said={bool(known.claimed.get(label))}"
    sure = f"sure={int(choice.likelihood * _STEPS)}"
    anything = f"anything={bool(choice.values)}"
    of_any = (said, anything, sure)
    of_label = (*of_any, f"{sure} {said}", *(f"word={word}" for word in small))
    return frozenset((label, *of_any, *(f"{label}: {feature}" for feature in of_label)))
