"""Extractions in, Resolution out: which things of different documents are one, under which IRI, and why.

It looks at a light summary of each document only. Films come first (titled, then unnamed), then people in the context
of films, then the characters and roles of each film; every step works on blocks of one key and sorts before it decides,
so that the order of the documents makes no difference.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache, partial
from itertools import pairwise
from typing import Final

from kg.errors import InputError
from kg.model import Decisions, Extraction, Judgement, Kind, Links, Verdict
from kg.resolve.context import Context, FilmIndex
from kg.resolve.curator import Curator, mention_iri
from kg.resolve.decisions import add_decision, decisions_in, read_decisions
from kg.resolve.entities import entities
from kg.resolve.films import Films, Said
from kg.resolve.linking import Linking
from kg.resolve.links import links_in, read_links
from kg.resolve.minting import document_slugs, film_slugs
from kg.resolve.names import forget
from kg.resolve.parts import Played, cast_parts
from kg.resolve.people import People, identify
from kg.resolve.resolution import Resolution, Slugs
from kg.resolve.summarising import summarise
from kg.resolve.summary import Ref, Summary
from kg.resolve.titled import join_titled
from kg.resolve.unnamed import join_unnamed
from kg.resolve.works import work_slugs
from kg.vocab import BaseIri

__all__ = [
    "Resolution",
    "Summary",
    "add_decision",
    "decide",
    "decisions_in",
    "links_in",
    "read_decisions",
    "read_links",
    "resolve",
    "summarise",
]

_UNDECIDED: Final = Decisions()
_UNLINKED: Final = Links()


def resolve(
    extractions: Sequence[Extraction], base: BaseIri, decisions: Decisions = _UNDECIDED, links: Links = _UNLINKED
) -> Resolution:
    """The IRIs, entities and judgements of all documents together."""
    return decide([summarise(extraction) for extraction in extractions], base, decisions, links)


def decide(
    summaries: Iterable[Summary], base: BaseIri, decisions: Decisions = _UNDECIDED, links: Links = _UNLINKED
) -> Resolution:
    """The same from summaries; documents need ids of their own. What people decided is never undone."""
    with _without_collector():
        try:
            return _decided(summaries, base, decisions, links)
        finally:
            forget()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nothing here refers to itself, and looking for what does would take a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _decided(summaries: Iterable[Summary], base: BaseIri, decisions: Decisions, links: Links) -> Resolution:
    summaries = sorted(summaries, key=lambda s: s.document)
    given = [file.document.id for file in (decisions, links) if file.document]
    ids = sorted([*given, *(summary.document for summary in summaries)])
    _check_ids(ids)
    documents = document_slugs(ids)
    curator = Curator(decisions, documents, base)
    films = _films(summaries, curator)
    index = _index(films, curator.settle_films(films, film_slugs(films)))
    context = Context(summaries, index)
    people = identify(summaries, context)
    curator.settle_people(people, context)
    return _resolution(summaries, films, index, people, curator, Linking.of(links, films))


def _films(summaries: Iterable[Summary], curator: Curator) -> Films:
    films = Films.of(mention for summary in summaries for mention in summary.films)
    curator.part_mentions(films)
    join_titled(films)
    join_unnamed(films)
    return films


def _resolution(
    summaries: Sequence[Summary], films: Films, index: FilmIndex, people: People, curator: Curator, linking: Linking
) -> Resolution:
    parts = cast_parts(_played(summaries, index.slugs, people.slugs))
    named = curator.names({Kind.MOVIE: index.slugs, Kind.PERSON: people.slugs})
    slugs = Slugs(
        curator.documents,
        {**index.slugs, **named[Kind.MOVIE], **linking.slugs(index.slugs)},
        {**people.slugs, **named[Kind.PERSON]},
        work_slugs(summaries),
        parts,
        curator.base,
    )
    iris = {ref: curator.base.join(Kind.MOVIE, name) for ref, name in index.slugs.items()}
    titles = linking.names(iris)
    made = entities(summaries, films, people, slugs)
    found = (e if e.name else replace(e, name=titles.get(e.iri)) for e in made)
    final = curator.final(slugs)
    return Resolution(
        slugs,
        tuple(curator.renamed(found, final)),
        tuple(sorted({*_all_judgements(films, people, curator, slugs), *linking.questions(iris)}, key=_order)),
        curator.settled(final),
        (*curator.added(), *linking.added()),
    )


def _all_judgements(films: Films, people: People, curator: Curator, slugs: Slugs) -> Iterator[Judgement]:
    kinds = ((Kind.MOVIE, films.said, slugs.films), (Kind.PERSON, people.said, slugs.people))
    ruled = [j for kind, _, of in kinds for j in _judgements(curator.said[kind], kind, slugs, of)]
    said = [j for kind, said, of in kinds for j in _judgements(said, kind, slugs, of)]
    yield from _each_once(ruled, [*said, *_one_character(slugs)])
    yield from _self_remakes(films, slugs)


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


def _played(summaries: Iterable[Summary], films: Mapping[Ref, str], people: Mapping[Ref, str]) -> Iterator[Played]:
    for summary in summaries:
        for part in summary.parts:
            if part.character:
                player = people[summary.document, part.player] if part.player else ""
                yield Played(films[summary.document, part.film], part.character, player, summary.document)


def _judgements(said: Iterable[Said], kind: Kind, slugs: Slugs, of: Mapping[Ref, str]) -> Iterator[Judgement]:
    """Judgements on mentions where two are the same, on entities where they are different or may be."""
    mention = lru_cache(2)(partial(_mention, kind=kind, slugs=slugs))  # of many pairs in a row one side is the same
    for one, other, verdict, reason in said:
        if verdict is Verdict.SAME:
            left, right = sorted((mention(one), mention(other)))
        else:
            left, right = sorted(slugs.base.join(kind, of[ref]) for ref in (one, other))
        if left != right:
            yield Judgement(left, right, verdict, reason)


def _mention(ref: Ref, kind: Kind, slugs: Slugs) -> str:
    """IRI of a thing as one document knows it: a fragment of the document's."""
    return mention_iri(slugs.base, slugs.documents[ref[0]], kind, ref[1])


def _one_character(slugs: Slugs) -> Iterator[Judgement]:
    for (film, spelling), name in slugs.parts.names.items():
        left, right = sorted(slugs.character(film, text) for text in (spelling, name))
        if left != right:
            yield Judgement(
                left, right, Verdict.SAME, f"“{spelling}” is what “{name}” of the same film is called for short"
            )


def _self_remakes(films: Films, slugs: Slugs) -> Iterator[Judgement]:
    """Where a film and its original proved to be one: the claim that ties them is no statement any more."""
    for film in films:
        for mention in film.mentions:
            for key in mention.originals:
                if films.home[mention.document, key] is film and key != mention.key:
                    left, right = sorted(_mention((mention.document, k), Kind.MOVIE, slugs) for k in (mention.key, key))
                    reason = f"a film is not its own remake: what {mention.document} says of its original is left out"
                    yield Judgement(left, right, Verdict.SAME, reason)


def _order(judgement: Judgement) -> tuple[str, str, Verdict, str]:
    """How judgements are sorted; faster than comparing them themselves."""
    return judgement.left, judgement.right, judgement.verdict, judgement.reason


def _each_once(ruled: Iterable[Judgement], said: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """One a pair and verdict, a person's first; a pair known to be different is no open question."""
    unique: dict[tuple[str, str, Verdict], Judgement] = {}
    for judgement in (*sorted(ruled, key=_order), *sorted(said, key=_order)):
        unique.setdefault((judgement.left, judgement.right, judgement.verdict), judgement)
    return tuple(
        judgement
        for (left, right, verdict), judgement in unique.items()
        if verdict is not Verdict.OPEN or (left, right, Verdict.DIFFERENT) not in unique
    )
