"""Who makes and plays in a film under review: an example a person whom a review names."""

from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from kg.annotate.reading.gathering import bearers, review_places, rules_of, stated
from kg.annotate.recogniser import Recogniser
from kg.annotate.reviews.likely import NOBODY, by_person, features, relation_of
from kg.evaluate.facts import MAIN, ROLE, Flag, GoldDocument, Statement
from kg.evaluate.matching import plain
from training.documents import Lesson
from training.fitting import Example

_Key = TypeVar("_Key", str, tuple[str, str])
RELATIONS: Final = {
    "schema:director": "director",
    "schema:actor": "actor",
    ROLE: "actor",
    "kg:screenwriter": "screenwriter",
}


def examples(lesson: Lesson, recogniser: Recogniser) -> Iterator[Example]:
    """The people whom a text names, with what gold says they did for its film: of several the first of RELATIONS."""
    told = labels(lesson.gold, _in_own_film)
    for reading in lesson.readings:
        said = rules_of(bearers(reading, stated(reading, recogniser)))
        for person, places in by_person(review_places(reading)).items():
            yield Example(
                lesson.name,
                person,
                frozenset(features(places, said.get(person, ()))),
                told.get(plain(person), NOBODY),
                frozenset(map(relation_of, said.get(person, ()))),
            )


def labels(gold: GoldDocument, key: Callable[[Statement], _Key | None]) -> dict[_Key, str]:
    """What gold says of people, by a key of each statement that counts; of several relations the first of RELATIONS."""
    told = {}
    for relation, label in reversed(RELATIONS.items()):
        for fact in gold.facts:
            if (fact.statement.relation, fact.flag) == (relation, Flag.STATED) and (known := key(fact.statement)):
                told[known] = label
    return told


def _in_own_film(said: Statement) -> str | None:
    return plain(said.object) if said.subject == MAIN else None
