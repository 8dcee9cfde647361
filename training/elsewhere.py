"""Who makes and plays in other films: an example a film that a text brings up and someone named near it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kg.annotate.elsewhere.credits import NOTHING
from kg.annotate.elsewhere.films import OTHER, brought_up
from kg.annotate.reading.elsewhere import other_films, other_pairs, rules_elsewhere
from kg.annotate.reading.gathering import bearers, rules_of, stated
from kg.annotate.recogniser import Recogniser
from kg.evaluate.facts import MAIN, ORIGINAL, UNNAMED, Statement
from kg.evaluate.matching import plain
from kg.lexis.titles import title_key
from training.documents import Lesson
from training.fitting import Example, held_out
from training.people import labels

_RULE: Final = "rule="


Chances = Mapping[tuple[str, str], float]
"""How likely each film, by the name of its text and its key, is to be one."""


def chances(films: Iterable[Example]) -> Chances:
    """Those that weights fitted on other texts give the examples of `others`."""
    return {(example.text, example.words): chance[OTHER] for example, chance in held_out([*films])}


def examples(lesson: Lesson, recogniser: Recogniser, chances: Chances) -> Iterator[Example]:
    """The pairs of a text."""
    told = labels(lesson.gold, _in_another)
    for reading in lesson.readings:
        found = stated(reading, recogniser)
        films = [*other_films(reading)]
        brought = brought_up(films, {film.key: chances[lesson.name, film.key] for film in films})
        said = rules_elsewhere(reading, found, brought)
        pairs = other_pairs(reading, found, rules_of(bearers(reading, found)), brought, said)
        for (film, person), pair in pairs.items():
            label = told.get((film, plain(person)), NOTHING)
            rules = frozenset(f.removeprefix(_RULE) for f in pair.features if f.startswith(_RULE))
            yield Example(lesson.name, f"{film}: {person}", pair.features, label, rules)


def _in_another(said: Statement) -> tuple[str, str] | None:
    """Another film that has a title, and whom gold names in it."""
    named = said.subject not in (MAIN, ORIGINAL, UNNAMED)
    return (title_key(said.subject), plain(said.object)) if named else None
