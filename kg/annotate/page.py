"""A document's blocks in, its Page out; None when the document is not about a film."""

from collections.abc import Iterator

from kg.annotate.films.main import about_films, main_film
from kg.annotate.films.marked import readable
from kg.annotate.people import Directory
from kg.annotate.prose import with_marks_outside, without_others, without_title
from kg.annotate.reading.gathering import Reading, read_blocks
from kg.annotate.recogniser import Recogniser
from kg.annotate.stances import stances
from kg.annotate.works.scopes import read_earlier, read_scopes
from kg.annotate.works.ties import read_ties
from kg.lexis.sentences import sentences as split
from kg.model import Block, BlockKind, Document, Page, Sentence

_PROSE = (BlockKind.PROSE, BlockKind.REVIEW)


def annotate(document: Document, layout: str, blocks: tuple[Block, ...], recogniser: Recogniser) -> Page | None:
    """The page with everything that several extractors need: films, scopes, people, credits, ties and stances."""
    if not about_films(document.text):
        return None
    blocks = readable(document, blocks)
    sentences = tuple(_sentences(document, blocks))
    film, circled = main_film(document, blocks, sentences)
    if film is None:
        return None
    shadow = with_marks_outside(without_title(document.text, film.title or ""))
    told = read_ties(document, shadow, blocks, sentences, film)
    told.scopes += tuple(read_scopes(document.text, sentences, told.scopes))
    original = next((t.object for t in told.ties if t.relation == "remakeOf" and t.subject == film.thing), None)
    earlier = read_earlier(document.text, sentences, told.scopes, film.year, original)
    told.scopes = tuple(sorted([*told.scopes, *earlier]))
    reading = Reading(
        document,
        without_others(shadow, told.mentioned),
        without_others(with_marks_outside(document.text), told.mentioned),
        blocks,
        sentences,
        told,
        film.thing,
        film.title,
        circled,
        Directory(),
    )
    credits, people = read_blocks(reading, recogniser)
    return Page(
        document=document,
        blocks=blocks,
        sentences=sentences,
        people=people,
        films=(film, *told.films),
        scopes=told.scopes,
        stances=tuple(stances(shadow, sentences)),
        credits=credits,
        ties=told.ties,
        works=told.works,
        layout=layout,
    )


def _sentences(document: Document, blocks: tuple[Block, ...]) -> Iterator[Sentence]:
    for index, block in enumerate(blocks):
        if block.kind in _PROSE:
            for span in split(document.text, block.span.start, block.span.end):
                yield Sentence(span, index)
