"""How a text speaks: whether it judges and addresses its reader, as reviews do and encyclopedias do not."""

import re
from typing import Final

from kg.segment.words import any_of

_SPEAKING: Final = re.compile(
    r"\b(?:I|me|my|we|us|our|you|your)\b|\w+(?:n['’]t|['’](?:re|ve|ll|m))\b|\b(?:it|that|there|here)['’]s\b"
)
_JUDGING: Final = re.compile(rf"\b{any_of('opinion')}\w*", re.IGNORECASE)
_FEWEST_CUES: Final = 3
_CUES_PER_WORD: Final = 0.015


def sounds_like_a_review(text: str) -> bool:
    """Whether there are enough words that judge, or that one person says to another."""
    cues = len(_SPEAKING.findall(text)) + len(_JUDGING.findall(text))
    return cues >= max(_FEWEST_CUES, len(text.split()) * _CUES_PER_WORD)
