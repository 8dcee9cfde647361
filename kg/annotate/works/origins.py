"""Where a version comes from: a stretch of text in; the language and country that it names out ("in Hindi as …")."""

import re
from typing import Final, NamedTuple

from kg.annotate.nouns import COUNTRY
from kg.model import Span
from kg.vocab import country_code, language_tag

_PLACED: Final = re.compile(rf"{COUNTRY}(?![\w-])|(?P<word>[A-Z][^\W\d_]+)(?P<spoken>-language)?(?![\w-])")
_IN: Final = re.compile(r"\b(?:in(?:to)?|and|or|both)\s(?:the\s)?$|,\s$")


class Origin(NamedTuple):
    """A language and a country by the words that name them, None where the text does not."""

    language: Span | None = None
    country: Span | None = None


NOWHERE: Final = Origin()


def read_origin(text: str, start: int, end: int) -> Origin:
    """The first language and country of a stretch: "an Italian remake" is from Italy, "in Italian as …" in Italian."""
    return next(iter(read_origins(text, start, end)), NOWHERE)


def read_origins(text: str, start: int, end: int) -> list[Origin]:
    """Every language or country of a stretch: "in Telugu, Kannada and Bengali"."""
    found = (_origin(text, match, start) for match in _PLACED.finditer(text, start, end))
    return [origin for origin in found if origin]


def _origin(text: str, match: re.Match[str], start: int) -> Origin | None:
    name, span = match["word"] or match[0], Span(match.start(), match.end("word") if match["word"] else match.end())
    spoken = bool(match["spoken"] or _IN.search(text[start : match.start()]))
    if language_tag(name) and (spoken or not country_code(name)):
        return Origin(language=span)
    return Origin(country=span) if country_code(name) else None
