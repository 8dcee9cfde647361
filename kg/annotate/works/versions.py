"""Scopes of other versions of the film: the scopes known so far in; those of stretches about versions, too, out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kg.annotate.works.stretches import carried_on, is_a_remake, stretches
from kg.annotate.works.told import ANOTHER, Told, free
from kg.lexis.names import NAME
from kg.model import Film, Kind, Scope, Sentence, Span, Thing

_CREW: Final = re.compile(
    rf"{NAME}(?:\sand\s{NAME})?\s(?:directed|was\sthe\sdirector)\b[^.]{{0,30}}\.|(?:The\sdirector\s(?:was|is)|Directed\sby)\s{NAME}\."
)
_DIRECTED: Final = re.compile(r"\b[Dd]irect(?:ed\sby|or\b|ed\b|s\b)")


def with_versions(
    told: Told, text: str, sentences: Sequence[Sentence], scopes: Sequence[Scope], main: Film
) -> list[Scope]:
    """These scopes with those of stretches about other versions, and of what goes on about a remake behind them."""
    made = [*scopes, *_versions(text, sentences, scopes, main, told.remade_by(main.thing))]
    made += _crew_of(told, text, sentences, made, main)
    return [*made, *_carried_on(told, text, sentences, made, main)]


def _versions(
    text: str, sentences: Sequence[Sentence], scopes: Sequence[Scope], main: Film, original: Thing | None
) -> Iterator[Scope]:
    """What goes on about a version made before or after: of the film that its words name, else of the original.

    It is nobody's where neither is known, since it is not the page's film's.
    """
    made: list[Scope] = []
    remade = original is not None or is_a_remake(text)
    for sentence in sentences:
        for told in stretches(text, sentence.span, main, remade):
            named = {s.film for s in scopes if s.film.kind is Kind.MOVIE and s.span.overlaps(told.span)}
            film = named.pop() if len(named) == 1 else (original if told.earlier else None) or ANOTHER
            made += [Scope(span, film) for span in free(told.span, [*scopes, *made])]
    yield from made


def _crew_of(
    told: Told, text: str, sentences: Sequence[Sentence], scopes: Sequence[Scope], main: Film
) -> Iterator[Scope]:
    """ "Ana Ruiz directed." right behind a sentence on a remake, where the page's film has its director already."""
    later = {tie.object for tie in told.ties if tie.relation == "remadeAs" and tie.subject == main.thing}
    for before, sentence in pairwise(sentences):
        near = [
            s for s in scopes if s.film in later and s.span.end >= before.span.end - 1 and s.span.overlaps(before.span)
        ]
        same = before.block == sentence.block and near and _CREW.fullmatch(sentence.span.of(text))
        if same and _DIRECTED.search(text, 0, before.span.start):
            yield from (Scope(span, near[-1].film) for span in free(sentence.span, scopes))


def _carried_on(
    told: Told, text: str, sentences: Sequence[Sentence], scopes: Sequence[Scope], main: Film
) -> Iterator[Scope]:
    """Credits that a semicolon adds to what is said of a remake: "…; Ana Ruiz directed"."""
    later = {tie.object for tie in told.ties if tie.relation == "remadeAs"}
    for scope in scopes:
        sentence = next((s.span for s in sentences if scope.span in s.span), None)
        if scope.film in later and sentence and text.startswith(";", scope.span.end):
            end = carried_on(text, scope.span.end, sentence.end)
            span = Span(scope.span.end, max(end, scope.span.end + 1))
            if not (main.title and main.title in span.of(text)):
                yield from (Scope(piece, scope.film) for piece in free(span, scopes))
