"""A sentence in, its candidates for the title weighed out."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from kg.evaluate.text2kg.logit import Candidate, weight
from kg.evaluate.text2kg.subject.features import features
from kg.evaluate.text2kg.subject.spans import spans

WEIGHTS: Final = Path(__file__).parent / "weights.json"
NONE: Final = Candidate("", frozenset({"none"}))
_DOUBT: Final = 3.0  # by how much "none of them" must outweigh the best candidate


def candidates(sentence: str) -> list[Candidate]:
    """Every candidate of a sentence, in its order."""
    words = sentence.split()
    return [Candidate(span.title, features(words, span)) for span in spans(words)]


def best(found: Sequence[Candidate], weights: Mapping[str, float]) -> Candidate:
    """The candidate of most weight; NONE when there is none, or when NONE outweighs it by far."""
    weighed = [(weight(c, weights), -i) for i, c in enumerate(found) if c is not NONE]
    if not weighed or max(weighed)[0] + _DOUBT < weight(NONE, weights):
        return NONE
    return found[-max(weighed)[1]]
