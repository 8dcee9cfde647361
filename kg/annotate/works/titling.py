"""The title in a noun phrase that names a work: quoted, behind the noun, or in apposition ("her memoir, Ten Days")."""

import re
from typing import Final

from kg.annotate.nouns import NOUN, STOP, WRITTEN, Phrase, kind_of, works
from kg.annotate.works.spelling import ANY_TITLE, LISTED, without_place
from kg.lexis.letters import UPPER
from kg.lexis.lists import Item
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.titles import QUOTED, YEAR, title_key, unquoted
from kg.lexis.words import alternation
from kg.model import Span

_QUOTED: Final = re.compile(QUOTED)
_ITALIC: Final = re.compile(r"''(?P<title>[^'\n](?:[^'\n]|'(?!'))*)''(?!')")  # as MediaWiki writes titles
_YEAR: Final = re.compile(YEAR)
_TITLE: Final = re.compile(ANY_TITLE)
_NAMED: Final = re.compile(rf"(?:entitled|titled|called|named)\s(?={ANY_TITLE})")
_APPOSED: Final = re.compile(rf"(?:,\s|\s?[—–:]\s?)(?:entitled\s|titled\s|called\s)?(?P<title>{QUOTED}|{ANY_TITLE})")
_AFTER_APPOSED: Final = re.compile(r"\s*(?:[,.;(—–]|$)|\s(?:by|and|in|from|written)\s")
_NOUN: Final = re.compile(NOUN)
_ADJOINING_NOUN: Final = re.compile(rf"\.?[\s-]{NOUN}")
_NEAR_NOUN: Final = re.compile(rf"\.?[\s-](?:(?!(?:the|an?|its|his|her|their)\s)[a-z][\w-]*\s){{0,2}}?{NOUN}")
_FOREIGN_WORD: Final = rf"(?!(?:{STOP}|of|film|movie|the|an|\w{{3,}}(?:ed|ing))\b)[^\W\dA-Z_][\w’'-]*"
_FOREIGN: Final = re.compile(  # "Dobranoc, inspektorze (1956)" has a comma in it
    rf"(?:\s{_FOREIGN_WORD}(?:\s{UPPER}[\w’'-]*)*){{1,5}}(?=[\s,.;()]|$)"
    rf"|,(?:\s{_FOREIGN_WORD}){{1,4}}(?=\s\({YEAR}\))"
)
_SMALL: Final = alternation(works()["foreign"])
_UNENGLISH: Final = rf"(?!{alternation(works()['goes_on'])}(?![\w-])){_FOREIGN_WORD}"
_GOES_ON: Final = re.compile(  # "Akai ranpu (1961)", "Yukiguni no michi from": no English sentence goes on so
    rf"(?:\s(?:{_UNENGLISH}|no)){{0,4}}(?:\s{_UNENGLISH})(?:\s{UPPER}[\w’'-]*)*(?=[.,;:()]|$|\s(?:{STOP}|of)\s"
    rf"|\s\({YEAR}\))"
)
_BY: Final = re.compile(rf"\sby\s{alternation(works()['by_no_one'])}\b(?!\s{UPPER})")  # "Gone by Night"
_COMMA_FOREIGN: Final = re.compile(  # "Dona Lua, seus filhos e o mar": what goes on is no English
    rf",(?=(?:\s[^\W\dA-Z_]\w*){{0,3}}\s(?:{_SMALL}|\w*[^\x00-\x7f]\w*)\s)(?:\s{_UNENGLISH}){{2,6}}(?=[,.;()]|$"
    rf"|\s(?:{STOP})\s)"
)
_DATED: Final = re.compile(rf"(?:\s[\w-]+){{1,4}}(?:\s\({YEAR}\)|,\s(?:an?|the)\s)")
_IS_FOREIGN: Final = re.compile(rf"(?i:^{_SMALL}(?:\s|$))|\s{_SMALL}\s|[^\x00-\x7f’‘]")
_DESCRIBED: Final = re.compile(
    rf",\s(?:an?|his|her|their|(?:the|itself\san?)(?=\s{YEAR}|\s(?:[\w-]+\s){{0,3}}?{WRITTEN}"
    rf"|\s(?:[\w-]+\s){{0,4}}?{NOUN}\s(?:(?:that|which)\s{UPPER}|(?:of|from)\s{YEAR}"
    rf"|by\s{UPPER})))\s(?P<year>{YEAR})?\s?"
    rf"(?:(?!{STOP}\s)[\w-]+\s){{0,4}}?(?P<noun>{NOUN})"
)
_DATED_SOMEHOW: Final = re.compile(  # ", a 1977 thing with": no word for a work
    rf",\san?\s(?P<year>{YEAR})\s(?!(?:[\w-]+\s){{0,4}}?{NOUN})[a-z-]+"
)
_OWNER: Final = re.compile(rf"(?P<name>(?=\S+\s){NAME})['’]s?\s(?={UPPER})")  # "the original, Ana Ruiz's Ebb"
_TWO: Final = re.compile(r"(.+?)\sand\s(.+)")
_QUOTES: Final = "\"”’'"
_ARTICLES: Final = frozenset(["The", "A", "An"])


def read_quoted(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """A title in quotation marks; not ""Old Dark House" films"."""
    if not phrase.named and (italic := _ITALIC.match(text, at, end)):
        phrase.title, phrase.quoted = Span(*italic.span("title")), True
        return italic.end()
    match = _QUOTED.match(text, at, end)
    if not match or phrase.named:
        return None
    noun = _NOUN.match(text, match.end() + 1, end)
    if not (noun and noun[0].endswith("s")):
        phrase.title, phrase.quoted = unquoted(text, Span(*match.span())), True
    return match.end()


def read_titled(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """A title in capitals; those of "the RKO film" only go before it."""
    if phrase.named or (phrase.signed and not text[phrase.makers[-1].end : at].strip()):
        return None
    named = _NAMED.match(text, at, end) if phrase.kind else None
    listed = LISTED.match(text, at, end) if phrase.kind and not phrase.noun.endswith("s") else None
    match = listed or _TITLE.match(text, named.end() if named else at, end)
    if not match or _YEAR.fullmatch(match[0]):
        return None
    if (_ADJOINING_NOUN if phrase.kind else _NEAR_NOUN).match(text, match.end(), end):
        return match.end()
    stop = match.end()
    title = Span(match.start(), _foreign_end(text, match.start(), stop, end, phrase))
    phrase.title = without_place(text, title)
    return phrase.title.end


def _foreign_end(text: str, start: int, stop: int, end: int, phrase: Phrase) -> int:
    """Where a title ends that goes on in small letters: "Profumo di donna", "the novel Hana no ki by"."""
    foreign = _FOREIGN.match(text, stop, end)
    if foreign and (phrase.country or phrase.language or _IS_FOREIGN.search(text[start : foreign.end()])):
        stop = foreign.end()
    if phrase.kind and (phrase.country or phrase.language) and (comma := _COMMA_FOREIGN.match(text, stop, end)):
        return comma.end()
    if foreign and stop == foreign.end():
        return stop
    goes_on = _GOES_ON.match(text, stop, end) if phrase.kind or phrase.makers or _DATED.match(text, stop, end) else None
    by = _BY.match(text, stop, end)
    return goes_on.end() if goes_on else by.end() if by else stop


def read_described(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """ ", a 1926 silent Western": an apposition that goes on describing a titled work."""
    if phrase.title and not phrase.year and (dated := _DATED_SOMEHOW.match(text, at, end)):
        phrase.year = Span(*dated.span("year"))
        return dated.end()
    if (
        not (phrase.title or phrase.noun == "debut")
        or (phrase.kind and phrase.year)
        or not (match := _DESCRIBED.match(text, at, end))
    ):
        return None
    if phrase.kind and not match["year"]:
        return None
    phrase.year = phrase.year or (Span(*match.span("year")) if match["year"] else None)
    if phrase.kind is None:
        phrase.kind, phrase.noun = kind_of(match["noun"]), match["noun"]
    return match.end()


def read_apposed(text: str, at: int, end: int, phrase: Phrase, own: str) -> int | None:
    """ "a 1941 picture, Night at the Quay,": the title behind the phrase, which must not be the page's `own`."""
    if not phrase.kind or phrase.named:
        return None
    match = _APPOSED.match(text, at - (text[at - 1] == " "), end)
    first = match["title"].split(" ", 1)[0].rstrip(",") if match else ""
    if not match or not (opens_a_name(first) or first in _ARTICLES):
        return None
    stop = match.end()
    if not _AFTER_APPOSED.match(text, stop, end) and (foreign := _FOREIGN.match(text, stop, end)):
        stop = foreign.end()
    title = unquoted(text, Span(match.start("title"), stop))
    closed = text[stop - 1] in _QUOTES and text[stop - 2] in ",."
    if not (closed or _AFTER_APPOSED.match(text, stop, end)) or (own and title_key(title.of(text)) == title_key(own)):
        return None
    if (owner := _OWNER.match(text, title.start, title.end)) and not phrase.makers:
        phrase.makers, title = [Item(Span(*owner.span("name")), end=owner.end())], Span(owner.end(), title.end)
    phrase.title, phrase.siblings = _split(text, title) if phrase.noun.endswith("s") else (title, [])
    return stop


def _split(text: str, title: Span) -> tuple[Span, list[Span]]:
    """ "Flood and Ebb" behind a plural: two titles."""
    if not (two := _TWO.fullmatch(text, title.start, title.end)):
        return title, []
    return Span(*two.span(1)), [Span(*two.span(2))]
