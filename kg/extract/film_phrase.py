"""Page in, the noun phrases that say what a film is out: "a 2007 Danish war drama film", with the film they describe.

Such a phrase holds whatever becomes of its sentence: "the 2003 Dutch film might have been remade" asserts its year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.reading import film_at, group, once_a_page, sentences
from kg.extract.words import any_of
from kg.lexis.prefilter import prefiltered
from kg.model import BlockKind, Page, Span, Thing

_FILM: Final = any_of("film_phrase.film")
_IDIOM: Final = any_of("film_phrase.idiom")
_STOP: Final = any_of("film_phrase.stop")
_WORD: Final = r"[(\"“'‘]?\w(?:[\w.'’/&–+-]*[\w.+])?-?[\"”’)]?"
_DETERMINER: Final = r"(?P<determiner>an?|the|this|another|its|one of (?:the|his|her|their))"
_PHRASE: Final = prefiltered(
    rf"(?:\b{_DETERMINER}|\w['’]s|(?<=\bis)(?=\s\d{{4}}\s))\s"
    rf"(?P<phrase>(?:(?:{_IDIOM}|(?!{_STOP}\b(?![-/–])|{_FILM},){_WORD}),?\s(?:(?:and|or|&|/)\s)?){{0,14}}"
    rf"(?P<head>{any_of('film_phrase.film', 'film_phrase.other')}))"
    rf"(?![\w-]|['’]s?\b|\s{any_of('film_phrase.not_behind')}\b)",
    re.I,
)
_COPULA: Final = re.compile(
    rf"(?:(?:^|[\s)\]\"”’'])(?:is|was|are|were)|\w['’]s)(?:,?\s{any_of('film_phrase.adverb')})?,?$", re.I
)
_IT: Final = re.compile(
    r"(?:^|[,;:]\s|^(?:In|On|At|For|Since)\s[^,;:]{1,40}\s)(?:and\s|but\s)?(?:it|this|(?:the|this)\s(?:film|movie|picture))$",
    re.I,
)
_BRACKETS: Final = re.compile(r"\s?\([^()]*\)")
_GAP: Final = re.compile(r"\s[\"“'‘*_]?")
_MARKS: Final = " \"“”'‘’*_,"
_THE: Final = re.compile(r"(?:the\s)?")
_ENDS: Final = re.compile(r"$|[\s\"”’'*_,(]")


@dataclass(frozen=True, slots=True)
class FilmPhrase:
    """What a text calls a film: `span` is "2007 Danish war drama film", `head` its last noun."""

    span: Span
    head: Span
    film: Thing


@once_a_page
def film_phrases(page: Page) -> tuple[FilmPhrase, ...]:
    """Every phrase of the page that is said of a known film, in the order of the text."""
    return tuple(_film_phrases(page))


def _film_phrases(page: Page) -> Iterator[FilmPhrase]:
    opening = _opening(page)
    for sentence in sentences(page):
        last: FilmPhrase | None = None
        for match in _PHRASE.finditer(page.document.text, sentence.start, sentence.end):
            if film := _described(page, sentence, match, last, sentence.start in opening):
                last = FilmPhrase(group(match, "phrase"), group(match, "head"), film)
                yield last


def _opening(page: Page) -> range:
    """Where a page's first sentence may begin: at its first paragraph, or within a title there ("Stop! Or Else")."""
    start = next((b.span.start for b in page.of_kind(BlockKind.PROSE)), -1)
    title = page.films[0].title or ""
    return range(start, start + 1 + (len(title) if page.document.text.startswith(title, start) else 0))


def _described(
    page: Page, sentence: Span, match: re.Match[str], last: FilmPhrase | None, opening: bool
) -> Thing | None:
    """The film that the phrase describes: another one in its scope; else the page's own, where the syntax says so."""
    film = film_at(page, match.start("phrase"))
    if film != page.main:
        return film
    if named := _named_after(page, match.end()):
        return named
    before = page.document.text[sentence.start : match.start()].rstrip()
    if not before:
        return page.main if (match["determiner"] or "").casefold() in ("a", "an", "this") else None
    if copula := _COPULA.search(before):
        return page.main if opening or speaks_of_film(page, before[: copula.start() + 1]) else None
    if not before.endswith(","):
        return None
    if last and last.span.end == sentence.start + len(before) - 1:  # "…, a costume drama"
        return last.film
    return page.main if _opens_with_title(page, before) else None


def speaks_of_film(page: Page, subject: str) -> bool:
    """Whether the words before a verb name the page's film: "It", "The film", its title and what stands behind that."""
    bare = _BRACKETS.sub("", subject).strip(_MARKS)
    return bool(_IT.search(bare)) or _opens_with_title(page, bare)


def _opens_with_title(page: Page, subject: str) -> bool:
    title, bare = (page.films[0].title or "").lower(), subject.strip(_MARKS).lower()
    begins = [start for start in (0, len("the ")) if title and bare.startswith(title, start)]
    return any(_THE.fullmatch(bare, 0, start) and _ENDS.match(bare, start + len(title)) for start in begins)


def _named_after(page: Page, end: int) -> Thing | None:
    """The other film whose title follows: "the 1998 thriller Low Water" (a remake may share the page's own title)."""
    gap = _GAP.match(page.document.text, end)
    for film in page.films[1:] if gap else ():
        if gap and film.title and page.document.text.startswith(film.title, gap.end()):
            return film.thing
    return None
