"""Sentences in; what they say of other works out: films, books and plays, ties to them, and which words are theirs."""

from kg.annotate.prose import is_plot
from kg.annotate.works.cited import read_works
from kg.annotate.works.collecting import Collector
from kg.annotate.works.concluding import tie_by_number, tie_siblings, tie_to_earlier
from kg.annotate.works.crafts import read_crafts
from kg.annotate.works.later import read_later
from kg.annotate.works.likely import tie_likely
from kg.annotate.works.mentions import read_mentions
from kg.annotate.works.namesakes import tie_namesakes
from kg.annotate.works.retellings import read_retellings
from kg.annotate.works.tiefields import read_tie_fields
from kg.annotate.works.told import NO_FILM, Told
from kg.annotate.works.written import read_written
from kg.model import Block, BlockKind, Document, Film, Scope, Sentence, Span


def read_ties(
    document: Document,
    shadow: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Sentence, ...],
    main: Film,
    circled: bool,
) -> Told:
    """Everything that the prose of a document says of works other than `main`; `shadow` as of `without_title`.

    Where a document says outright what its film is, it does so of ties, too; `circled` ones are read between the lines.
    """
    collector = read_stated(document, shadow, blocks, sentences, main)
    if circled:
        _take_written(collector, blocks, sentences)
        tie_likely(collector, lines(blocks, sentences))
    return Told(
        list(collector.others.films.values()),
        tuple(collector.others.works.values()),
        _apart(collector.scopes),
        tuple(collector.ties.values()),
        collector.makers,
        collector.mentioned,
    )


def read_stated(
    document: Document, shadow: str, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], main: Film
) -> Collector:
    """What the document says of other works in words that rules know."""
    collector = Collector(document, main)
    for found in read_tie_fields(document.text, blocks):
        collector.take(found)
    for sentence in sentences:
        block = blocks[sentence.block]
        if not is_plot(block):
            _read_sentence(collector, shadow, sentence.span, block.kind is BlockKind.REVIEW)
    tie_by_number(collector)
    tie_to_earlier(collector)
    tie_namesakes(collector)
    tie_siblings(collector)
    return collector


def _take_written(collector: Collector, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...]) -> None:
    """The books and plays that a review brings up where it ties its film to none outright."""
    if not any(tie.relation == "basedOn" for tie in collector.ties.values()):
        for sentence in sentences:
            if not is_plot(blocks[sentence.block]):
                for found in read_written(collector.text, sentence.span.start, sentence.span.end):
                    collector.take(found)


def lines(blocks: tuple[Block, ...], sentences: tuple[Sentence, ...]) -> list[Span]:
    """The sentences, items and fields of a document, where it may bring up other films."""
    bodies = (block.body for block in blocks if block.kind in (BlockKind.ITEM, BlockKind.FIELD))
    return sorted([*(sentence.span for sentence in sentences), *bodies])


def _read_sentence(collector: Collector, shadow: str, sentence: Span, review: bool) -> None:
    """Takes in what one sentence says of other works."""
    text, start, end, main = collector.text, sentence.start, sentence.end, collector.main
    own = main.title or ""
    collector.reviews |= review
    collector.scopes += [Scope(span, NO_FILM) for span in read_crafts(shadow, start, end)]
    for found in read_works(text, shadow, start, end, own):
        collector.take(found)
    for found in read_retellings(shadow, start, end, own):
        collector.take(found)
    for later, speaker in [
        (later, collector.subject(later.cue.start, start)) for later in read_later(text, start, end)
    ]:
        collector.follow(later, speaker)
    collector.speak_again(sentence)
    for mention in read_mentions(text, start, end, own, main.year, review):
        collector.mention(mention)


def _apart(scopes: list[Scope]) -> tuple[Scope, ...]:
    """Scopes that never overlap: where one begins inside another, the later one (the nearer work) takes over."""
    made: list[Scope] = []
    for scope in sorted(scopes):
        if made and scope.span.start < made[-1].span.end:
            last = made.pop()
            if last.span.start < scope.span.start:
                made.append(Scope(Span(last.span.start, scope.span.start), last.film))
        made.append(scope)
    return tuple(made)
