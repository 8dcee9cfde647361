"""Summaries of all documents in, Resolution out: identity decided whole."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import pairwise
from typing import Final

from kg.errors import InputError
from kg.model import Decisions, Extraction, Judgement, Kind, Links
from kg.resolve.context import Context, FilmIndex
from kg.resolve.curator import Curator
from kg.resolve.entities import Named, entities, named_in
from kg.resolve.films import Films, Said
from kg.resolve.judging import each_once, in_order, judgements, one_character, self_remakes
from kg.resolve.linking import Linking
from kg.resolve.minting import FilmSlugs, document_slugs, plain_document
from kg.resolve.names import forget
from kg.resolve.parts import Played, cast_parts
from kg.resolve.people import People, identify, lookalikes
from kg.resolve.resolution import Resolution, Slugs
from kg.resolve.summarising import summarise
from kg.resolve.summary import Ref, Summary
from kg.resolve.titled import join_titled
from kg.resolve.unnamed import join_unnamed
from kg.resolve.works import work_slugs
from kg.vocab import BaseIri

_UNDECIDED: Final = Decisions()
_UNLINKED: Final = Links()

Alike = Callable[[], Sequence[tuple[str, Said]]]
"""Questions about people of one film, with its slug; looked for when they are first asked for."""


@dataclass(frozen=True, slots=True)
class Decided:
    """All that was decided on the way to a Resolution, for those who keep it.

    `plain` is the plain slug of each film by its slug, `named` what each document names.
    """

    summaries: Sequence[Summary]
    films: Films
    plain: Mapping[str, str]
    index: FilmIndex
    people: People
    named: Sequence[Sequence[Named]]
    alike: Alike
    resolution: Resolution


def resolve(
    extractions: Sequence[Extraction], base: BaseIri, decisions: Decisions = _UNDECIDED, links: Links = _UNLINKED
) -> Resolution:
    """The IRIs, entities and judgements of all documents together."""
    return decide([summarise(extraction) for extraction in extractions], base, decisions, links).resolution


def decide(
    summaries: Iterable[Summary], base: BaseIri, decisions: Decisions = _UNDECIDED, links: Links = _UNLINKED
) -> Decided:
    """The same from summaries; documents need ids of their own. What people decided is never undone."""
    with without_collector():
        return _decided(sorted(summaries, key=lambda s: s.document), base, decisions, links)


@contextmanager
def without_collector() -> Iterator[None]:
    """Nothing here refers to itself, and looking for what does would take a fifth of the time.

    Nor is what comes of it looked through later, unless it is unfrozen: it is much, and stays as it is.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()


def _decided(summaries: Sequence[Summary], base: BaseIri, decisions: Decisions, links: Links) -> Decided:
    given = [file.document.id for file in (decisions, links) if file.document]
    ids = sorted([*given, *(summary.document for summary in summaries)])
    _check_ids(ids)
    curator = Curator(decisions, document_slugs({id: plain_document(id) for id in ids}), base)
    films = Films.of(mention for summary in summaries for mention in summary.films)
    curator.part_mentions(films)
    join_films(films)
    slugs = FilmSlugs.of(films)
    plain = {made: slugs.plain[film] for film, made in slugs.made.items()}
    index = _index(films, curator.settle_films(films, slugs.made))
    context = Context(summaries, index)
    people = identify([mention for summary in summaries for mention in summary.people], context)
    alike = cache(partial(_alike, context))
    curator.settle_people(people, context)
    found = _Found(summaries, films, index, people, alike, curator, Linking.of(links, films))
    named, resolution = found.resolution()
    return Decided(summaries, films, plain, index, people, named, alike, resolution)


def _alike(context: Context) -> list[tuple[str, Said]]:
    found = [(film, said) for film in context.cast_films for said in lookalikes(film, context)]
    context.cast.cache_clear()
    return found


def join_films(films: Films) -> None:
    """Join the mentions that are one film: of whole blocks, whatever else there is."""
    join_titled(films)
    join_unnamed(films)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found out of films and people."""

    summaries: Sequence[Summary]
    films: Films
    index: FilmIndex
    people: People
    alike: Alike
    curator: Curator
    linking: Linking

    def resolution(self) -> tuple[list[list[Named]], Resolution]:
        """What it comes to, and what each document names beside films, people and characters."""
        curator, linking, slugs = self.curator, self.linking, self._slugs()
        iris = {ref: curator.base.join(Kind.MOVIE, name) for ref, name in self.index.slugs.items()}
        titles = linking.names(iris)
        named = [list(named_in(summary, slugs)) for summary in self.summaries]
        made = entities(self.films, self.people, (each for some in named for each in some), slugs)
        found = (e if e.name else replace(e, name=titles.get(e.iri)) for e in made)
        final = curator.final(slugs)
        return named, Resolution(
            slugs,
            {entity.iri: entity for entity in curator.renamed(found, final)},
            partial(self._judged, slugs, iris),
            curator.settled(final),
            (*curator.added(), *linking.added()),
            {s.document: mention.key for s in self.summaries for mention in s.films if mention.about},
        )

    def _slugs(self) -> Slugs:
        films, people = self.index.slugs, self.people.slugs
        parts = cast_parts(played(self.summaries, films, people))
        own = self.curator.names({Kind.MOVIE: films, Kind.PERSON: people})
        return Slugs(
            self.curator.documents,
            {**films, **own[Kind.MOVIE], **self.linking.slugs(films)},
            {**people, **own[Kind.PERSON]},
            work_slugs(self.summaries),
            parts,
            self.curator.base,
        )

    def _judged(self, slugs: Slugs, iris: Mapping[Ref, str]) -> list[Judgement]:
        with without_collector():
            found = sorted({*self._judgements(slugs), *self.linking.questions(iris)}, key=in_order)
        forget()
        return found

    def _judgements(self, slugs: Slugs) -> Iterator[Judgement]:
        kinds = ((Kind.MOVIE, self.films.said), (Kind.PERSON, [*self.people.said, *(said for _, said in self.alike())]))
        ruled = [j for kind, _ in kinds for j in judgements(self.curator.said[kind], kind, slugs)]
        said = [j for kind, said in kinds for j in judgements(said, kind, slugs)]
        yield from each_once(ruled, [*said, *(j for _, j in one_character(slugs.parts.names, slugs))])
        yield from judgements(self_remakes(self.films), Kind.MOVIE, slugs)


def _check_ids(documents: list[str]) -> None:
    for left, right in pairwise(documents):
        if left == right:
            raise InputError(f"{left}: two documents have this id; give each an id of its own")


def _index(films: Films, made: Mapping[int, str]) -> FilmIndex:
    return FilmIndex(
        {ref: made[id(film)] for ref, film in films.home.items()},
        {made[id(film)]: film.year for film in films},
        {made[id(film)]: film.title for film in films},
    )


def played(summaries: Iterable[Summary], films: Mapping[Ref, str], people: Mapping[Ref, str]) -> Iterator[Played]:
    """The characters of each document with the slugs of their films and players."""
    for summary in summaries:
        for part in summary.parts:
            if part.character:
                player = people[summary.document, part.player] if part.player else ""
                yield Played(films[summary.document, part.film], part.character, player, summary.document)
