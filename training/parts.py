"""Which words name an actor's part: an example a pair of a name and what may be a part in the same sentence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from kg.annotate.reading.gathering import bearers, review_pairs, stated
from kg.annotate.recogniser import Recogniser
from kg.annotate.reviews.parts import ELSEWHERE, NOTHING, PLAYS
from kg.evaluate.facts import MAIN, ROLE, Flag, GoldDocument
from kg.evaluate.matching import plain
from training.documents import Lesson
from training.fitting import Example

_OPENING: Final = re.compile(r"^(?:the|an?|his|her|their|its|our|my|this|that|another|some) ")


def examples(lesson: Lesson, recogniser: Recogniser) -> Iterator[Example]:
    """The pairs of a text, each by whether gold gives the part to the person, and in which film."""
    own, others = _parts(lesson.gold, own=True), _parts(lesson.gold, own=False)
    for reading in lesson.readings:
        for pair in review_pairs(reading, bearers(reading, stated(reading, recogniser))):
            person, part = plain(pair.person), _bare(pair.part.name)
            plays, elsewhere = (_is_one(part, parts.get(person, ())) for parts in (own, others))
            label = PLAYS if plays else ELSEWHERE if elsewhere else NOTHING
            rules = frozenset([PLAYS]) if "rule" in pair.features else frozenset[str]()
            yield Example(lesson.name, f"{pair.person}: {pair.part.name}", pair.features, label, rules)


def _parts(gold: GoldDocument, own: bool) -> dict[str, set[str]]:
    """The parts of each person, in the text's own film or in others."""
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for fact in gold.facts:
        said = fact.statement
        if said.relation == ROLE and fact.flag is not Flag.FALSE and (said.subject == MAIN) == own:
            parts[plain(said.object)].add(_bare(said.detail))
    return parts


def _is_one(part: str, gold: Iterable[str]) -> bool:
    """Whether a part is one of gold's: one names the other's figure, and says no more behind it than gold does."""
    return any(f" {part} " in f" {one} " or f" {part}".endswith(f" {one}") for one in gold if part and one)


def _bare(words: str) -> str:
    return _OPENING.sub("", plain(words))
