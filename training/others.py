"""Which stretches of a review are other films' titles: an example a candidate."""

from collections.abc import Iterator
from typing import Final

from kg.annotate.elsewhere.films import OTHER, Candidate
from kg.annotate.reading.elsewhere import other_films
from kg.annotate.reading.gathering import stated
from kg.annotate.recogniser import Recogniser
from kg.lexis.titles import title_key
from kg.model import Span
from training.documents import Lesson, film_keys
from training.fitting import Example

_PART: Final = "part"  # a title cut short or drawn out
_NONE: Final = "none"


def examples(lesson: Lesson, recogniser: Recogniser) -> Iterator[Example]:
    """The candidates of a text, labelled as another film that gold knows, what overlaps one, or none."""
    titles = film_keys(lesson.gold) - {title_key(lesson.film)}
    for reading in lesson.readings:
        stated(reading, recogniser)
        found = [*other_films(reading)]
        places = [place for one in found if one.key in titles for place in one.places]
        for one in found:
            rules = frozenset([OTHER] if one.known else [])
            yield Example(lesson.name, one.key, one.features, _label(one, titles, places), rules)


def _label(one: Candidate, titles: set[str], places: list[Span]) -> str:
    if one.key in titles:
        return OTHER
    return _PART if any(place.overlaps(title) for place in one.places for title in places) else _NONE
