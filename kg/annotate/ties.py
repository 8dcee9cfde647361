"""Sentences in; what they say of other works out: films, books and plays, ties to them, and which words are theirs."""

import re
from dataclasses import dataclass, field
from typing import Final

from kg.annotate.crafts import read_crafts
from kg.annotate.films import MAIN
from kg.annotate.later import read_later
from kg.annotate.laterlist import Later
from kg.annotate.mentions import Mention, read_mentions
from kg.annotate.origins import Origin
from kg.annotate.prose import is_plot
from kg.annotate.tails import passing_end
from kg.annotate.works import Mentioned, read_works
from kg.lexis.lists import Item
from kg.lexis.names import clean_name
from kg.lexis.titles import title_key
from kg.model import Block, BlockKind, Document, Film, Kind, Scope, Sentence, Span, Thing, Tie

_CRAFT: Final = Thing(Kind.WORK, "craft")  # songs, games, stage versions: their credits are nobody's here
_NUMBER: Final = r"\s(?:2|II|Part\s(?:2|II|Two))"
_SECOND: Final = re.compile(_NUMBER + "$")
_NUMBERED: Final = re.compile(rf"(?P<number>{_NUMBER})?(?![\w'’]|\s(?:film\s)?(?:series|franchise))")


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
        phrase = found.phrase
        if found.relation is None and phrase.title is None and self._is_mains_year(phrase.year):
            return  # "the 1929 version" is the page's own film
        speaker = self.speaker(found.cue.start)
        thing = self._film(found, speaker) if found.is_film else self._work(found)
        if thing == speaker:
            return
        self.scopes.append(Scope(found.scope, thing))
        if found.relation and speaker.kind is Kind.MOVIE and not (found.elsewhere and speaker == MAIN):
            self._tie(found.relation, speaker, thing, Span(found.cue.start, max(phrase.end, found.cue.end)))
        self.makers += [(thing, item) for item in phrase.makers]

    def follow(self, later: Later, speaker: Thing) -> None:
        """One film later than `speaker`: its remake is the object, its sequel the subject of the tie."""
        if speaker.kind is not Kind.MOVIE or self._is_mains_year(later.year):
            return
        title = later.title or (self.main.title_span if later.same_name else None)
        year = later.year.of(self.text) if later.year else None
        span, relation, origin = later.scope, later.relation, Origin(later.language, later.country)
        thing = self._keep(self._named(title), title, year, later.year, span, relation, origin)
        if later.relation == "sequelTo":
            self._tie(later.relation, thing, speaker, later.cue)
        else:
            self._tie(later.relation, speaker, thing, Span(later.cue.start, later.scope.end))
        self.scopes.append(Scope(later.scope, thing))
        self.mentioned += [later.title] if later.title else []
        if later.maker:
            self.makers.append((thing, Item(later.maker, end=later.maker.end)))

    def number(self) -> None:
        """ "X 2" beside "X": the second of two films whose titles differ by a number only."""
        own = self.main.title or ""
        base = _SECOND.sub("", own)
        at = self.text.find(base) if " " in base else -1
        while at >= 0:
            match = _NUMBERED.match(self.text, at + len(base))
            if match and bool(match["number"]) == (base == own) and self._tie_to_second(Span(at, match.end())):
                return
            at = self.text.find(base, at + 1)

    def _tie_to_second(self, title: Span) -> bool:
        """Ties the page's film to the one named here, unless the text speaks of a third one."""
        if self.speaker(title.start) not in (MAIN, self._of_title(title)):
            return False
        thing = self._keep(self._named(title), title, None, None, title, None)
        first, second = (MAIN, thing) if _SECOND.search(title.of(self.text)) else (thing, MAIN)
        self._tie("sequelTo", second, first, title)
        return True

    def _of_title(self, title: Span) -> Thing | None:
        named = title_key(title.of(self.text))
        return next((film.thing for film in self.films.values() if title_key(film.title or "") == named), None)

    def mention(self, mention: Mention) -> None:
        """Another film that the text only brings up; one that is tied already keeps its place."""
        if any(scope.span.overlaps(mention.title) for scope in self.scopes):
            return
        year = mention.year.of(self.text) if mention.year else None
        thing = self._keep(self._named(mention.title), mention.title, year, mention.year, mention.title, None)
        self.scopes.append(
            Scope(Span(mention.scope.start, passing_end(self.text, mention.title.end, mention.scope.end)), thing)
        )
        self.mentioned.append(mention.title)

    def _tie(self, relation: str, subject: Thing, object: Thing, span: Span) -> None:
        self.ties.setdefault((relation, subject, object), Tie(relation, subject, object, span))

    def _is_mains_year(self, year: Span | None) -> bool:
        return year is not None and year.of(self.text) == self.main.year

    def _film(self, found: Mentioned, speaker: Thing) -> Thing:
        phrase, title = found.phrase, self._title(found)
        relation = found.relation if speaker == MAIN else None
        year = phrase.year.of(self.text) if phrase.year else None
        span = Span(phrase.start, max(phrase.end, phrase.start + 1))
        return self._keep(self._named(title), title, year, phrase.year, span, relation, Origin(phrase.language, phrase.country))

    def _keep(
        self,
        title: str | None,
        title_span: Span | None,
        year: str | None,
        year_span: Span | None,
        span: Span,
        relation: str | None,
        origin: Origin = Origin(),
    ) -> Thing:
        """The film of this title and year, new or told of before and now known more fully."""
        key = self._film_key(title, year, relation)
        film = Film(Thing(Kind.MOVIE, key), title, title_span, year, year_span, span, origin.country, origin.language)
        self.films[key] = _fuller(self.films[key], film) if key in self.films else film
        return film.thing

    def _named(self, title: Span | None) -> str | None:
        return " ".join(title.of(self.text).split()) if title else None

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

    def _work(self, found: Mentioned) -> Thing:
        phrase, title_span = found.phrase, self._title(found)
        title = self._named(title_span)
        maker = clean_name(phrase.makers[0].name.of(self.text)) if phrase.makers else ""
        key = title or f"{phrase.noun} by {maker}".strip() if (title or maker) else phrase.noun or "work"
        kind = phrase.kind if phrase.kind in (Kind.BOOK, Kind.WORK) else Kind.WORK
        year = phrase.year.of(self.text) if phrase.year else None
        work = Film(Thing(kind, key), title, title_span, year, phrase.year, found.scope)
        self.works.setdefault(key, work)
        return work.thing

    def _title(self, found: Mentioned) -> Span | None:
        if found.phrase.same_name:
            return found.same_as or self.main.title_span
        return found.phrase.title


def read_ties(
    document: Document, shadow: str, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], main: Film
) -> Told:
    """Everything that the prose of a document says of works other than `main`; `shadow` as of `without_title`."""
    collector = _Collector(document, main)
    own = main.title or ""
    for sentence in sentences:
        if is_plot(blocks[sentence.block]):
            continue
        start, end = sentence.span.start, sentence.span.end
        collector.scopes += [Scope(span, _CRAFT) for span in read_crafts(shadow, start, end)]
        for found in read_works(document.text, shadow, start, end, own):
            collector.take(found)
        for later, speaker in [(f, collector.speaker(f.cue.start)) for f in read_later(document.text, start, end)]:
            collector.follow(later, speaker)
        review = blocks[sentence.block].kind is BlockKind.REVIEW
        for mention in read_mentions(document.text, start, end, own, main.year, review):
            collector.mention(mention)
    collector.number()
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
        old.language or new.language,
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
