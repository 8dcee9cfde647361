"""The noun phrase that names another work ("Ruiz's 1914 film of the same name"), read piece by piece."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from kg.lexis.letters import UPPER
from kg.lexis.lists import Item, listed
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.titles import QUOTED, TITLE, YEAR, title_key
from kg.lexis.words import alternation
from kg.model import Kind, Span
from kg.vocab import country_code
from kg.vocab.places import country_spellings


@cache
def works() -> dict[str, list[str]]:
    """The lists of works.toml."""
    return tomllib.loads((Path(__file__).parent / "works.toml").read_text(encoding="utf-8"))


def _noun(*lists: str) -> str:
    words = [word for name in lists for word in works()[name]]
    return rf"(?:{alternation(words)}s?)(?![\w'’-])"


_STOP: Final = frozenset(works()["stop"])
_SAME: Final = re.compile(alternation(works()["same"]) + r"(?!\w)")
_NOUN: Final = re.compile(_noun("film", "book", "work"))
_NO_WORK: Final = re.compile(  # "the original screenplay", "the film series", "Old Dark House films"
    r"\s(?:screenplay|script|idea|concept|treatment|material|source|score|music|(?:director|maker|critic|star"
    r"|editor|producer|composer|writer|actor|actress|studio)s?|rights|franchise)\b"
)
_ADJOINING: Final = re.compile(rf"[\s-]{_NOUN.pattern}")
_NEAR: Final = re.compile(rf"[\s-](?:[a-z][\w-]*\s){{0,2}}?{_NOUN.pattern}")
_BEFORE_NOUN: Final = re.compile(rf"(?:[\w'’-]+\s){{1,3}}?{_NOUN.pattern}")
_OF: Final = re.compile(r"(?<=s\s)of\s")  # "stories of A B"
_FILM: Final = re.compile(_noun("film"))
_BOOK: Final = re.compile(_noun("book"))
_WORD: Final = re.compile(r"(?:[a-z\d][\w'’/-]*|[—–-])(?=[\s,.;:()]|$)")
_POSSESSIVE: Final = re.compile(rf"(?P<name>(?:{NAME}(?:\s(?:and|&)\s|,\s(?:and\s)?))*{NAME})['’]s?(?=\s)")
_YEAR: Final = re.compile(rf"(?P<year>{YEAR})(?:['’]s)?(?![\w–-])")
_IN_BRACKETS: Final = re.compile(rf"\(([^()\n]*?(?P<year>{YEAR})?[^()\n]*?)\)")
_IN_YEAR: Final = re.compile(rf"(?:in|from|of|released in|made in|filmed in)\s(?:[A-Z][a-z]+\s)?(?P<year>{YEAR})")
COUNTRY: Final = r"(?:" + "|".join(re.escape(s) for s in country_spellings() if s[:1].isupper()) + r")"
_COUNTRY: Final = re.compile(COUNTRY + r"(?=[\s,-])")
_PAST_DEMONYM: Final = re.compile(rf"[\s-](?:[a-z\d]|{UPPER}[\w-]*\s[a-z]|(?:{_COUNTRY.pattern}))")
_QUOTED: Final = re.compile(QUOTED)
_DASHED: Final = rf"\s[–—-]\s{TITLE}"
_TITLE: Final = re.compile(
    rf"(?:\d+,\d+\s)?(?:{TITLE}(?:,\s{TITLE}|{_DASHED})+(?:(?=\s*\({YEAR})|(?=,\san?\s)|(?<=[!?]))"
    rf"|{TITLE})"
)
_FOREIGN_WORD: Final = rf"(?!(?:{'|'.join(sorted(_STOP))}|of|film|movie|the|an)\b)[^\W\dA-Z_][^\W\d_]*"
_FOREIGN: Final = re.compile(rf"(?:\s{_FOREIGN_WORD}(?:\s{UPPER}\w+)*){{1,5}}(?=[\s,.;(]|$)")
_SMALL_FOREIGN: Final = re.compile(
    rf"(?i:^{alternation(works()['foreign'])}(?:\s|$))|\s{alternation(works()['foreign'])}\s|[^\x00-\x7f’‘]"
)
_BY: Final = re.compile(r",?\s?by\s")
_WRITTEN_BY: Final = re.compile(
    r",?\s?(?:(?:written|created|authored|penned|co-written|published|drawn|composed)(?:\sand\s\w+)?\s)?by\s"
)
_DIRECTED_BEFORE: Final = re.compile(rf"(?!the\s)(?P<name>{NAME})-directed\s")
_AUTHOR_BEFORE: Final = re.compile(
    rf"(?!the\s)(?P<name>{NAME})\s(?:(?P<year>{YEAR})\s)?(?:Broadway\s)?"
    rf"(?:(?!{alternation(works()['stop'])}\s)[a-z'’-]+\s){{0,3}}?(?={_noun('book', 'work')})"
)
_NO_AUTHOR: Final = re.compile(rf"\b{alternation(works()['no_author'])}\b")
_PRIZE: Final = re.compile(rf"{TITLE}(?:-winning|-nominated|\swinner|\snominee)\s")
_MADE: Final = re.compile(
    rf"(?:that|which|what)\s(?P<name>{NAME})\s(?:had\s)?(?:made|directed|shot|filmed"
    rf"|did)(?:(?:\s[a-z]+){{0,3}}?\sin\s(?P<year>{YEAR}))?(?=[\s,.;]|$)"
)
_APPOSED: Final = re.compile(
    rf"(?:,\s|\s?[—–:]\s?)(?:entitled\s|titled\s|called\s)?(?P<title>{QUOTED}|{_TITLE.pattern})"
)
_AFTER_APPOSED: Final = re.compile(r"\s*(?:[,.;(—–]|$)|\s(?:by|and|in|from|written)\s")
_NAMED: Final = re.compile(rf"(?:entitled|titled|called|named)\s(?P<title>{QUOTED}|{_TITLE.pattern})")
_DESCRIBED: Final = re.compile(
    rf",\s(?:(?:an?|his|her|their|(?:the|itself\san?)(?=\s{YEAR}"
    rf"|\s(?:[\w-]+\s){{0,3}}?{_noun('book', 'work')}))\s)(?P<year>{YEAR})?\s?"
    rf"(?:(?!{alternation(works()['stop'])}\s)[\w-]+\s){{0,4}}?(?P<noun>{_noun('film', 'book', 'work')})"
)


@dataclass(slots=True)
class Phrase:
    """What one noun phrase says of a work, up to `end`; `siblings` are titles that share its noun."""

    start: int
    end: int
    kind: Kind | None = None
    noun: str = ""
    title: Span | None = None
    same_name: bool = False
    year: Span | None = None
    country: Span | None = None
    makers: list[Item] = field(default_factory=list)
    attributed: bool = False
    signed: bool = False
    quoted: bool = False
    siblings: list[Span] = field(default_factory=list)

    @property
    def tells_apart(self) -> bool:
        """Whether the phrase says which work it is."""
        return bool(self.title or self.same_name or self.year or self.makers)


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
    return _apposed(text, at, end, phrase, own)


def _same_name(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    match = _SAME.match(text, at, end)
    if match:
        phrase.same_name = phrase.title is None
        return match.end()
    return None


def _quoted(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    match = _QUOTED.match(text, at, end)
    if not match or phrase.title or phrase.same_name:
        return None
    if not (plural := _NOUN.match(text, match.end() + 1, end)) or not plural[0].endswith("s"):
        phrase.title, phrase.quoted = _unquoted(Span(*match.span()), text), True
    return match.end()


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
    """ "by A and B"; "that A made in 1956"."""
    if not (phrase.kind or phrase.title or phrase.same_name) and text[at : at + 4] != "what":
        return None
    if (made := _MADE.match(text, at, end)) and opens_a_name(made["name"].split(" ", 1)[0]):
        phrase.makers = [Item(Span(*made.span("name")), end=made.end("name"))]
        phrase.year = phrase.year or (Span(*made.span("year")) if made["year"] else None)
        phrase.kind, phrase.signed = phrase.kind or Kind.MOVIE, True
        return made.end()
    written = phrase.kind in (Kind.BOOK, Kind.WORK)
    match = (_WRITTEN_BY if written else _BY).match(text, at, end) or (_OF.match(text, at, end) if written else None)
    if not match or (phrase.makers and not phrase.attributed):
        return None
    phrase.makers, phrase.attributed = _people(text, listed(text, match.end(), end)), False
    phrase.signed = bool(phrase.makers)
    return phrase.makers[-1].end if phrase.makers else None


def _people(text: str, items: list[Item]) -> list[Item]:
    """The items up to a single word that is nobody's surname: "by Ewan Bryce, Flood" names a book, too."""
    kept: list[Item] = []
    for item in items:
        if kept and " " in kept[0].name.of(text) and not _known(text, item.name.of(text)):
            break
        kept.append(item)
    return kept


def _attributed(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """ "the Ewan Bryce novel", "the Ewan Bryce-directed film"."""
    if phrase.kind or phrase.title or phrase.makers or phrase.same_name:
        return None
    if match := _DIRECTED_BEFORE.match(text, at, end):
        phrase.makers = [Item(Span(*match.span("name")), end=match.end("name"))]
        return match.end()
    match = _AUTHOR_BEFORE.match(text, at, end)
    if (
        not match
        or " " not in match["name"]
        or _NO_AUTHOR.search(match["name"])
        or country_code(match["name"].split()[0])
    ):
        return None
    phrase.makers, phrase.attributed = [Item(Span(*match.span("name")), end=match.end("name"))], True
    return match.end("name")


def _prized(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """ "the Golden Bear-winning film": a prize, no title."""
    match = _PRIZE.match(text, at, end)
    return match.end() if match and not phrase.title else None


def _possessive(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    if phrase.kind or phrase.title or phrase.makers or not (match := _POSSESSIVE.match(text, at, end)):
        return None
    name = match["name"]
    if not opens_a_name(name.split(" ", 1)[0]) or country_code(name) or _titles_own(text, match):
        return None
    phrase.makers = listed(text, at, match.end("name")) or [Item(Span(*match.span("name")), end=match.end("name"))]
    return match.end()


def _titles_own(text: str, match: re.Match[str]) -> bool:
    """Whether a possessive belongs to a title ("Noah's Ark"): one word of nobody known, straight before a capital."""
    if " " in match["name"] or not re.compile(rf"\s(?!The\s|An?\s){UPPER}").match(text, match.end()):
        return False
    return not _known(text, match["name"])


def _known(text: str, name: str) -> bool:
    """Whether this is a full name, or the surname of somebody whom the text names in full."""
    return " " in name or bool(re.search(rf"{UPPER}[\w.-]+\s{re.escape(name)}\b", text))


def _demonym(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    match = _COUNTRY.match(text, at, end)
    if not match or phrase.title or not _PAST_DEMONYM.match(text, match.end()):
        return None
    if phrase.country is None:
        phrase.country = Span(*match.span())
    return match.end() + (text[match.end()] == "-")


def _nouned(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """ "film", "short story"; with an "of" before a second noun: "a series of video games"."""
    of = 3 if phrase.kind and text.startswith("of ", at) else 0
    match = _NOUN.match(text, at + of, end)
    if not match or phrase.title or _NO_WORK.match(text, match.end(), end) or phrase.signed:
        return None
    phrase.kind, phrase.noun = kind_of(match[0]), match[0]
    return match.end()


def _titled(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    if phrase.title or phrase.same_name:
        return None
    named = _NAMED.match(text, at, end) if phrase.kind else None
    match = _TITLE.match(text, named.start("title") if named else at, end)
    if not match or _YEAR.fullmatch(match[0]) or (phrase.signed and not text[phrase.makers[-1].end : at].strip()):
        return None
    if (_ADJOINING if phrase.kind else _NEAR).match(text, match.end(), end):  # "RKO film": the title comes later
        return match.end()
    phrase.title = Span(match.start(), _title_end(text, match.start(), match.end(), end, phrase))
    return phrase.title.end


def _title_end(text: str, start: int, after: int, end: int, phrase: Phrase) -> int:
    """A title of another language goes on in small letters: "Profumo di donna"."""
    match = _FOREIGN.match(text, after, end)
    if match and (phrase.country or _SMALL_FOREIGN.search(text[start : match.end()])):
        return match.end()
    return after


def _worded(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """Any other small word before the title: "loosely", "own", "highly successful"."""
    match = _WORD.match(text, at, end)
    if not match or phrase.title or phrase.same_name:
        return None
    if match[0] == "of" or match[0] in _STOP or (phrase.kind and not _BEFORE_NOUN.match(text, at, end)):
        return None
    return match.end()


def _described(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """ ", a 1926 silent Western": an apposition that goes on describing a titled work."""
    if not phrase.title or (phrase.kind and phrase.year) or not (match := _DESCRIBED.match(text, at, end)):
        return None
    if phrase.kind and not match["year"]:
        return None
    phrase.year = phrase.year or (Span(*match.span("year")) if match["year"] else None)
    if phrase.kind is None:
        phrase.kind, phrase.noun = kind_of(match["noun"]), match["noun"]
    return match.end()


def _apposed(text: str, at: int, end: int, phrase: Phrase, own: str) -> int | None:
    """ "a 1941 picture, Night at the Quay,": the title behind the phrase; several behind a plural noun."""
    if not phrase.kind or phrase.title or phrase.same_name:
        return None
    at -= text[at - 1] == " "
    match = _APPOSED.match(text, at, end)
    if not match or (
        not opens_a_name(match["title"].split(" ", 1)[0].rstrip(","))
        and match["title"].split()[0] not in ("The", "A", "An")
    ):
        return None
    stop = match.end()
    if not _AFTER_APPOSED.match(text, stop, end) and (foreign := _FOREIGN.match(text, stop, end)):
        stop = foreign.end()
    title = _unquoted(Span(match.start("title"), stop), text)
    if not _AFTER_APPOSED.match(text, stop, end) or (own and title_key(title.of(text)) == title_key(own)):
        return None
    phrase.title = title
    return _siblings(text, phrase, stop)


def _siblings(text: str, phrase: Phrase, stop: int) -> int:
    """Splits "Flood and Ebb" in two titles where the noun was "novels"."""
    title = phrase.title
    if title and phrase.noun.endswith("s") and (two := re.fullmatch(r"(.+?)\sand\s(.+)", title.of(text))):
        phrase.title = Span(title.start, title.start + len(two[1]))
        phrase.siblings = [Span(title.end - len(two[2]), title.end)]
    return stop


def _unquoted(span: Span, text: str) -> Span:
    words = span.of(text)
    if not re.fullmatch(QUOTED, words):
        return span
    return Span(span.start + 1, span.start + 1 + len(words[1:-1].rstrip(",.;")))


_READERS: Final = (
    _same_name, _quoted, _dated, _maker, _possessive, _attributed,
    _prized, _demonym, _nouned, _titled, _worded, _described,
)  # fmt: skip


def kind_of(noun: str) -> Kind:
    """What a noun for a work stands for: a movie, a book or another work."""
    if _BOOK.fullmatch(noun):
        return Kind.BOOK
    return Kind.MOVIE if _FILM.fullmatch(noun) else Kind.WORK
