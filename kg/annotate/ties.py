"""Sentences in; what they say of other works out: films, books and plays, ties to them, and which words are theirs."""

import re
from dataclasses import dataclass, field
from typing import Final

from kg.annotate.films import MAIN
from kg.annotate.mentions import Mention, read_mentions
from kg.annotate.phrases import Phrase
from kg.annotate.works import Mentioned, read_works
from kg.lexis.lists import Item
from kg.lexis.names import clean_name
from kg.lexis.titles import TITLE, YEAR, title_key
from kg.model import Block, BlockKind, Document, Film, Kind, Scope, Sentence, Span, Thing, Tie

_PLOT: Final = re.compile(r"\b(?:plot|synopsis|story|summary|premise|storyline)\b", re.IGNORECASE)
_AS: Final = re.compile(rf"\b(?:as|titled|called|entitled|under\sthe\stitle)\s[\"“‘']?(?P<title>{TITLE})")
_IN: Final = re.compile(rf"\b(?:in|from)\s(?:[A-Z][a-z]+\s)?(?P<year>{YEAR})")


@dataclass(slots=True)
class Told:
    """What a document says of works other than its own film; `makers` are names with the work they made."""

    films: list[Film] = field(default_factory=list)
    works: tuple[Film, ...] = ()
    scopes: tuple[Scope, ...] = ()
    ties: tuple[Tie, ...] = ()
    makers: list[tuple[Thing, Item]] = field(default_factory=list)
    mentioned: list[Span] = field(default_factory=list)


class _Collector:
    """Gathers other works over the sentences of one document, giving each its key."""

    def __init__(self, document: Document, main: Film) -> None:
        self.text = document.text
        self.main = main
        self.films: dict[str, Film] = {}
        self.works: dict[str, Film] = {}
        self.ties: dict[tuple[str, Thing, Thing], Tie] = {}
        self.scopes: list[Scope] = []
        self.mentioned: list[Span] = []
        self.makers: list[tuple[Thing, Item]] = []

    def speaker(self, offset: int) -> Thing:
        """The film whose words stand at this offset, for ties told of another film ("itself based on …")."""
        return next((s.film for s in reversed(self.scopes) if s.span.start <= offset < s.span.end), MAIN)

    def take(self, found: Mentioned) -> None:
        """One other work that a sentence speaks of."""
        phrase, relation = found.phrase, found.relation
        if relation == "remadeAs":
            self._remade(found)
            return
        if relation is None and phrase.title is None and phrase.year and phrase.year.of(self.text) == self.main.year:
            return  # "the 1929 version" is the page's own film
        is_film = phrase.kind is Kind.MOVIE or (phrase.kind is None and relation in ("remakeOf", "sequelTo", None))
        if relation == "basedOn" and phrase.kind is Kind.MOVIE:
            relation = "remakeOf"
        if relation == "remakeOf" and not is_film:
            relation = "basedOn"
        speaker = self.speaker(found.cue.start)
        thing = self._film(phrase, relation, found.scope) if is_film else self._work(phrase, found.scope)
        if thing == speaker:
            return
        self.scopes.append(Scope(found.scope, thing))
        if relation and not (speaker.kind is not Kind.MOVIE):
            span = Span(found.cue.start, max(phrase.end, found.cue.end))
            self.ties.setdefault((relation, speaker, thing), Tie(relation, speaker, thing, span))
        self.makers += [(thing, item) for item in phrase.makers]

    def mention(self, mention: Mention) -> None:
        """Another film that the text only brings up; one that is tied already keeps its place."""
        if any(scope.span.overlaps(mention.title) for scope in self.scopes):
            return
        title = " ".join(mention.title.of(self.text).split())
        year = mention.year.of(self.text) if mention.year else None
        key = self._film_key(title, year, None)
        film = Film(Thing(Kind.MOVIE, key), title, mention.title, year, mention.year, mention.title)
        self.films[key] = film if key not in self.films else _fuller(self.films[key], film)
        self.scopes.append(Scope(mention.scope, film.thing))
        self.mentioned.append(mention.title)

    def _film(self, phrase: Phrase, relation: str | None, scope: Span) -> Thing:
        title, title_span = self._title(phrase)
        year = phrase.year.of(self.text) if phrase.year else None
        key = self._film_key(title, year, relation)
        old = self.films.get(key)
        film = Film(
            Thing(Kind.MOVIE, key),
            title,
            title_span,
            year,
            phrase.year,
            Span(phrase.start, max(phrase.end, phrase.start + 1)),
            phrase.country,
        )
        self.films[key] = film if old is None else _fuller(old, film)
        return film.thing

    def _film_key(self, title: str | None, year: str | None, relation: str | None) -> str:
        for key, film in self.films.items():
            if title and film.title:
                same = title_key(title) == title_key(film.title) and (year is None or film.year in (None, year))
            elif year and film.year:
                same = year == film.year
            else:
                same = key == "original" and title is None and (year is None or film.year is None)
            if same:
                return key
        if relation == "remakeOf" and "original" not in self.films:
            return "original"
        return "film:" + "|".join(filter(None, (title_key(title) if title else "untitled", year)))

    def _work(self, phrase: Phrase, scope: Span) -> Thing:
        title, title_span = self._title(phrase)
        maker = clean_name(phrase.makers[0].name.of(self.text)) if phrase.makers else ""
        key = title or f"{phrase.noun} by {maker}".strip() if (title or maker) else phrase.noun or "work"
        kind = phrase.kind if phrase.kind in (Kind.BOOK, Kind.WORK) else Kind.WORK
        work = Film(
            Thing(kind, key), title, title_span, phrase.year.of(self.text) if phrase.year else None, phrase.year, scope
        )
        self.works.setdefault(key, work)
        return work.thing

    def _title(self, phrase: Phrase) -> tuple[str | None, Span | None]:
        if phrase.title:
            return " ".join(phrase.title.of(self.text).split()), phrase.title
        if phrase.same_name:
            return self.main.title, self.main.title_span
        return None, None

    def _remade(self, found: Mentioned) -> None:
        """ "was remade in 1962 as …": every later film of the sentence, dated and titled where it is stated."""
        words = found.scope.of(self.text)
        title = _AS.search(words)
        year = _IN.search(words)
        if not (title or year):
            return
        at = found.scope.start
        name = re.split(r"\sand\s(?:in|later|again)\s", title["title"])[0] if title else None
        span = Span(at + title.start("title"), at + title.start("title") + len(name)) if title and name else None
        when = Span(at + year.start("year"), at + year.end("year")) if year else None
        key = "film:" + "|".join(filter(None, (title_key(name) if name else "remake", year and year["year"])))
        thing = Thing(Kind.MOVIE, key)
        title_of_main = (self.main.title, self.main.title_span) if name is None else (name, span)
        self.films.setdefault(key, Film(thing, *title_of_main, year and year["year"], when, found.scope))
        speaker = self.speaker(found.cue.start)
        self.ties.setdefault(
            ("remadeAs", speaker, thing), Tie("remadeAs", speaker, thing, Span(found.cue.start, found.scope.end))
        )
        self.scopes.append(Scope(found.scope, thing))


def read_ties(document: Document, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], main: Film, people: frozenset[str]
) -> Told:
    """Everything that the prose of a document says of works other than `main`."""
    collector = _Collector(document, main)
    for sentence in sentences:
        if blocks[sentence.block].kind is BlockKind.PROSE and _PLOT.search(blocks[sentence.block].label):
            continue
        defines = main.title_span is not None and main.title_span.start in range(sentence.span.start, sentence.span.end)
        for found in read_works(document.text, sentence.span.start, sentence.span.end, defines):
            collector.take(found)
        review = blocks[sentence.block].kind is BlockKind.REVIEW
        for mention in read_mentions(document.text, sentence.span.start, sentence.span.end, main.title or "", main.year, people, review):
            collector.mention(mention)
    return Told(
        list(collector.films.values()),
        tuple(collector.works.values()),
        _apart(collector.scopes),
        tuple(collector.ties.values()),
        collector.makers,
        collector.mentioned,
    )


def _fuller(old: Film, new: Film) -> Film:
    return Film(
        old.thing,
        old.title or new.title,
        old.title_span or new.title_span,
        old.year or new.year,
        old.year_span or new.year_span,
        old.span,
        old.country or new.country,
    )


def _apart(scopes: list[Scope]) -> tuple[Scope, ...]:
    """Scopes that never overlap: where one begins inside another, the later one (the nearer work) takes over."""
    made: list[Scope] = []
    for scope in sorted(scopes):
        if made and scope.span.start < made[-1].span.end:
            last = made.pop()
            if last.span.start < scope.span.start:
                made.append(Scope(Span(last.span.start, scope.span.start), last.film))
        made.append(scope)
    return tuple(made)
