"""Other films in a reading: what its reviews say of them in, as candidates, pairs and credits out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.elsewhere.credits import KEPT, Names, Stated, likely
from kg.annotate.elsewhere.films import Brought, Candidate, brought_up, candidates, chances
from kg.annotate.elsewhere.pairs import FILM, Pair, Topic, paired
from kg.annotate.prose import BLOT
from kg.annotate.prose import OTHER as PERSON
from kg.annotate.reading.naming import named_in
from kg.annotate.reading.state import Reading
from kg.annotate.reviews.elsewhere import is_no_maker, read_elsewhere
from kg.annotate.reviews.likely import relation_of
from kg.annotate.works.years import year_of
from kg.lexis.given import is_full_name
from kg.lexis.titles import title_key
from kg.model import Film, Kind, Span, Thing

_ENOUGH: Final = 0.75  # how likely a film must be one of which nothing else tells
_FIFTHS: Final = 5
_WEAK: Final = frozenset({"actor.likely", "actor.review", "actor.judged"})

Rules = Mapping[str, set[str]]  # by which something is said of whom in the page's own film


def weighed_elsewhere(reading: Reading, found: Sequence[Found], rules: Rules) -> list[Found]:
    """The credits of films that reviews only bring up; the reading knows these films afterwards."""
    judging = reading.reviewed
    spotted = [*other_films(reading)]
    films = brought_up(spotted, chances(spotted))
    stated = [*rules_elsewhere(reading, found, films)]
    tied = {film for tie in reading.told.ties for film in (tie.subject, tie.object)} - {reading.main}
    aside = [s for s in stated if reading.film_at(s.title.start) in tied or not any(s.title in j for j in judging)]
    credits = [*likely(other_pairs(reading, found, rules, films, stated), films, (s for s in stated if s not in aside))]
    credited = {one.names[0] for one in credits}
    _bring_up(reading, spotted, [film for film in films if film.key in credited or _is_one(film)])
    things = _things(reading)
    held = [one for one in credits if reading.film_at(one.title.start) == things.get(one.names[0])]
    return [one.found for one in (*aside, *held)]


def _is_one(film: Brought) -> bool:
    return film.chance >= (KEPT if film.known else _ENOUGH)


def _bring_up(reading: Reading, spotted: Iterable[Candidate], films: Sequence[Brought]) -> None:
    """Makes these films known to a reading, and those of its own unknown that are spotted but not among them."""
    things, keys = _things(reading), {film.key for film in films}
    for candidate in spotted:
        if candidate.known and candidate.key not in keys:
            reading.told.doubt(things[candidate.key])
    for film in films:
        reading.told.bring_up(_film(reading, film, things), film.places)


def other_films(reading: Reading) -> Iterator[Candidate]:
    """What reviews may bring up as other films."""
    named = [mention.span for mention in reading.directory.mentions(reading.text)]
    blotted = _blotted(reading, {PERSON: named})
    forms = reading.directory.forms()
    return candidates(reading.text, blotted, reading.reviewed, reading.title or "", _things(reading), forms)


def other_pairs(
    reading: Reading, found: Sequence[Found], rules: Rules, films: Sequence[Brought], stated: Iterable[Stated]
) -> Mapping[Names, Pair]:
    """These films and the people who are named near them, with what the rules say of both, as `stated`."""
    titles = [place for film in films for place in film.places]
    people = [m for m in named_in(reading, reading.reviewed) if not any(m.span.overlaps(title) for title in titles)]
    blotted = _blotted(reading, {FILM: titles, PERSON: [m.span for m in people]})
    said = defaultdict(set)
    for one in stated:
        said[one.names].add(f"rule={one.found.relation}")
    for names, relation in _in_scopes(reading, found):
        said[names].add(f"scope={relation}")
    places = [Topic(film.key, place, _signs_of_film(film)) for film in films for place in film.places]
    named = [Topic(m.text, m.span, _signs_of_person(m.text, rules)) for m in people]
    pairs = paired(blotted, reading.reviewed, places, named)
    return {names: pair._replace(features=pair.features | said[names]) for names, pair in pairs.items()}


def rules_elsewhere(reading: Reading, found: Sequence[Found], films: Sequence[Brought] = ()) -> Iterator[Stated]:
    """What rules say of the films that rules find, and of these."""
    directory = reading.directory
    directors = {directory.full(f.name.of(reading.text)) for f in found if f.relation == "director"}
    played = [f for f in found if f.relation == "actor" and f.rule not in _WEAK]
    actors = {directory.full(f.name.of(reading.text)) for f in played} - directors
    parts = {title_key(f.role.of(reading.text)) for f in found if f.role}
    known = directors | {form for form in directory.forms() if directory.full(form) in directors}
    spans = [sentence.span for sentence in reading.sentences]
    titles = {*reading.told.mentioned, *(place for film in films for place in film.places)}
    for title in sorted(titles):
        within = next((span for span in spans if title in span), title)
        if title_key(title.of(reading.text)) in parts:  # "Ana Ruiz's Inspector Lind"
            continue
        for one in read_elsewhere(reading.text, title, within.start, within.end, frozenset(known)):
            name = one.name.of(reading.text)
            if one.relation == "director" and (reading.full(one.name) in actors or is_no_maker(name)):
                continue
            yield Stated((title_key(title.of(reading.text)), reading.full(one.name)), title, one)


def _in_scopes(reading: Reading, found: Sequence[Found]) -> Iterator[tuple[Names, str]]:
    """Whom the words about another film credit with what."""
    keys = {film.thing: title_key(film.title or "") for film in reading.told.films}
    for one in found:
        if (film := reading.film_at(one.name.start)) in keys:
            yield (keys[film], reading.full(one.name)), one.relation


def _signs_of_film(film: Brought) -> frozenset[str]:
    return frozenset({f"chance={min(int(_FIFTHS * film.chance), _FIFTHS - 1)}", f"known={film.known}"})


def _signs_of_person(name: str, rules: Rules) -> frozenset[str]:
    """What an own film's rules say of someone, and what the name looks like."""
    stated = {f"stated={relation_of(rule)}" for rule in rules.get(name, ())}
    return frozenset({*stated, f"given={is_full_name(name)}", f"one={' ' not in name}"})


def _things(reading: Reading) -> dict[str, Thing]:
    """The films that rules find, by the keys of their titles."""
    return {title_key(film.title): film.thing for film in reading.told.films if film.title}


def _film(reading: Reading, film: Brought, things: Mapping[str, Thing]) -> Film:
    """A film that is brought up, as the page knows it."""
    title, text = film.places[0], reading.text
    within = next(span for span in reading.reviewed if title in span)
    year = year_of(text, title, within.start, within.end)
    stated = year.of(text) if year else None
    thing = things.get(film.key) or Thing(Kind.MOVIE, "film:" + "|".join(filter(None, (film.key, stated))))
    return Film(thing, " ".join(title.of(text).split()), title, stated, year, title, likely=True)


def _blotted(reading: Reading, marks: Mapping[str, Sequence[Span]]) -> str:
    """The text, as long as before, with one mark and blanks for each of these places and for the own title."""
    letters = list(reading.text)
    own = reading.title or ""
    at = reading.text.find(own) if own else -1
    while at >= 0:
        letters[at : at + len(own)] = BLOT.ljust(len(own))
        at = reading.text.find(own, at + len(own))
    for mark, spans in marks.items():
        for span in spans:
            letters[span.start : span.end] = mark.ljust(span.end - span.start)
    return "".join(letters)
