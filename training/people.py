"""Who makes and plays in a film under review: an example a person whom a review names."""

from collections.abc import Iterator
from typing import Final

from kg.annotate.reading.gathering import bearers, review_places, rules_of, stated
from kg.annotate.recogniser import Recogniser
from kg.annotate.reviews.likely import NOBODY, by_person, features, relation_of
from kg.evaluate.facts import MAIN, ROLE, Flag, GoldDocument
from kg.evaluate.matching import plain
from training.documents import Lesson
from training.fitting import Example

RELATIONS: Final = {
    "schema:director": "director",
    "schema:actor": "actor",
    ROLE: "actor",
    "kg:screenwriter": "screenwriter",
}


def examples(lesson: Lesson, recogniser: Recogniser) -> Iterator[Example]:
    """The people whom a text names, each with what gold says they did for its film, the rarest of several first."""
    labels = _labels(lesson.gold)
    for reading in lesson.readings:
        said = rules_of(bearers(reading, stated(reading, recogniser)))
        for person, places in by_person(review_places(reading)).items():
            yield Example(
                lesson.name,
                person,
                frozenset(features(places, said.get(person, ()))),
                labels.get(plain(person), NOBODY),
                frozenset(map(relation_of, said.get(person, ()))),
            )


def _labels(gold: GoldDocument) -> dict[str, str]:
    told = {}
    for relation, label in reversed(RELATIONS.items()):
        for fact in gold.facts:
            statement = fact.statement
            if (statement.subject, statement.relation, fact.flag) == (MAIN, relation, Flag.STATED):
                told[plain(statement.object)] = label
    return told
