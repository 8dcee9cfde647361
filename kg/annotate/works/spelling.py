"""Titles that are more than a run of capitals: patterns for commas, initials and upside-down marks in them."""

import re
from typing import Final

from kg.annotate.nouns import COUNTRY
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME
from kg.lexis.titles import TITLE, YEAR
from kg.lexis.words import any_of
from kg.model import Span
from kg.vocab import country_code, language_tag

_WITH_COMMAS: Final = (  # "Tom, Dick and Harry (1941)", "Ebb, the Flood, a novel by", "Well, Well!"
    rf"{TITLE}(?:,\s(?:the\s)?{TITLE}|\s[–—-]\s{TITLE})+(?:(?=\s*\({YEAR})|(?=,\san?\s)|(?<=[!?]))"
)
_TWICE: Final = (  # "High Water, Low Water": a word that is said again
    rf"(?:{UPPER}[\w'’-]*\s){{1,3}}(?P<again>{UPPER}\w{{2,}}),\s(?:{UPPER}[\w'’-]*\s){{1,3}}(?P=again)(?![\w'’-])"
)
_COMMA_ARTICLE: Final = (  # "Marta, die Zweite (1936)"
    rf"{TITLE},\s(?:der|die|das|le|la|les|el|il|los|las|den|het)\s{UPPER}\w+(?=\s\({YEAR}\)|[,.;])"
)
_NO_PLACE: Final = rf"(?!(?:{COUNTRY}|{any_of('company_name')})\b|{YEAR}|{NAME}['’])"  # where a film comes from
_DATED_WHOLE: Final = (  # "The Boy with Golden Hair (1948)"
    rf"{TITLE}(?:\s(?:from|with|without|like|after|before|under|over"
    rf"|by(?=\s\S+\s\())\s{_NO_PLACE}{TITLE})+(?=\s\({YEAR}\))"
)
_FROM: Final = (  # "Postcards from Nowhere", "Escape from New Brindle"; not "Ebb from Denmark"
    rf"{TITLE}\sfrom\s{_NO_PLACE}(?:(?:New|San|Los|Outer|Lake|Mount|Planet|Hong|Little|Old)\s)?{UPPER}\w+\b"
    rf"(?:\s(?:to|of|in)\s{TITLE})?(?!\s{UPPER}|['’])"
)
_INITIALS: Final = rf"(?:{TITLE}\s)?(?:[A-Z]\.){{2,}}(?:\s(?:the\s|of\s)?{TITLE})?"  # "Q.E.D. the Sailor"
_SPANISH: Final = rf"[¡¿][^¡¿!?\n]{{2,60}}[!?](?:\s{TITLE})?"
ANY_TITLE: Final = (
    rf"(?:\d+,\d+\s)?(?:{_DATED_WHOLE}|{_WITH_COMMAS}|{_TWICE}|{_COMMA_ARTICLE}|{_FROM}|{_INITIALS}|{_SPANISH}"
    rf"|{TITLE})"
)
LISTED: Final = re.compile(rf"{UPPER}[\w'’-]*(?:,\s{UPPER}[\w'’-]*)+,?\s(?:and|&)\s{UPPER}[\w'’-]*(?=[,.;]|\s\()")
_PLACE: Final = re.compile(rf"\s(?P<word>for|in)\s(?P<place>{UPPER}\w*(?:\s{UPPER}\w*)?)$")
_PLACES: Final = frozenset({"Hollywood", "Bollywood", "Netflix", "Disney", "Amazon", "America"})


def without_place(text: str, title: Span) -> Span:
    """A title without where or in what language the film is made again: "remade High Water for Japan"."""
    match = _PLACE.search(text[title.start : title.end])
    if not match or match.start() == 0:
        return title
    place = match["place"]
    elsewhere = (country_code(place) or place in _PLACES) if match["word"] == "for" else language_tag(place)
    return Span(title.start, title.start + match.start()) if elsewhere else title
