"""Statements and facts in, rows of values and bytes out, and back."""

from collections.abc import Iterable
from typing import Any, Final

import msgspec

from kg.assemble import Said, Stated
from kg.assemble.statements import Statement, Way
from kg.model import Datatype, Evidence, Fact, Span, Status, Value

# Looking a member up by its value is what takes longest otherwise.
_DATATYPES: Final = {str(datatype): datatype for datatype in Datatype}
_STATUSES: Final = {str(status): status for status in Status}
_WAYS: Final = tuple(Way)

encode: Final = msgspec.msgpack.Encoder().encode
decode: Final = msgspec.msgpack.Decoder().decode


def pack_said(said: Said) -> tuple[Any, ...]:
    """A statement as a row."""
    statement = said.statement
    return (
        int(said.way),
        statement.subject,
        statement.relation,
        *pack_value(statement.object),
        *_evidence(statement.evidence),
    )


def unpack_said(row: list[Any]) -> Said:
    """The statement of a row."""
    way, subject, relation, text, datatype, *evidence = row
    return Said(Statement(subject, relation, unpack_value(text, datatype), _of(evidence)), _WAYS[way])


def pack_fact(fact: Fact) -> tuple[Any, ...]:
    """A fact as a row: subject, relation, object with its datatype (None for a thing), and its evidence as bytes."""
    return fact.subject, fact.relation, *pack_value(fact.object), encode([_evidence(each) for each in fact.evidence])


def unpack_fact(row: Iterable[Any]) -> Fact:
    """The fact of a row."""
    subject, relation, text, datatype, evidence = row
    return Fact(subject, relation, unpack_value(text, datatype), tuple(_of(each) for each in decode(evidence)))


def unpack_stated(row: Iterable[Any]) -> Stated:
    """What a fact states, of its first four columns."""
    subject, relation, text, datatype = row
    return Stated(subject, relation, unpack_value(text, datatype))


def pack_value(value: str | Value) -> tuple[str, str | None]:
    """An object as its text and datatype, None for a thing."""
    return (value, None) if isinstance(value, str) else (value.text, value.datatype)


def unpack_value(text: str, datatype: str | None) -> str | Value:
    """The object of a text and a datatype."""
    return text if datatype is None else Value(text, _DATATYPES[datatype])


def _evidence(at: Evidence) -> tuple[Any, ...]:
    return at.document, at.span.start, at.span.end, at.quote, at.rule, at.confidence, at.status


def _of(row: list[Any]) -> Evidence:
    document, start, end, quote, rule, confidence, status = row
    return Evidence(document, Span(start, end), quote, rule, confidence, _STATUSES[status])
