"""Which titles a page is about: an example a candidate for a title."""

from collections.abc import Iterator

from kg.annotate.films.defining import defined_title
from kg.annotate.films.judging import NONE, OTHER, OWN, candidates
from kg.annotate.films.main import stated_title
from kg.annotate.films.marked import readable
from kg.annotate.page import sentences_of
from kg.annotate.recogniser import Recogniser
from kg.lexis.titles import title_key
from kg.segment import segment
from training.documents import Lesson, film_keys
from training.fitting import Example


def examples(lesson: Lesson, _recogniser: Recogniser) -> Iterator[Example]:
    """The candidates of a text, labelled as its own film, another film that gold knows, or none."""
    own, others = title_key(lesson.film), film_keys(lesson.gold)
    for part in lesson.parts[:1]:
        blocks = readable(part, segment(part).blocks)
        sentences = tuple(sentences_of(part, blocks))
        taken, how = stated_title(part, blocks, sentences, defined_title(part, sentences))
        for candidate in candidates(part.text, taken, how):
            label = OWN if candidate.key == own else OTHER if candidate.key in others else NONE
            yield Example(lesson.name, candidate.places[0].of(part.text), candidate.features, label)
