"""Judged predictions in, how far their confidence can be believed out; and each rule's confidence measured anew."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from kg.evaluate.scoring import Judged
from kg.evaluate.statistics import Share, wilson

BINS: Final = 10
PRIOR_MEAN: Final = 0.9  # what a rule is trusted with before anything is known of it …
PRIOR_WEIGHT: Final = 10  # … as if that had been seen on so many predictions


class Bin(NamedTuple):
    """The predictions of one tenth of the range of confidence."""

    low: float
    high: float
    judged: int
    confidence: float | None
    precision: Share | None


class Counts(NamedTuple):
    """Right and false predictions of a rule."""

    right: int = 0
    false: int = 0


def reliability(judged: Iterable[Judged]) -> list[Bin]:
    """Ten bins of equal width: mean confidence beside measured precision, of the predictions that have a confidence."""
    members: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for j in judged:
        confidence = j.prediction.confidence
        if confidence is not None:
            members[min(int(confidence * BINS), BINS - 1)].append((confidence, j.right))
    return [_bin(number, members[number]) for number in range(BINS)]


def _bin(number: int, members: list[tuple[float, bool]]) -> Bin:
    mean = sum(confidence for confidence, _ in members) / len(members) if members else None
    precision = wilson(sum(right for _, right in members), len(members))
    return Bin(number / BINS, (number + 1) / BINS, len(members), mean, precision)


def expected_calibration_error(bins: Iterable[Bin]) -> float | None:
    """Distance of confidence from precision, averaged over predictions; None when there are none.

    M. P. Naeini et al., "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015.
    """
    gaps = [(b.judged, abs(b.confidence - b.precision.value)) for b in bins if b.confidence and b.precision]
    total = sum(count for count, _ in gaps)
    return sum(count * gap for count, gap in gaps) / total if total else None


def together(counts: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    """Counts on several bodies of gold as one."""
    total: dict[str, Counts] = {}
    for rule, seen in (item for one in counts for item in one.items()):
        so_far = total.get(rule, Counts())
        total[rule] = Counts(so_far.right + seen.right, so_far.false + seen.false)
    return total


def rule_counts(judged: Iterable[Judged]) -> dict[str, Counts]:
    """How often each rule was right and false; a statement that a rule makes twice in a document counts once."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for j in judged:
        counts[j.prediction.rule][not j.right] += 1
    return {rule: Counts(*pair) for rule, pair in sorted(counts.items()) if rule}


def smoothed(counts: Counts) -> float:
    """Mean of the Beta posterior: measured precision, drawn to the prior where little was seen."""
    right = counts.right + PRIOR_WEIGHT * PRIOR_MEAN
    return right / (counts.right + counts.false + PRIOR_WEIGHT)


def recalibrated(toml: str, counts: Mapping[str, Counts]) -> str:
    """The text of confidence.toml with the lines of the rules that were measured renewed; all else stays as it is."""

    def renewed(line: re.Match[str]) -> str:
        seen = counts.get(line["rule"])
        if seen is None:
            return line[0]
        return f'"{line["rule"]}" = {smoothed(seen):.3f}  # {seen.right} of {seen.right + seen.false}'

    return re.sub(r'^"(?P<rule>[^"\n]+)"\s*=.*$', renewed, toml, flags=re.MULTILINE)
