"""How a text speaks: whether it judges and addresses its reader, as reviews do and encyclopedias do not."""

import re
from typing import Final

from kg.segment.words import any_of

_QUOTED: Final = re.compile(r"[\"“][^\"”\n]{0,200}[\"”]")  # words of others, and titles
_SPEAKING: Final = re.compile(
    r"\b(?:I|me|my|we|us|our|you|your)\b|\w+(?:n['’]t|['’](?:re|ve|ll|m))\b|\b(?:it|that|there|here)['’]s\b"
    # "one feels", "one would wish"
    r"|\bone\s(?:\w+ly\s|often\s)?(?:sees?|feels?|wishes|would|hopes?|is|notices|wants|could|can|remembers|longs|senses|suspects)\b"
)
_JUDGING: Final = re.compile(rf"\b{any_of('opinion')}\w*")
_WEIGHING: Final = re.compile(
    rf"\b{any_of('weighing')}\b"
    r"|\b(?:very|so|too|quite|rather|really|truly|utterly|never|ever|barely|half)\s[a-z]+"
    r"|\blike\s(?:an?|the|somebody|something)\s|\bas\s(?:if|though)\b"
    r"|\b(?:could|should|might)\s(?:\w+\s)?have\b|\bwould\s(?!be\b|become|later)\w+"
    r"|[a-z][!?]"
    r"|\b\d{1,3}(?:\.\d)?/10{1,2}\b|\bout\sof\s(?:\d+|four|five|ten)\b|\b(?:\d|one|two|three|four|five)\sstars?\b"
)
_FEWEST_CUES: Final = 3
_CUES_PER_WORD: Final = 0.015


def sounds_like_a_review(text: str) -> bool:
    """Whether there are enough words that judge and weigh, or that one person says to another."""
    own = _QUOTED.sub("", text)
    cues = sum(len(cue.findall(own)) for cue in (_SPEAKING, _JUDGING, _WEIGHING))
    return cues >= max(_FEWEST_CUES, len(own.split()) * _CUES_PER_WORD)
