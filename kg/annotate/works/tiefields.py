"""Infobox fields in, what they say of other works out: "Remake of: Ebb (1951)", "Connections: Follows Ebb (1951)"."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kg.annotate.works.mentioned import Mentioned
from kg.annotate.works.phrases import read_phrase
from kg.model import Block, BlockKind, Kind, Span

_TIES: Final = {
    "remake of": "remakeOf",
    "remake": "remakeOf",
    "version of": "remakeOf",
    "sequel to": "sequelTo",
    "follows": "sequelTo",
    "based on": "basedOn",
}
_SEVERAL: Final = frozenset({"connections", "movie connections", "film connections", "related", "related films"})
_NAMED: Final = re.compile(rf"(?P<tie>{'|'.join(_TIES)})\s", re.IGNORECASE)


def read_tie_fields(text: str, blocks: Iterable[Block]) -> Iterator[Mentioned]:
    """The work that each field of a tie names; what a film is based on is a written work unless it is called a film."""
    for block in blocks:
        if block.kind is not BlockKind.FIELD:
            continue
        label = block.label.replace("_", " ").casefold()
        for words, value in _several(text, block.body) if label in _SEVERAL else [(label, block.body)]:
            if (relation := _TIES.get(words)) and (found := _mentioned(text, relation, block, value)):
                yield found


def _several(text: str, body: Span) -> Iterator[tuple[str, Span]]:
    """Each tie that a field names itself: "Remake of Ebb (1951), Follows Flow (1949)"."""
    ties = list(_NAMED.finditer(text, body.start, body.end))
    for tie, end in zip(ties, [*(later.start() for later in ties[1:]), body.end], strict=True):
        yield tie["tie"].casefold(), Span(tie.end(), end)


def _mentioned(text: str, relation: str, block: Block, value: Span) -> Mentioned | None:
    start = value.start + len("of ") * text.startswith("of ", value.start)
    phrase = read_phrase(text, start, value.end)
    if not phrase.title:
        return None
    film = phrase.kind is Kind.MOVIE or (relation != "basedOn" and phrase.kind is None)
    told = relation if film == (relation != "basedOn") else "remakeOf" if film else "basedOn"
    return Mentioned(told, block.span, phrase, value, film)
