"""Who made a work, as its noun phrase says it: "A's 1914 film", "the A novel", "the A-directed film", "by A and B"."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.nouns import STOP, WRITTEN, Phrase, works
from kg.lexis.letters import UPPER
from kg.lexis.lists import Item, listed
from kg.lexis.names import NAME, names_in, opens_a_name
from kg.lexis.titles import YEAR
from kg.lexis.words import alternation
from kg.model import Kind, Span
from kg.vocab import country_code, language_tag

_POSSESSIVE: Final = re.compile(rf"(?P<name>(?:{NAME}(?:\s(?:and|&)\s|,\s(?:and\s)?))*{NAME})['’]s?(?=\s)")
_GROUP: Final = re.compile(rf"(?:the\s)?{NAME}\s(?:[Bb]rothers|[Ss]isters|twins|siblings)['’]s?\s")
_STRAIGHT_TO_A_CAPITAL: Final = re.compile(rf"\s(?!The\s|An?\s)(?P<word>{UPPER}\w*)")
_DIRECTED_BEFORE: Final = re.compile(rf"(?!the\s)(?P<name>{NAME})-directed\s")
_AUTHOR_BEFORE: Final = re.compile(
    rf"(?!(?:[Tt]he|An?)\s)(?P<name>{NAME})\s(?:{YEAR}\s)?(?:Broadway\s)?(?:(?!{STOP}\s)[a-z'’-]+\s){{0,3}}?(?={WRITTEN})"
)
_NO_AUTHOR: Final = re.compile(rf"\b{alternation(works()['no_author'])}\b")
_LONG: Final = 20  # characters of a forename
_FORENAME: Final = re.compile(r"\S{,2}\.|.*[^,;:.!?)]")
_BY: Final = re.compile(
    rf",?\s?(?:(?:made|shot|filmed|released)\s(?:(?:in\s|the\s)?(?P<year>{YEAR})\s|(?:in\s)?the\s(?:previous|same"
    r"|preceding)\syear\s"
    r"|[a-z]+\syears\s(?:earlier|before)\s)?)?by\s"
)
_WRITTEN_BY: Final = re.compile(
    r",?\s?(?:(?:written|created|authored|penned|co-written|published|drawn|composed)(?:\sand\s\w+)?\s)?by\s"
    r"|(?<=s\s)of\s"  # "stories of A B"
)
_YEAR: Final = re.compile(YEAR)
_MADE: Final = re.compile(
    rf"(?:,\s)?(?:that|which|what)\s(?P<name>{NAME})\s(?:(?:had|himself|herself|first)\s){{0,2}}(?:made|directed|shot|filmed|did)"
    rf"(?:(?:\s[a-z]+){{0,3}}?\sin\s(?P<year>{YEAR}))?(?=[\s,.;]|$)(?!\s(?:it\s)?as\s)"
)


def read_made(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """ "that A made in 1956", "what A did so well"."""
    match = _MADE.match(text, at, end) if phrase.kind or phrase.named or text.startswith("what", at) else None
    if not match or not opens_a_name(match["name"].split(" ", 1)[0]):
        return None
    phrase.makers = [_item(match)]
    phrase.year = phrase.year or (Span(*match.span("year")) if match["year"] else None)
    phrase.kind, phrase.signed = phrase.kind or Kind.MOVIE, True
    return match.end()


def read_by(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """ "by A and B"; it outdoes a name before the noun, which may be a hero's: "the Inspector Bream novel by A"."""
    if not (phrase.kind or phrase.named) or (phrase.makers and not phrase.attributed):
        return None
    match = (_WRITTEN_BY if phrase.kind in (Kind.BOOK, Kind.WORK) else _BY).match(text, at, end)
    makers = _people(text, listed(text, match.end(), end)) if match else []
    if not makers:
        return None
    phrase.makers, phrase.attributed, phrase.signed = makers, False, True
    if match and match.re is _BY and match["year"]:
        phrase.year = phrase.year or Span(*match.span("year"))
    if phrase.year is None and (year := _YEAR.search(text, makers[-1].name.end, makers[-1].end)):  # "by A B (1912)"
        phrase.year = Span(*year.span())
    return makers[-1].end


def read_possessive(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """ "A's", "A and B's" before the noun."""
    if phrase.kind or phrase.title or phrase.makers:
        return None
    if group := _GROUP.match(text, at, end):  # "the Holt brothers' debut": nobody by name
        return group.end()
    if not (match := _POSSESSIVE.match(text, at, end)):
        return None
    name = match["name"]
    if " the " in name:  # "Low Tide and the Ferryman's Wife"
        return None
    straight = _STRAIGHT_TO_A_CAPITAL.match(text, match.end())
    titles_own = straight and not (language_tag(straight["word"]) or is_known(text, name))  # "Noah's Ark"
    if not opens_a_name(name.split(" ", 1)[0]) or country_code(name) or titles_own:
        return None
    names = (Span(*m.span()) for m in names_in(text, at, match.end("name")))
    phrase.makers = [Item(name, end=name.end) for name in names] or [_item(match)]
    return match.end()


def read_attributed(text: str, at: int, end: int, phrase: Phrase) -> int | None:
    """ "the A B novel", "the A B-directed film"."""
    if phrase.kind or phrase.named or phrase.makers:
        return None
    if match := _DIRECTED_BEFORE.match(text, at, end):
        phrase.makers = [_item(match)]
        return match.end()
    match = _AUTHOR_BEFORE.match(text, at, end)
    name = match["name"] if match else ""
    if not match or " " not in name or _NO_AUTHOR.search(name) or country_code(name.split()[0]):
        return None
    phrase.makers, phrase.attributed = [_item(match)], True
    return match.end("name")


def _item(match: re.Match[str]) -> Item:
    return Item(Span(*match.span("name")), end=match.end("name"))


def _people(text: str, items: list[Item]) -> list[Item]:
    """The items up to a single word that is nobody's surname: "by Ewan Bryce, Flood" names a book, too."""
    kept: list[Item] = []
    for item in items:
        name = item.name.of(text)
        if name.startswith("the ") or (kept and " " in kept[0].name.of(text) and not is_known(text, name)):
            break
        kept.append(_without_i(text, item))
    return kept


def _without_i(text: str, item: Item) -> Item:
    """ "by A B I never saw": the pronoun is no initial."""
    span = item.name
    return Item(Span(span.start, span.end - 2), end=span.end - 2) if span.of(text).endswith(" I") else item


def is_known(text: str, name: str) -> bool:
    """Whether this is a full name, or the surname of somebody whom the text names in full."""
    return " " in name or any(_is_forename(text, at) for at in _places(text, f" {name}"))


def _is_forename(text: str, end: int) -> bool:
    word = text[max(0, end - _LONG) : end].rsplit(None, 1)[-1:]
    return bool(word) and word[0][0].isupper() and bool(_FORENAME.fullmatch(word[0]))


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
