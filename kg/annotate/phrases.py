"""The noun phrase that names another work ("DeMille's 1914 film of the same name") read word by word from a position."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from kg.lexis.letters import UPPER
from kg.lexis.lists import Item, listed
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.titles import QUOTED, TITLE, YEAR
from kg.lexis.words import alternation
from kg.model import Kind, Span
from kg.vocab import country_code
from kg.vocab.places import country_spellings

_WORD: Final = re.compile(r"(?:[a-z\d][\w'’/-]*|[—–-])(?=[\s,.;:()]|$)")
_POSSESSIVE: Final = re.compile(rf"(?P<name>(?:{NAME}(?:\s(?:and|&)\s|,\s(?:and\s)?))*{NAME})['’]s?(?=\s)")
_YEAR: Final = re.compile(rf"(?P<year>{YEAR})(?:['’]s)?(?![\w–-])")
_IN_BRACKETS: Final = re.compile(rf"\(([^()\n]*?(?P<year>{YEAR})?[^()\n]*?)\)")
_IN_YEAR: Final = re.compile(rf"(?:in|from|of|released in|made in|filmed in)\s(?:[A-Z][a-z]+\s)?(?P<year>{YEAR})")
_COUNTRY: Final = re.compile(
    r"(?:" + "|".join(re.escape(s) for s in country_spellings() if s[:1].isupper()) + r")(?=[\s,-])"
)
_FOREIGN: Final = re.compile(
    r"(?:\s(?!(?:and|or|but|is|was|are|were|has|had|have|by|with|starring|directed|written|produced|featuring|about|which|that|who|from|in|of|as|it|to|at|on|for|made|set|released|where|when|while|also|based|itself|film|movie)\b)[^\W\dA-Z_][^\W\d_]*){1,5}(?=[\s,.;(]|$)"
)
_TITLE: Final = re.compile(TITLE)
_QUOTED: Final = re.compile(QUOTED)
_BY: Final = re.compile(
    r",?\s?(?:written\s|created\s|authored\s|penned\s|co-written\s|made\s|directed\s|published\s)?by\s"
)
_STOP: Final = frozenset(
    "and or but is was were are has had have who which that with starring stars featuring about it he she they this where when while "
    "to in on at as for if because so than then also itself being set produced released distributed follows tells".split()
)


@dataclass(slots=True)
class Phrase:
    """What one noun phrase says of a work; `end` is where reading stopped."""

    start: int
    end: int
    kind: Kind | None = None
    noun: str = ""
    title: Span | None = None
    same_name: bool = False
    year: Span | None = None
    country: Span | None = None
    makers: list[Item] = field(default_factory=list)
    possessive: bool = False
    original: bool = False


def read_phrase(text: str, start: int, end: int) -> Phrase:
    """The noun phrase at `start`: determiners, maker's possessive, year, demonym, kind of work, title, "by …"."""
    phrase = Phrase(start, start)
    position = start
    while position < end:
        while position < end and text[position] == " ":
            position += 1
        after = _step(text, position, end, phrase)
        if after is None:
            break
        position = phrase.end = after
    return phrase


def _step(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """Reads one piece of the phrase into it; where the next begins, None when the phrase is over."""
    for reader in (_same_name, _quoted, _dated, _maker, _possessive, _demonym, _titled, _worded, _apposed):
        after = reader(text, at, end, phrase)
        if after is not None:
            return after
    return None


def _same_name(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    match = _patterns()["same"].match(text, at, end)
    if match:
        phrase.same_name = True
        return match.end()
    return None


def _quoted(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    match = _QUOTED.match(text, at, end)
    if match and phrase.title is None:
        inner = match[0][1:-1]
        phrase.title = Span(at + 1, at + 1 + len(inner.rstrip(",.;")))
        return match.end()
    return None


def _dated(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    if match := _IN_BRACKETS.match(text, at, end):
        if match["year"] and phrase.year is None:
            phrase.year = Span(*match.span("year"))
        return match.end() if phrase.title or phrase.kind else None
    match = _YEAR.match(text, at, end) or ((phrase.kind or phrase.title) and _IN_YEAR.match(text, at, end)) or None
    if match and phrase.year is None and (phrase.title is None or not match[0][0].isdigit()):
        phrase.year = Span(*match.span("year"))
        return match.end()
    return None


def _maker(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    match = _BY.match(text, at, end)
    if match and (phrase.kind or phrase.title or phrase.same_name) and not phrase.makers:
        phrase.makers = listed(text, match.end(), end)
        return phrase.makers[-1].end if phrase.makers else None
    return None


def _possessive(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    if phrase.title or phrase.makers or not (match := _POSSESSIVE.match(text, at, end)):
        return None
    if opens_a_name(match[0].split(" ", 1)[0]) and not country_code(match["name"]):
        phrase.makers, phrase.possessive = listed(text, at, match.end("name") + 0), True
        if not phrase.makers:  # a name that runs up to its 's is refused by the list reader
            phrase.makers = [Item(Span(*match.span("name")), end=match.end("name"))]
        return match.end()
    return None


def _demonym(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    match = _COUNTRY.match(text, at, end)
    if (
        not match
        or phrase.title
        or not re.match(
            rf"[\s-](?:[a-z\d]|{UPPER}[\w-]*\s[a-z]|(?:{_COUNTRY.pattern}))", text[match.end() : match.end() + 40]
        )
    ):
        return None
    if phrase.country is None:
        phrase.country = Span(*match.span())
    return match.end() + (text[match.end()] == "-")


def _titled(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    if phrase.title or phrase.same_name or not (match := _TITLE.match(text, at, end)):
        return None
    if _YEAR.fullmatch(match[0]):
        return None
    noun = re.match(r"[\s-](?:[a-z][\w-]*\s){0,2}?" + _patterns()["any"].pattern, text[match.end() : match.end() + 60])
    if noun and not phrase.kind:  # "Metro-Goldwyn-Mayer film", "Broadway play": a modifier, the title comes later
        return match.end()
    after = match.end()
    if phrase.country and (foreign := _FOREIGN.match(text, after, end)):  # "Profumo di donna": only the first word is big
        after = foreign.end()
    phrase.title = Span(at, after)
    return after


def _worded(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    if (match := _patterns()["any"].match(text, at, end)) and not phrase.title:
        phrase.kind, phrase.noun = kind_of(match[0]), match[0]
        phrase.original |= match[0] == "original"
        return match.end()
    match = _WORD.match(text, at, end)
    if match and match[0] not in _STOP and not phrase.title and not phrase.same_name:
        phrase.original |= match[0] == "original"
        return match.end()
    if (
        match
        and match[0] == "of"
        and phrase.kind
        and not phrase.title
        and re.match(r"of\s(?:[A-Z\"“])", text[at : at + 5])
    ):
        return match.end()
    return None


def _apposed(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """ ", a 1926 silent Western": an apposition that goes on describing a titled work."""
    match = re.compile(rf",\s(?:(?:a|an|the|his|her|itself)\s)?(?=(?:{YEAR})|(?:[a-z-]+\s){{0,3}}(?:{YEAR})\s)").match(
        text, at, end
    )
    if match and phrase.title and phrase.year is None and phrase.kind in (None, Kind.MOVIE):
        year = re.compile(YEAR).search(text, match.end(), end)
        if year:
            phrase.year = Span(*year.span())
            noun = re.compile(r"\s(?:[\w-]+\s){0,4}?" + _patterns()["any"].pattern).match(text, year.end(), end)
            if noun:
                phrase.kind = phrase.kind or kind_of(noun[1])
                return noun.end()
            return year.end()
    return None


def kind_of(noun: str) -> Kind:
    """What a noun for a work stands for: a movie, a book or another work."""
    bare = " ".join(noun.split())
    if _patterns()["book"].fullmatch(bare):
        return Kind.BOOK
    return Kind.MOVIE if _patterns()["film"].fullmatch(bare) else Kind.WORK


@cache
def works() -> dict[str, list[str]]:
    """The lists of works.toml."""
    return tomllib.loads((Path(__file__).parent / "works.toml").read_text(encoding="utf-8"))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lists = works()
    made = {
        name: re.compile(alternation(lists[name]) + r"(?![\w'’])", re.IGNORECASE)
        for name in ("film", "book", "work", "same")
    }
    made["any"] = re.compile("(" + alternation(lists["film"] + lists["book"] + lists["work"]) + r")(?![\w'’-])(?!(?<=original)\s(?:screenplay|script|story|idea|concept|treatment|novel|play|musical|work|material|source)\b)")
    return made
