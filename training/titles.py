"""Which titles a page is about: an example a candidate for a title."""

from collections.abc import Iterator

from kg.annotate.films.defining import defined_title
from kg.annotate.films.judging import NONE, OTHER, OWN, candidates
from kg.annotate.films.main import stated_title
from kg.annotate.recogniser import Recogniser
from kg.lexis.titles import title_key
from training.documents import Lesson, film_keys
from training.fitting import Example


def examples(lesson: Lesson, _recogniser: Recogniser) -> Iterator[Example]:
    """The candidates of a text, labelled as its own film, another film that gold knows, or none."""
    text = lesson.text
    own, others = title_key(lesson.film), film_keys(lesson.gold)
    for reading in lesson.readings[:1]:
        document, sentences = reading.document, reading.sentences
        taken, how = stated_title(document, reading.blocks, sentences, defined_title(document, sentences))
        for candidate in candidates(text, taken, how):
            label = OWN if candidate.key == own else OTHER if candidate.key in others else NONE
            yield Example(lesson.name, candidate.places[0].of(text), candidate.features, label)
