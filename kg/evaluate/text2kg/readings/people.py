"""A sentence in, the characters and the performers that it names out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.evaluate.text2kg.readings.patterns import NAME, names_of, without_genitive
from kg.lexis import is_company, names_in
from kg.vocab import country_code

_HERO: Final = re.compile(
    rf"\b(?:\d{{4}}|an?|the|of|in|[a-z]+-minute)\s(?P<hero>{NAME}(?:\s&\s{NAME})?)\s+"
    r"(?:film\sseries|series|animated|cartoons?|shorts?|theatrical|novels?|franchise|stories)\b"
)
_FIGURE: Final = re.compile(
    r"\b(?:characters?(?:\sof)?|follows|cent(?:er|re)s\son|focuses\son|story\sof|detective|agent|named|features?"
    rf"|featuring|(?:[A-Z]\w+|\))\sas(?:\sthe)?)\s(?:[a-z-]+\s){{0,4}}?(?P<figure>{NAME})"
)
_STARRING: Final = re.compile(rf"\bstarring\s({NAME}(?:(?:,|\sand|,\sand)\s{NAME})*)")
_CARTOON: Final = re.compile(r"\b(?:cartoon|animated|short)\b")
_PERFORMERS: Final = re.compile(
    r"\b(?:interview(?:s|ed)?|performers?|performances?|footage|concerts?|musicians?|singers?|guitarists?|bassist|drummer"
    r"|rapper|actor|actress|comedian|star|starring|cast|depicts?|appear(?:s|ances?)|cameos?|featuring|features)\b"
)


def characters(sentence: str, _: str) -> Iterator[str]:
    """Heroes by the words around them; all that star in a cartoon."""
    for match in _HERO.finditer(sentence):
        yield from match["hero"].split(" & ")
    yield from (without_genitive(m["figure"]) for m in _FIGURE.finditer(sentence))
    if _CARTOON.search(sentence):
        for match in _STARRING.finditer(sentence):
            yield from re.split(r",?\sand\s|,\s", match[1])


def appearing(sentence: str, title: str) -> Iterator[str]:
    """People by their full names in a sentence that speaks of performers before."""
    bare = sentence.replace(title, "it")
    if cue := _PERFORMERS.search(bare):
        yield from (name for name in _named(bare, cue.end()) if " " in name)


def _named(sentence: str, start: int) -> Iterator[str]:
    """Names that are neither places nor companies."""
    for match in names_in(sentence, start):
        name = without_genitive(match[0])
        if not (
            is_company(name) or country_code(name) or any(names_of(t).search(name) for t in ("cities", "no_places"))
        ):
            yield name
