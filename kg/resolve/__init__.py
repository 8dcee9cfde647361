"""Extractions in, Resolution out: which things of different documents are one, under which IRI, and why.

It looks at a light summary of each document only. Films come first (titled, then unnamed), then people in the context
of films, then the characters and roles of each film; every step works on blocks of one key and sorts before it decides,
so that the order of the documents makes no difference.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from kg.errors import InputError
from kg.model import Extraction, Judgement, Kind, Verdict
from kg.resolve.context import Context, FilmIndex
from kg.resolve.entities import entities
from kg.resolve.films import Films, Said
from kg.resolve.minting import document_slugs, film_slugs
from kg.resolve.parts import Played, cast_parts
from kg.resolve.people import identify
from kg.resolve.resolution import Resolution, Slugs
from kg.resolve.summary import Ref, Summary, summarise
from kg.resolve.titled import join_titled
from kg.resolve.unnamed import join_unnamed
from kg.resolve.works import work_slugs
from kg.vocab import BaseIri, slug

__all__ = ["Resolution", "Summary", "decide", "resolve", "summarise"]


def resolve(extractions: Sequence[Extraction], base: BaseIri) -> Resolution:
    """The IRIs, entities and judgements of all documents together."""
    return decide([summarise(extraction) for extraction in extractions], base)


def decide(summaries: Iterable[Summary], base: BaseIri) -> Resolution:
    """The same from summaries; documents need ids of their own."""
    summaries = sorted(summaries, key=lambda s: s.document)
    _check_ids([summary.document for summary in summaries])
    films = Films.of(mention for summary in summaries for mention in summary.films)
    join_titled(films)
    join_unnamed(films)
    index = _index(films)
    people = identify(summaries, Context.of(summaries, index))
    parts = cast_parts(_played(summaries, index.slugs, people.slugs))
    documents = document_slugs(summary.document for summary in summaries)
    slugs = Slugs(documents, index.slugs, people.slugs, work_slugs(summaries), parts, base)
    said = [
        *_judgements(films.said, Kind.MOVIE, slugs, index.slugs),
        *_judgements(people.said, Kind.PERSON, slugs, people.slugs),
        *_one_character(slugs),
        *_self_remakes(films, slugs),
    ]
    return Resolution(slugs, tuple(entities(summaries, films, people, slugs)), _each_once(said))


def _check_ids(documents: list[str]) -> None:
    for left, right in pairwise(documents):
        if left == right:
            raise InputError(f"{left}: two documents have this id; give each an id of its own")


def _index(films: Films) -> FilmIndex:
    made = film_slugs(films)
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
    for one, other, verdict, reason in said:
        if verdict is Verdict.SAME:
            left, right = sorted(_mention(ref, kind, slugs) for ref in (one, other))
        else:
            left, right = sorted(slugs.base.join(kind, of[ref]) for ref in (one, other))
        if left != right:
            yield Judgement(left, right, verdict, reason)


def _mention(ref: Ref, kind: Kind, slugs: Slugs) -> str:
    """IRI of a thing as one document knows it: a fragment of the document's."""
    return f"{slugs.base.join('document', slugs.documents[ref[0]])}#{kind}={slug(ref[1])}"


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
            for key in sorted(mention.originals):
                if films.home[mention.document, key] is film and key != mention.key:
                    left, right = sorted(_mention((mention.document, k), Kind.MOVIE, slugs) for k in (mention.key, key))
                    reason = f"a film is not its own remake: what {mention.document} says of its original is left out"
                    yield Judgement(left, right, Verdict.SAME, reason)


def _each_once(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Sorted, one a pair and verdict; a pair known to be different is no open question."""
    unique: dict[tuple[str, str, Verdict], Judgement] = {}
    for judgement in sorted(judgements):
        unique.setdefault((judgement.left, judgement.right, judgement.verdict), judgement)
    return tuple(
        judgement
        for (left, right, verdict), judgement in unique.items()
        if verdict is not Verdict.OPEN or (left, right, Verdict.DIFFERENT) not in unique
    )
