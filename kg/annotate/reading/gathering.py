"""A document's blocks and sentences in, its credits and people out, every name in its fullest form."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kg.annotate.credits.bracketed import read_brackets
from kg.annotate.credits.crew import read_crew
from kg.annotate.credits.fields import read_fields
from kg.annotate.credits.found import Found
from kg.annotate.credits.leads import read_leads
from kg.annotate.credits.originals import read_originals
from kg.annotate.credits.parts import read_played_by, read_roles_of, read_with
from kg.annotate.credits.scripts import read_scripts
from kg.annotate.credits.subjects import read_subjects
from kg.annotate.credits.trades import read_titles
from kg.annotate.reading.casting import LISTS, modelled
from kg.annotate.reading.crediting import credit, other_makers
from kg.annotate.reading.elsewhere import rules_elsewhere, weighed_elsewhere
from kg.annotate.reading.naming import credited, named_in, recognised
from kg.annotate.reading.sifting import sifted
from kg.annotate.reading.state import Reading
from kg.annotate.recogniser import Recogniser
from kg.annotate.reviews.castings import read_castings
from kg.annotate.reviews.judged import read_critique, read_possessive
from kg.annotate.reviews.likely import judged, likely
from kg.annotate.reviews.makers import read_makers
from kg.annotate.reviews.pairs import Pair, pairs
from kg.annotate.reviews.parts import weighed, with_parts
from kg.annotate.reviews.places import Place, read_places
from kg.annotate.reviews.pronouns import read_judged_pronouns, read_pronouns
from kg.model import BlockKind, Credit, Mention, Sentence

_STATED: Final = (read_leads, read_with, read_titles, read_scripts)


def read_blocks(reading: Reading, recogniser: Recogniser) -> tuple[tuple[Credit, ...], tuple[Mention, ...]]:
    """All credits of a document in the order of its text, and every mention of a person."""
    found = stated(reading, recogniser)
    if reading.reviewed:
        found = _weighed(reading, found)
        found += weighed_elsewhere(reading, found, rules_of(bearers(reading, found)))
    else:
        found += [one.found for one in rules_elsewhere(reading, found)]
    reading.directory.add_all(credited(reading, found))
    read = (credit(reading, f) for f in sorted(_once(found), key=lambda f: (f.name, f.relation, f.rule)))
    credits = sifted([*(c for c in read if c), *other_makers(reading)], reading.text)
    return credits, tuple(reading.directory.mentions(reading.text))


def stated(reading: Reading, recogniser: Recogniser) -> list[Found]:
    """The credits that a document states somewhere in so many words; its people are in the directory afterwards."""
    meet = reading.directory.add_all
    found = [*_stated(reading)]
    meet(credited(reading, found))
    meet(recognised(reading, recogniser))
    found += [*_with_known(reading)]
    found += [*modelled(reading, recogniser, found)]
    return _without_originals(found, [*_originals(reading, found)])


def _weighed(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """What is stated, people and parts, and what reviews make likely instead."""
    stands = bearers(reading, found)
    parts = weighed(review_pairs(reading, stands))
    return [*with_parts(_judged(reading, found, rules_of(stands)), stands, parts)]


def _judged(reading: Reading, found: Sequence[Found], rules: Mapping[str, set[str]]) -> list[Found]:
    """What is stated, without what reviews make unlikely, and with what they make likely."""
    parts = {word for f in found if f.role for word in f.role.of(reading.shadow).split() if word[:1].isupper()}
    places = [place for place in review_places(reading) if parts.isdisjoint(place.person.split())]
    judgements = judged(places, rules)
    by_name = {place.name: judgement for judgement in judgements.values() for place in judgement.places}
    kept = [f for f in found if f.name not in by_name or not by_name[f.name].doubts(f.relation)]
    return [*kept, *likely(judgements, rules)]


def review_places(reading: Reading) -> list[Place]:
    """Where the reviews of a document name people, or what may be people; prose beside reviews is a synopsis."""
    told = [sentence for sentence in reading.sentences if reading.is_review(sentence)]
    marked = [sentence for sentence in told if reading.blocks[sentence.block].kind is BlockKind.REVIEW]
    reviewed = [sentence.span for sentence in marked or told]
    elsewhere = [scope.span for scope in reading.told.scopes if scope.film != reading.main]
    return list(read_places(reading.shadow, reviewed, named_in(reading, reviewed), elsewhere))


def bearers(reading: Reading, found: Iterable[Found]) -> dict[str, list[Found]]:
    """The credits of each person in the document's own film."""
    told: defaultdict[str, list[Found]] = defaultdict(list)
    for f in found:
        if reading.film_at(f.name.start) == reading.main:
            told[reading.full(f.name, crew=f.relation != "actor")].append(f)
    return told


def rules_of(stands: Mapping[str, Iterable[Found]]) -> dict[str, set[str]]:
    """The rules by which the credits of each person say something."""
    return {person: {f.rule for f in made} for person, made in stands.items()}


def review_pairs(reading: Reading, stands: Mapping[str, Sequence[Found]]) -> list[Pair]:
    """The names of a document's reviews, each with what may name its bearer's part in the document's own film."""
    people = list(reading.directory.mentions(reading.text))
    made = pairs(reading.shadow, reading.reviewed, people, stands)
    return [pair for pair in made if reading.film_at(pair.name.start) == reading.main]


def _stated(reading: Reading) -> Iterator[Found]:
    """Credits that fields, and sentences outside of the plot, state in so many words."""
    yield from read_fields(reading.document, reading.blocks)
    for sentence in reading.sentences:
        if not reading.is_plot(sentence):
            for read in _STATED:
                yield from read(reading.shadow, sentence.span.start, sentence.span.end)


def _with_known(reading: Reading) -> Iterator[Found]:
    """Credits that need to know who is who: "Lund stars", "the mayor (Lund)", "Holt, played by Lund"."""
    known = reading.directory.forms()
    for sentence in reading.sentences:
        start, end = sentence.span.start, sentence.span.end
        yield from read_brackets(reading.bare, start, end, known)
        yield from read_played_by(reading.bare, start, end)
        if reading.is_cast(sentence):
            yield from read_castings(reading.shadow, start, end, known)
        if reading.is_review(sentence):
            yield from _reviewed(reading, sentence, known)
        if not reading.is_plot(sentence):
            yield from read_crew(reading.shadow, start, end, known)
            yield from read_subjects(reading.shadow, start, end, known, reading.title or "")
            yield from read_roles_of(reading.text, start, end, known)


def _reviewed(reading: Reading, sentence: Sentence, known: frozenset[str]) -> Iterator[Found]:
    """Credits that a reviewer's sentence gives away."""
    start, end, title = sentence.span.start, sentence.span.end, reading.title or ""
    yield from read_critique(reading.shadow, start, end, known)
    yield from read_castings(reading.shadow, start, end, known)
    yield from read_makers(reading.bare, start, end, known, title)
    yield from read_possessive(reading.bare, start, end, title, known)
    meant = [m.span for m in reading.named_up_to(sentence)]
    yield from read_pronouns(reading.text, start, end, meant)
    yield from read_judged_pronouns(reading.text, start, end, meant)


def _originals(reading: Reading, found: Sequence[Found]) -> Iterator[Found]:
    for sentence in reading.sentences:
        yield from read_originals(reading.text, sentence.span.start, sentence.span.end, found, reading.directory)


def _without_originals(found: Sequence[Found], originals: Sequence[Found]) -> list[Found]:
    """All credits, without what the same words seem to say of the page's own film: "played by A in the original".

    What a text goes on to say behind these words ("…, has a cameo") is of the page's own film.
    """
    ends = {f.name: max(f.cue.end, f.name.end) for f in originals if f.relation == "originalActor"}
    return [*(f for f in found if f.relation != "actor" or f.cue.end > ends.get(f.name, 0)), *originals]


def _once(found: Iterable[Found]) -> list[Found]:
    """All but the "with A as X" that only repeats a place in a list: the list knows which roles its names share."""
    made = list(found)
    listed = {f.name for f in made if f.rule in LISTS}
    return [f for f in made if f.rule != "actor.with" or f.name not in listed]
