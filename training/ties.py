"""Which film remakes which: an example a film that a text brings up, read with the main film that gold names."""

from collections.abc import Iterator
from typing import Final

from kg.annotate.films.main import MAIN as OWN
from kg.annotate.films.marked import readable
from kg.annotate.films.years import film_year
from kg.annotate.page import sentences_of, shadow_of
from kg.annotate.recogniser import Recogniser
from kg.annotate.works.brought import UNTITLED, Brought
from kg.annotate.works.ties import lines, read_stated
from kg.annotate.works.weighed import weighed
from kg.evaluate.facts import MAIN, ORIGINAL, UNNAMED, Flag, GoldFact
from kg.lexis.titles import title_key
from kg.model import Document, Film, Kind, Span, Thing, Tie
from kg.segment import segment
from training.documents import Lesson
from training.fitting import Example

NONE, OTHER = "none", "other"
_TIES: Final = {"kg:remakeOf": "remakeOf", "kg:remadeAs": "remadeAs", "kg:sequelTo": "sequelTo"}
_INVERSE: Final = {"kg:remakeOf": "remadeAs", "kg:remadeAs": "remakeOf", "kg:sequelTo": "sequel"}


def examples(lesson: Lesson, _recogniser: Recogniser) -> Iterator[Example]:
    """The films that a text brings up, each with what gold says it is to the film of the text.

    Films that gold leaves open, and stretches that only overlap a film's title, teach nothing.
    """
    text, at = lesson.text, lesson.text.casefold().find(lesson.film.casefold())
    if at < 0:
        return
    title = Span(at, at + len(lesson.film))
    document = Document(lesson.name, text)
    blocks = readable(document, segment(document).blocks)
    sentences = tuple(sentences_of(document, blocks))
    year = film_year(document, blocks, sentences, title)
    film = Film(OWN, title.of(text), title, year.of(text) if year else None, year, title)
    stated = read_stated(document, shadow_of(document, film), blocks, sentences, film)
    labels = dict(_labels(lesson.gold.facts, title_key(lesson.film)))
    known = {f.thing: title_key(f.title) if f.title else UNTITLED for f in stated.others.films.values()}
    found = list(weighed(text, lines(blocks, sentences), film, set(known.values())))
    titled = [place for one, _ in found if title_key(one.title) in labels for place in one.places]
    for one, features in found:
        key = UNTITLED if one.title == UNTITLED else title_key(one.title)
        label, flag = labels.get(key, (NONE, Flag.STATED))
        partial = label == NONE and key != UNTITLED and any(p.overlaps(t) for p in one.places for t in titled)
        if flag is Flag.STATED and not partial:
            told = {
                _relation(tie) for tie in stated.ties.values() if key in (known.get(tie.object), known.get(tie.subject))
            }
            yield Example(lesson.name, _words(one, text), features, label, frozenset(told))


def _words(one: Brought, text: str) -> str:
    return f"{one.title} {one.year.of(text) if one.year else ''}".strip()


def _relation(tie: Tie) -> str:
    """What the other film of a tie is to the page's own."""
    return tie.relation if tie.subject == Thing(Kind.MOVIE, OWN.key) else _INVERSE.get(f"kg:{tie.relation}", OTHER)


def _labels(facts: tuple[GoldFact, ...], own: str) -> Iterator[tuple[str, tuple[str, Flag]]]:
    """The films of gold by their title keys: others first, then those that may be tied, then those that are."""
    for fact in facts:
        s = fact.statement
        named = [s.subject, s.object if s.relation == "schema:mentions" else ""]
        yield from ((title_key(n), (OTHER, Flag.STATED)) for n in named if n not in (MAIN, ORIGINAL, UNNAMED))
    for fact in sorted(facts, key=lambda f: f.flag is Flag.STATED):
        s = fact.statement
        if s.relation not in _TIES or fact.flag is Flag.FALSE:
            continue
        if s.subject == MAIN or title_key(s.subject) == own:
            yield _key(s.object, own), (_TIES[s.relation], fact.flag)
        elif s.object in ("main", MAIN) or title_key(s.object) == own:
            yield _key(s.subject, own), (_INVERSE[s.relation], fact.flag)


def _key(title: str, own: str) -> str:
    """A title's key; a film without a title, or with that of the page's own, is the untitled one."""
    key = title_key(title)
    return UNTITLED if title in (UNNAMED, ORIGINAL, "original") or key == own else key
