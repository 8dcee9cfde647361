"""Page in, claims of schema:inLanguage out, as BCP 47 tags: fields, "Dutch-language film", "filmed in Yiddish"."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.film_phrase import film_phrases
from kg.extract.reading import fields, film_at, finds, group, parts
from kg.extract.stating import state
from kg.extract.words import any_of, words
from kg.lexis.prefilter import prefiltered
from kg.model import Claim, Page, Span, Thing, Value
from kg.vocab import language_tag

_FIELDS: Final = frozenset(words("fields.language"))
_NAME: Final = rf"{any_of('language.plain', 'language.other')}\b"
_NAMES: Final = re.compile(_NAME)
_IN_PHRASE: Final = prefiltered(
    r"\b(?:(?P<joined>[A-Z][a-z]+)(?:(?:[-/]|-?\sand\s)(?P<second>[A-Z][a-z]+))?-language\b"
    rf"|(?P<plain>{any_of('language.plain')})\b(?!-))"
)
_SPOKEN: Final = prefiltered(
    rf"\b{any_of('language.spoken')}\sin\s(?:both\s|the\s)?(?P<languages>{_NAME}(?:(?:,\s|,?\sand\s|\sor\s){_NAME})*)"
    r"(?:\slanguages?\b)?(?!\s[A-Z]|[-\w]|\s(?:cinema|theat|film|wine|dress))"
)


def language(page: Page) -> Iterator[Claim]:
    """Languages of the page's films."""
    for value in fields(page, _FIELDS):
        for part in parts(page, value):
            words = re.split(r"\s?[(\[]", page.text(part))[0]
            if tag := language_tag(words):
                yield _claim(page, page.main, tag, Span(part.start, part.start + len(words)), "inLanguage.field")
    for known in page.films:
        if known.language and (tag := language_tag(page.text(known.language))):
            yield _claim(page, known.thing, tag, known.language, "inLanguage.film")
    for phrase in film_phrases(page):
        for match in _IN_PHRASE.finditer(page.document.text, phrase.span.start, phrase.span.end):
            for name in ("joined", "second", "plain"):
                if match[name] and (tag := language_tag(match[name])):
                    yield _claim(page, phrase.film, tag, group(match, name), "inLanguage.phrase")
    for match in finds(page, _SPOKEN):
        for found in _NAMES.finditer(page.document.text, *match.span("languages")):
            film = film_at(page, found.start())
            if film and (tag := language_tag(found[0])):
                yield _claim(page, film, tag, group(found), "inLanguage.spoken")


def _claim(page: Page, film: Thing, tag: str, span: Span, rule: str) -> Claim:
    return state(page, film, "schema:inLanguage", Value(tag), span, rule)
