"""A sentence in, what and whom the film is about out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.evaluate.text2kg.readings.patterns import NAME, WORD, names_of, overlapping, without_genitive
from kg.lexis import is_company, names_in
from kg.vocab import country_code

_EVENT: Final = re.compile(
    rf"(?:\d{{4}}\s)?(?:{WORD}\s){{1,3}}(?:War(?:\sI{{1,2}})?|Revolution|Uprising|Rebellion)\b(?!\sZ)"
    rf"|\b(?:[Bb]attle|[Ss]iege|[Aa]ttack|[Ii]nvasion)\s(?:of|on)\s{NAME}|September\s11\sattacks"
)
_ABOUT: Final = re.compile(
    r"\b(?:about|chronicl\w+|documents|(?:life|lives|portrait|biopic|story|character|music|murder|death)\s(?:and\s\w+\s)?of)\s(?:[a-z-]+\s){0,5}?"
    rf"(?P<who>{NAME}(?:\sfamily)?)"
)
_HERO: Final = re.compile(
    rf"\b(?:\d{{4}}|an?|the|of|in|[a-z]+-minute)\s(?P<hero>{NAME}(?:\s&\s{NAME})?)\s+"
    r"(?:film\sseries|series|animated|cartoons?|shorts?|theatrical|novels?|franchise|stories)\b"
)
_FIGURE: Final = re.compile(
    r"\b(?:characters?(?:\sof)?|follows|cent(?:er|re)s\son|focuses\son|story\sof|detective|agent|named|features?|featuring"
    rf"|(?:[A-Z]\w+|\))\sas(?:\sthe)?)\s(?:[a-z-]+\s){{0,4}}?(?P<figure>{NAME})"
)
_STARRING: Final = re.compile(rf"\bstarring\s({NAME}(?:(?:,|\sand|,\sand)\s{NAME})*)")
_MAKING: Final = re.compile(
    r"\b(?:(?:18|19|20)\d\d|releas\w+|direct\w+|produc\w+|writ\w+|wrote|Awards?|premier\w+|Festival|nomin\w+|critic\w*"
    r"|box\soffice|star(?:s|ring|red)|soundtrack|film(?:ed|ing)|shot|documentary|screenplay|based|adapt\w+|novels?|roles?|actors?|was|were|had|been|won|albums?|songs?|band|DVD|episodes?|series|scenes?)\b"
)


def subjects(sentence: str, _: str) -> Iterator[str]:
    """Events, people told of, and matters that texts name in passing."""
    for match in _EVENT.finditer(sentence):
        yield re.sub(r"^(?:The|During|In|On|Set)\s", "", match[0])
    yield from (m[1] for m in overlapping("topics").finditer(sentence))
    yield from (without_genitive(m["who"]) for m in _ABOUT.finditer(sentence) if not country_code(m["who"]))


def characters(sentence: str, title: str) -> Iterator[str]:
    """Heroes by the words around them; all that star in a cartoon; everyone named where a story is told."""
    cued = list(_cued(sentence))
    yield from cued
    if not cued and not _MAKING.search(sentence):
        for match in names_in(sentence.replace(title, "it")):
            name = without_genitive(match[0])
            if not (country_code(name) or names_of("cities").search(name) or is_company(name)):
                yield name


def _cued(sentence: str) -> Iterator[str]:
    for match in _HERO.finditer(sentence):
        yield from match["hero"].split(" & ")
    yield from (without_genitive(m["figure"]) for m in _FIGURE.finditer(sentence))
    if re.search(r"\b(?:cartoon|animated|short)\b", sentence):
        for match in _STARRING.finditer(sentence):
            yield from re.split(r",?\sand\s|,\s", match[1])


_APPEARING: Final = re.compile(
    r"\b(?:interview(?:s|ed)?|performers?|performances?|footage|concerts?|musicians?|singers?|(?:song)?writer|guitarists?|bassist|drummer|rapper|actor|actress"
    r"|comedian|star|starring|cast|depicts?|appear(?:s|ances?)|cameos?|featuring|features)\b"
)


def appearing(sentence: str, title: str) -> Iterator[str]:
    """People with a first name who are named where a sentence speaks of performers."""
    bare = sentence.replace(title, "it")
    if cue := _APPEARING.search(bare):
        for match in names_in(bare, cue.end()):
            name = without_genitive(match[0])
            if " " in name and not (is_company(name) or country_code(name) or names_of("cities").search(name) or names_of("no_places").search(name)):
                yield name
