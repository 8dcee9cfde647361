"""A comparison in; lines for people or data for programs out."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

import pyoxigraph as ox

from kg.change.comparing import Changes, Comparison, Words
from kg.model import Kind
from kg.vocab import curie

T = TypeVar("T")
LONGEST: Final = 120  # characters of a value in a line; data holds it whole
_MINTED: Final = re.compile(rf".*/({'|'.join(Kind)})/([^/#]+)$")
_CONTROLS: Final = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " ")


def as_text(comparison: Comparison) -> str:
    """A line for each, "+" gained, "-" lost, "~" changed, below a line with the counts."""
    lines = [*_lines("Facts", comparison.facts, _fact), *_lines("Evidence", comparison.evidence, _quote)]
    return "".join(f"{line}\n" for line in lines)


def as_data(comparison: Comparison) -> dict[str, Any]:
    """The same for JSON; terms look as in SPARQL 1.1 JSON results."""
    return {"facts": _data(comparison.facts, _triple), "evidence": _data(comparison.evidence, _place)}


def _lines(what: str, changes: Changes[T], told: Callable[[T], str]) -> Iterator[str]:
    counts = (len(changes.gained), len(changes.lost), len(changes.changed))
    yield "{}: {:,} gained, {:,} lost, {:,} changed".format(what, *counts)
    yield from (f"  + {told(new)}" for new in changes.gained)
    yield from (f"  - {told(old)}" for old in changes.lost)
    for old, new in changes.changed:
        yield f"  ~ {told(old)}"
        yield f"    → {told(new)}"


def _fact(triple: ox.Triple) -> str:
    return f"{_name(triple.subject)} {_name(triple.predicate)} {_name(triple.object)}"


def _quote(words: Words) -> str:
    place = f"{words.document}#char={words.start},{words.end}"
    read = f"{words.rule}, {words.confidence}, {words.status.lower()}"
    return f'{place} "{_short(words.quote)}" ({read}): {_fact(words.statement)}'


def _name(node: object) -> str:
    """A CURIE as Turtle has it ("movie:low-tide-2001"), or a value in quotes."""
    if isinstance(node, ox.NamedNode):
        return _MINTED.sub(r"\1:\2", curie(node.value))
    return f'"{_short(node.value)}"' if isinstance(node, ox.Literal) else str(node)


def _short(text: str) -> str:
    """On one line, cut, and without what could steer a terminal."""
    line = " ".join(text.translate(_CONTROLS).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def _data(changes: Changes[T], told: Callable[[T], dict[str, Any]]) -> dict[str, Any]:
    return {
        "gained": [told(new) for new in changes.gained],
        "lost": [told(old) for old in changes.lost],
        "changed": [{"before": told(old), "after": told(new)} for old, new in changes.changed],
    }


def _triple(triple: ox.Triple) -> dict[str, Any]:
    return {"subject": _term(triple.subject), "predicate": _term(triple.predicate), "object": _term(triple.object)}


def _place(words: Words) -> dict[str, Any]:
    return {
        **_triple(words.statement),
        "document": words.document,
        "start": words.start,
        "end": words.end,
        "quote": words.quote,
        "rule": words.rule,
        "confidence": float(words.confidence) if words.confidence else None,
        "status": words.status,
    }


def _term(node: object) -> dict[str, str]:
    if isinstance(node, ox.Literal):
        typed = {} if node.datatype.value.endswith("#string") else {"datatype": node.datatype.value}
        return {"type": "literal", "value": node.value, **typed}
    return {"type": "uri", "value": str(getattr(node, "value", node))}
