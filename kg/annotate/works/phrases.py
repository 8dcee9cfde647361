"""The noun phrase that names another work: a position in, what it says of the work out ("DeMille's 1914 film of …")."""

import re
from typing import Final

from kg.annotate.nouns import COUNTRY, NOUN, STOP, Phrase, kind_of, works
from kg.annotate.works.authorship import read_attributed, read_by, read_made, read_possessive
from kg.annotate.works.titling import read_apposed, read_described, read_quoted, read_titled
from kg.lexis.letters import UPPER
from kg.lexis.titles import TITLE, YEAR
from kg.lexis.words import alternation
from kg.model import Kind, Span
from kg.vocab import country_code, language_tag

_SAME: Final = re.compile(r"(?:,\s)?" + alternation(works()["same"]) + r"(?!\w)")
_NOUN: Final = re.compile(NOUN)
_ONE: Final = re.compile(r"one(?=\s(?:that|from|by|in)\s)")  # "a remake of the Dutch one from 2003"
_NO_WORK: Final = re.compile(rf"\s{alternation(works()['no_work'])}\b")  # "the original screenplay"
_STOP: Final = re.compile(rf"(?:{STOP}|of)(?!\w)")
_WORD: Final = re.compile(r"(?:[a-z\d][\w'’/-]*|[—–-])(?=[\s,.;:()]|$)")
_OF_THE_SCREEN: Final = re.compile(r"\b(?:Hollywood|Bollywood|MGM|RKO|Fox|Paramount|Technicolor|screen)\s$")
_PLURAL: Final = re.compile(rf"\s(?:[\w-]+\s){{0,3}}?(?={NOUN})\w+s\b")
_BEFORE_NOUN: Final = re.compile(rf"(?:[\w'’-]+\s){{1,3}}?{NOUN}")
_PRIZE: Final = re.compile(rf"{UPPER}\w+-[a-z]+(?:ing|ed)\s|{TITLE}(?:-winning|-nominated|\swinner|\snominee)\s")
_YEAR: Final = re.compile(rf"(?P<year>{YEAR})(?:['’]s)?(?![\w–-])")
_ANY_YEAR: Final = re.compile(YEAR)
_IN_YEAR: Final = re.compile(
    r"(?:in|from|of|,?\s?(?:released|made|filmed|shot|which\scame\sout|dating)\s(?:in|from))\s(?:[A-Z][a-z]+\s)?"
    rf"(?P<year>{YEAR})"
)
_YEAR_BEFORE: Final = re.compile(r"(?:of|from)\sthe\s(?:year\sbefore|(?:previous|preceding|same)\syear)\b")
_YEARS: Final = re.compile(rf"(?:,\s{YEAR})*,?\sand\s{YEAR}")
_TONGUE: Final = re.compile(r"(?P<language>[A-Z][^\W\d_]+)(?P<joined>-language)?\s(?=[\w\s-]{0,30}?" + NOUN + ")")
_TONGUE_OF_TITLE: Final = re.compile(rf"(?P<language>[A-Z][^\W\d_]+)(?P<joined>-language)?\s(?=(?:[\w-]+\s)?{UPPER})")
_IN_BRACKETS: Final = re.compile(r"\([^()\n]*\)")
_CAPITAL: Final = re.compile(rf"\s{UPPER}[\w'’-]*")
_COUNTRY: Final = re.compile(rf"(?P<name>{COUNTRY})(?:['’]s)?(?=[\s,-])")
_PAST_COUNTRY: Final = re.compile(rf"[\s-](?:[\"“]|[a-z\d]|{UPPER}[\w-]*\s[a-z]|{NOUN}\s|{COUNTRY}(?=[\s,-]))")


def read_phrase(text: str, start: int, end: int, own: str = "") -> Phrase:
    """The noun phrase at `start`: determiners, maker's possessive, year, demonym, kind of work, title, "by …".

    `own` is the title of the page's film where it may follow in apposition: "Based on a novel by A, <own> is …".
    """
    phrase = Phrase(start, start)
    position = start
    while position < end:
        while position < end and text[position] == " ":
            position += 1
        after = _step(text, position, end, phrase, own)
        if after is None:
            break
        position = phrase.end = after
    return phrase


def _step(text: str, at: int, end: int, phrase: Phrase, own: str) -> int | None:
    """Reads one piece of the phrase into it; where the next begins, None when the phrase is over."""
    for reader in _READERS:
        after = reader(text, at, end, phrase)
        if after is not None:
            return after
    return read_apposed(text, at, end, phrase, own)


def _same_name(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    match = _SAME.match(text, at, end)
    if match:
        phrase.same_name = phrase.title is None
        return match.end()
    return None


def _dated(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    if match := _IN_BRACKETS.match(text, at, end):
        years = [*_ANY_YEAR.finditer(text, *match.span())]
        if len(years) == 1 and phrase.year is None:
            phrase.year = Span(*years[0].span())
        return match.end() if phrase.title or phrase.kind else None
    if phrase.kind and (before := _YEAR_BEFORE.match(text, at, end)):
        return before.end()
    match = _YEAR.match(text, at, end) or ((phrase.kind or phrase.title) and _IN_YEAR.match(text, at, end)) or None
    if match and phrase.year is None and (phrase.title is None or not match[0][0].isdigit()):
        phrase.year = Span(*match.span("year"))
        return _also_of(text, match.end(), end, phrase)
    return None


def _also_of(text: str, at: int, end: int, phrase: Phrase) -> int:
    """ "from 1921 and 1937", "the 1921 and 1937 films": the years of further works."""
    more = _YEARS.match(text, at, end)
    if not more or not (phrase.noun.endswith("s") or _PLURAL.match(text, more.end(), end)):
        return at
    phrase.years = [Span(*year.span()) for year in re.compile(YEAR).finditer(text, at, more.end())]
    return more.end()


def _prized(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """ "the Golden Bear-winning film": a prize, no title."""
    match = None if phrase.title else _PRIZE.match(text, at, end)
    return match.end() if match else None


def _demonym(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    match = _COUNTRY.match(text, at, end)
    if not match or phrase.title or not (_PAST_COUNTRY.match(text, match.end()) or _is_before_title(text, match)):
        return None
    if phrase.country is None:
        phrase.country = Span(*match.span("name"))
    return match.end() + (text[match.end()] == "-")


def _is_before_title(text: str, match: re.Match[str]) -> bool:
    """Whether "the Flemish High Water" tells where the film comes from: nowhere does it stand as "The Flemish …"."""
    name = match["name"]
    follows = _CAPITAL.match(text, match.end())
    return bool(follows and text.endswith("the ", 0, match.start()) and f"The {name}{follows[0]}" not in text)


def _tongue(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """ "the 2004 Telugu blockbuster", "a French-language thriller"."""
    match = None if phrase.kind or phrase.title or phrase.language else _tongue_of(text, at, end)
    if not match or not language_tag(match["language"]) or (country_code(match["language"]) and not match["joined"]):
        return None
    phrase.language = Span(*match.span("language"))
    return match.end()


def _tongue_of(text: str, at: int, end: int) -> re.Match[str] | None:
    """ "the 2004 Telugu blockbuster", "Ana Ruiz's Malayalam High Water"."""
    owned = text.endswith(("the ", "’s ", "'s ", " own ", " from "), 0, at)
    return _TONGUE.match(text, at, end) or (_TONGUE_OF_TITLE.match(text, at, end) if owned else None)


def _nouned(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """ "film", "short story"; with an "of" before a second noun: "a series of video games"."""
    if not phrase.kind and (one := _ONE.match(text, at, end)):
        phrase.kind, phrase.noun = Kind.MOVIE, one[0]
        return one.end()
    of = len("of ") if phrase.kind and text.startswith("of ", at) else 0
    match = _NOUN.match(text, at + of, end)
    if not match or phrase.title or phrase.signed or _NO_WORK.match(text, match.end(), end):
        return None
    phrase.kind, phrase.noun = kind_of(match[0]), match[0]
    if match[0] == "musical" and _OF_THE_SCREEN.search(text[max(0, at - 30) : at]):
        phrase.kind = Kind.MOVIE
    return match.end()


def _worded(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """Any other small word before the title: "loosely", "own", "highly successful"."""
    match = None if phrase.named or _STOP.match(text, at, end) else _WORD.match(text, at, end)
    if not match or (phrase.kind and not _BEFORE_NOUN.match(text, at, end)):
        return None
    return match.end()


_READERS: Final = (
    _same_name,
    read_quoted,
    _dated,
    read_made,
    read_by,
    read_possessive,
    read_attributed,
    _prized,
    _demonym,
    _tongue,
    _nouned,
    read_titled,
    _worded,
    read_described,
)
