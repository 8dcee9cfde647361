"""Another work as a sentence speaks of it."""

from dataclasses import dataclass

from kg.annotate.nouns import Phrase
from kg.model import Span


@dataclass(slots=True)
class Mentioned:
    """Another work as found in one sentence: what ties it (None when only mentioned), its phrase, and its words.

    `same_as` is the title that "of the same name" repeats where that is not the title of the page's own film; what is
    told `elsewhere` is not told of that film. `said` is the kind of cue, a group of `tie_cue`.
    """

    relation: str | None
    cue: Span
    phrase: Phrase
    scope: Span
    is_film: bool
    same_as: Span | None = None
    elsewhere: bool = False
    said: str = ""
