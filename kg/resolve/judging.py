"""What was said of pairs of mentions in, the judgements on them out: on mentions, on entities, each pair once."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial

from kg.model import Judgement, Kind, Verdict
from kg.resolve.curator import mention_iri
from kg.resolve.films import Films, Said
from kg.resolve.resolution import Slugs
from kg.resolve.summary import Ref


def judgements(said: Iterable[Said], kind: Kind, slugs: Slugs) -> Iterator[Judgement]:
    """Judgements on two things."""
    return (each for each in judged(said, kind, slugs) if each.left != each.right)


def judged(said: Iterable[Said], kind: Kind, slugs: Slugs) -> Iterator[Judgement]:
    """Judgements on mentions where two are the same, on entities where they are different or may be."""
    mention = lru_cache(2)(partial(_mention, kind=kind, slugs=slugs))  # of many pairs in a row one side is the same
    of = slugs.films if kind is Kind.MOVIE else slugs.people
    for one, other, verdict, reason in said:
        if verdict is Verdict.SAME:
            left, right = sorted((mention(one), mention(other)))
        else:
            left, right = sorted(slugs.base.join(kind, of[ref]) for ref in (one, other))
        yield Judgement(left, right, verdict, reason)


def _mention(ref: Ref, kind: Kind, slugs: Slugs) -> str:
    """IRI of a thing as one document knows it: a fragment of the document's."""
    return mention_iri(slugs.base, slugs.documents[ref[0]], kind, ref[1])


def one_character(names: Mapping[tuple[str, str], str], slugs: Slugs) -> Iterator[tuple[str, Judgement]]:
    """Why spellings of a character's name are one character, by film."""
    for (film, spelling), name in names.items():
        left, right = sorted(slugs.character(film, text) for text in (spelling, name))
        if left != right:
            reason = f"“{spelling}” is what “{name}” of the same film is called for short"
            yield film, Judgement(left, right, Verdict.SAME, reason)


def self_remakes(films: Films) -> Iterator[Said]:
    """Where a film and its original proved to be one: the claim that ties them is no statement any more."""
    for film in films:
        for mention in film.mentions:
            for key in mention.originals:
                if films.home[mention.document, key] is film and key != mention.key:
                    reason = f"a film is not its own remake: what {mention.document} says of its original is left out"
                    yield mention.ref, (mention.document, key), Verdict.SAME, reason


def in_order(judgement: Judgement) -> tuple[str, str, Verdict, str]:
    """How judgements are sorted; faster than comparing them themselves."""
    return judgement.left, judgement.right, judgement.verdict, judgement.reason


def each_once(ruled: Iterable[Judgement], said: Iterable[Judgement]) -> Iterator[Judgement]:
    """One a pair and verdict, a person's first; a pair known to be different is no open question."""
    unique: dict[tuple[str, str, Verdict], Judgement] = {}
    for judgement in (*sorted(ruled, key=in_order), *sorted(said, key=in_order)):
        unique.setdefault((judgement.left, judgement.right, judgement.verdict), judgement)
    for (left, right, verdict), judgement in unique.items():
        if verdict is not Verdict.OPEN or (left, right, Verdict.DIFFERENT) not in unique:
            yield judgement
