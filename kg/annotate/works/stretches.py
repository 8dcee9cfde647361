"""Stretches of prose about another version of the page's film: a sentence in; where they are, and which is older, out.

They open with a verb ("had been filmed before", "made it again") or with the version ("in the earlier picture", "a 1960
remake starred") and reach to the end of their clause, with a credit that a semicolon adds: "…; Ana Ruiz directed".
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.annotate.nouns import COUNTRY
from kg.annotate.works.tails import clause_end
from kg.lexis.names import NAME
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import YEAR
from kg.model import Film, Span
from kg.vocab import country_code, language_tag

_MAKER: Final = (
    rf"(?:{NAME}(?:\s(?:himself|herself))?|[Hh]e|[Ss]he|[Tt]hey|[Tt]he\s(?:same\s)?(?:studio|company|producers?"
    r"|director))\s"
)
_ADVERBS: Final = r"(?:(?:then|later|already|also|since|previously|first|once|twice|even|only)\s)*"
_STORY: Final = (
    rf"(?:it|this|the\s(?:(?:very\s)?same\s)?(?:film|story|script|plot|tale|play|novel|book|material)|{NAME}['’]s\s(?:novel|book"
    r"|play|story|tale|operetta)|(?:this|that|the\ssame)\s(?:film|story|script|plot|tale|play|novel|book))"
)
_MADE: Final = r"(?:filmed|made|told|shot|done|directed)"
_HAD: Final = prefiltered(  # "A had already made it in 1933 as", "had been filmed before, with"
    rf"(?:(?<![\w’'-]){_MAKER})?\bhad\s{_ADVERBS}(?:{_MADE}\s{_STORY}|been\s{_ADVERBS}(?:filmed|brought\sto\sthe\sscreen)"
    r"|(?:directed|filmed|made)\sthe\sfirst(?=[;,.]))\b"
)
_BEFORE: Final = re.compile(
    rf"\b(?:before|earlier|previously|already|once|twice|first|(?:in|of)\s{YEAR}|(?:in|as|by)\s[A-Z])"
)
_AGAIN: Final = prefiltered(  # "A filmed the book again", "A made it over in Danish"
    rf"(?<![\w’'-]){_MAKER}{_ADVERBS}(?:(?:filmed|made|shot|told|remade)\s{_STORY}\s(?:himself\s|herself\s)?(?:again|over|anew"
    rf"|once\smore)\b|(?:did|made|redid|remade|repeated|filmed|shot|directed)\s{_STORY}\s(?:over\s)?in\s(?P<tongue>[A-Z]\w+)"
    rf"|(?:would|could)\s(?:later\s)?remake\sit\b|(?:moved|transplanted|transposed)\sit\sto\s[^.;,]{{3,50}}?\sfor\s(?=[\"“]|[A-Z]))"
)
_ONCE_MORE: Final = prefiltered(  # a pattern that begins with a name is slow to fail
    r"\b(?:again|over|anew|once\smore|remake\sit|it\sto)\b"
    r"|\b(?:it|this|film|story|script|plot|tale|play|novel|book|material)\sin\s(?=[A-Z])"
)
_REMAKE: Final = prefiltered(  # "there is a Danish remake with", "a TV remake of 1989", "the 1960 version starred"
    r"(?:^|(?<=[.;:]\s)|(?<=,\s)|(?<=\b[Tt]here\sis\s)|(?<=\b[Tt]here\swas\s)|(?<=\b[Tt]here['’]s\s)|(?<=\bin\s\d{4}\s)"
    rf"|{NAME}\s(?:made|directed|shot|produced)\s)"
    rf"(?:[Aa]n?|[Aa]nother|[Tt]he)\s(?P<kind>(?:(?:further|later|sound|television|TV|colou?r|{YEAR}|{COUNTRY}|[A-Z][a-z]+"
    rf"(?:-language)?)\s){{0,3}})(?:remake|version)\b(?=(?:\s(?:from|of|in)\s{YEAR})?,?\s(?:with|starring|starred|by|in|came"
    r"|followed|appeared|had|has|directed|after)\b|(?:\sof\s\d{4})?[,.;])"
)
_OLDER: Final = prefiltered(  # "in the earlier picture", "an earlier film, made by"
    r"(?:^|(?<=[.;]\s)|(?<=,\sand\s)|(?<=,\sbut\s))(?:[Ii]n\sthe\s(?:earlier|older|previous|silent|first\s(?:talking|sound|silent))"
    r"\s(?:film|movie|picture|version|one)\b|[Aa]n?\s(?:earlier|older|previous|silent)\s(?:film|movie|picture|version),?\s(?:made"
    r"|directed|shot|with|by|starring)\b|The\sone\s(?:of|from)\s(?P<year>\d{4})\b|[Tt]he\s(?P<dated>\d{4})\sone\b(?!\sof))"
)
_OF_YEAR: Final = prefiltered(rf"{NAME}['’]s\s(?:film|movie|picture|version)\s(?:of|from)\s(?P<of>{YEAR})\b")
_A_REMAKE: Final = prefiltered(  # what the page's own film is
    r"\b(?:[Tt]his|[Aa]s\san?|(?<!\b[Tt]here\s)(?:is|was)\s(?:an?|the|no|also\sa))\s(?:[\w-]+,?\s){0,3}?(?:remake|redo|reboot|re-make)\b"
)
_ON: Final = re.compile(  # "; A and B directed", "; directed by A"
    rf";\s(?:{NAME}(?:(?:,\s|\sand\s){NAME})*\s(?:directed|wrote|produced|photographed|was\s(?:the|its)\sdirector)\b"
    r"|(?:directed|written|produced)\sby\s)[^;]*"
)
_COMES: Final = re.compile(r"\s(?:came|followed|appeared)\b")
_BACK: Final = re.compile(r"\b(?:here|now|this|ours?)\b")
_YEAR: Final = re.compile(YEAR)


class Stretch(NamedTuple):
    """Words about another version; `earlier` where it was made before the page's film."""

    span: Span
    earlier: bool


def stretches(text: str, sentence: Span, main: Film, remade: bool) -> Iterator[Stretch]:
    """The stretches of a sentence; `remade` says that the page's film is itself known to remake one."""
    start, end = sentence.start, sentence.end
    for match in _HAD.finditer(text, start, end):
        stop = clause_end(text, match.end(), end)
        if _BEFORE.search(text, match.start(), stop):
            yield from _told(text, match.start(), stop, end, main, earlier=True)
    for match in (*_OLDER.finditer(text, start, end), *_OF_YEAR.finditer(text, start, end)):
        year = next((year for year in match.groups() if year), None)
        if year is None or (main.year and year != main.year):
            earlier = year is None or main.year is None or year < main.year
            yield from _told(text, match.start(), clause_end(text, match.end(), end), end, main, earlier)
    if not remade:
        again = _AGAIN.finditer(text, start, end) if _ONCE_MORE.search(text, start, end) else ()
        for match in (*again, *_REMAKE.finditer(text, start, end)):
            stop = clause_end(text, match.end(), end)
            if _is_apart(match, text[match.start() : stop], main):
                yield from _told(text, match.start(), stop, end, main, earlier=False)


def is_a_remake(text: str) -> bool:
    """Whether a text says somewhere that its own film is a remake, or so it seems."""
    return bool(_A_REMAKE.search(text))


def _is_apart(match: re.Match[str], clause: str, main: Film) -> bool:
    """Whether a version is told from the page's film: by a language or country, a year, or as one that came later."""
    if "tongue" in match.re.groupindex:
        return match["tongue"] is None or bool(language_tag(match["tongue"]))
    kinds = [kind.removesuffix("-language") for kind in match["kind"].split()]
    if any(language_tag(kind) or country_code(kind) for kind in kinds) or _COMES.match(clause, len(match[0])):
        return True
    year = _YEAR.search(clause)
    if year and year[0] != main.year and clause.startswith(("A television", "A TV", "a television", "a TV")):
        return True
    return bool(year and main.year and year[0] > main.year and not any(kind[0].isupper() for kind in kinds))


def _told(text: str, start: int, stop: int, end: int, main: Film, earlier: bool) -> Iterator[Stretch]:
    """The stretch, unless it names the page's film by its title or year."""
    own = [word for word in (main.title, main.year) if word and word in text[start:stop]]
    if not own:
        yield Stretch(Span(start, carried_on(text, stop, end)), earlier)


def carried_on(text: str, stop: int, end: int) -> int:
    """The end of the credits that a semicolon adds to a stretch."""
    match = _ON.match(text, stop, end)
    return match.end() if match and not _BACK.search(match[0]) else stop
