"""Infobox fields in, what they say of other works out: "Remake of: Ebb (1951)", "Based on | Flood by A"."""

from collections.abc import Iterable, Iterator
from typing import Final

from kg.annotate.phrases import read_phrase
from kg.annotate.works import Mentioned
from kg.model import Block, BlockKind, Kind

_TIES: Final = {"remake of": "remakeOf", "remake": "remakeOf", "sequel to": "sequelTo", "based on": "basedOn"}


def read_tie_fields(text: str, blocks: Iterable[Block]) -> Iterator[Mentioned]:
    """The work that each field of a tie names; what a film is based on is a written work unless it is called a film."""
    for block in blocks:
        relation = _TIES.get(block.label.replace("_", " ").casefold()) if block.kind is BlockKind.FIELD else None
        start = block.body.start + len("of ") * text.startswith("of ", block.body.start)
        phrase = read_phrase(text, start, block.body.end) if relation else None
        if relation is None or phrase is None or not phrase.title:
            continue
        film = phrase.kind is Kind.MOVIE or (relation != "basedOn" and phrase.kind is None)
        told = relation if film == (relation != "basedOn") else "remakeOf" if film else "basedOn"
        yield Mentioned(told, block.span, phrase, block.body, film)
