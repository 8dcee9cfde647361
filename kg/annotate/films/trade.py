"""Whether a text is about films at all."""

import re
from typing import Final

from kg.lexis.titles import YEAR
from kg.lexis.words import any_of

_FILM_WORDS: Final = re.compile(
    r"\b(?:films?|movies?|cinemas?|direct(?:ed|s|or|ing|ion)?|starring|stars?|screenplay|script|documentary|cartoon"
    r"|screen(?:ing)?|actors?|actress(?:es)?|acting|cast|episode|anime|OVA|miniseries|serial|trailers?|box\soffice"
    r"|picture|remake|plot|voiced|scenes?|camera|performances?|plays|audiences?|sequel|DVD|role|close-ups?|reels?"
    r"|footage|cinematograph\w+|directorial|rom-?coms?|screenwriter|box-office|close-up|comed(?:y|ies)"
    r"|rema(?:de|kes|king)|[BHKMST]ollywood|Technicolor|rewatch(?:ed|ing)?|blu-?rays?)\b",
    re.IGNORECASE,
)
_DATED_HEADING: Final = re.compile(rf"\s*\S[^\n]{{0,80}}\s\({YEAR}\)\s*\n")
FILM_NOUN: Final = re.compile(r"\b" + any_of("film_noun") + r"\b", re.IGNORECASE)


def about_films(text: str) -> bool:
    """Whether a text speaks of films at all: it has a word of the trade, or a title with its year as its heading."""
    return bool(_FILM_WORDS.search(text) or FILM_NOUN.search(text) or _DATED_HEADING.match(text))
