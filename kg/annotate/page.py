"""A document's blocks in, its Page out; None when the document is not about a film."""

from collections.abc import Iterator
from typing import Final

from kg.annotate.films.main import main_film
from kg.annotate.films.marked import readable
from kg.annotate.films.trade import about_films
from kg.annotate.people import Directory
from kg.annotate.prose import with_marks_outside, without_others, without_title
from kg.annotate.reading.gathering import read_blocks
from kg.annotate.reading.state import Reading
from kg.annotate.recogniser import Recogniser
from kg.annotate.stances import stances
from kg.annotate.works.scopes import with_passages
from kg.annotate.works.ties import read_ties
from kg.lexis.sentences import sentences as split
from kg.model import Block, BlockKind, Document, Film, Page, Sentence

_PROSE: Final = (BlockKind.PROSE, BlockKind.REVIEW)


def annotate(document: Document, layout: str, blocks: tuple[Block, ...], recogniser: Recogniser) -> Page | None:
    """The page with everything that several extractors need: films, scopes, people, credits, ties and stances."""
    reading = opened(document, blocks)
    if reading is None:
        return None
    credits, people = read_blocks(reading, recogniser)
    told = reading.told
    return Page(
        document=document,
        blocks=reading.blocks,
        sentences=reading.sentences,
        people=people,
        films=(reading.film, *told.films),
        scopes=told.scopes,
        stances=tuple(stances(shadow_of(document, reading.film), reading.sentences)),
        credits=credits,
        ties=told.ties,
        works=told.works,
        layout=layout,
    )


def opened(document: Document, blocks: tuple[Block, ...]) -> Reading | None:
    """The document with its film and all that it says of other works, before anybody's credits are read."""
    if not about_films(document.text):
        return None
    blocks = readable(document, blocks)
    sentences = tuple(sentences_of(document, blocks))
    film, circled = main_film(document, blocks, sentences)
    if film is None:
        return None
    shadow = shadow_of(document, film)
    told = read_ties(document, shadow, blocks, sentences, film, circled)
    told.scopes = with_passages(told, document.text, sentences, film)
    return Reading(
        document=document,
        shadow=without_others(shadow, told.mentioned),
        bare=without_others(with_marks_outside(document.text), told.mentioned),
        blocks=blocks,
        sentences=sentences,
        told=told,
        film=film,
        circled=circled,
        directory=Directory(),
    )


def shadow_of(document: Document, film: Film) -> str:
    """The text with the film's title blotted out, and marks where the readers expect them."""
    return with_marks_outside(without_title(document.text, film.title or ""))


def sentences_of(document: Document, blocks: tuple[Block, ...]) -> Iterator[Sentence]:
    """The sentences of a document's prose and reviews."""
    for index, block in enumerate(blocks):
        if block.kind in _PROSE:
            for span in split(document.text, block.span.start, block.span.end):
                yield Sentence(span, index)
