"""Statements and facts in, rows of bytes out, and back."""

from typing import Any, Final

import msgspec

from kg.assemble import Said
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
        *_object(statement.object),
        *_evidence(statement.evidence),
    )


def unpack_said(row: list[Any]) -> Said:
    """The statement of a row."""
    way, subject, relation, text, datatype, *evidence = row
    return Said(Statement(subject, relation, _value(text, datatype), _of(evidence)), _WAYS[way])


def pack_fact(fact: Fact) -> bytes:
    """A fact as bytes."""
    evidence = [_evidence(each) for each in fact.evidence]
    return encode((fact.subject, fact.relation, *_object(fact.object), evidence))


def unpack_fact(packed: bytes) -> Fact:
    """The fact of these bytes."""
    subject, relation, text, datatype, evidence = decode(packed)
    return Fact(subject, relation, _value(text, datatype), tuple(_of(each) for each in evidence))


def _object(value: str | Value) -> tuple[str, str | None]:
    return (value, None) if isinstance(value, str) else (value.text, value.datatype)


def _value(text: str, datatype: str | None) -> str | Value:
    return text if datatype is None else Value(text, _DATATYPES[datatype])


def _evidence(at: Evidence) -> tuple[Any, ...]:
    return at.document, at.span.start, at.span.end, at.quote, at.rule, at.confidence, at.status


def _of(row: list[Any]) -> Evidence:
    document, start, end, quote, rule, confidence, status = row
    return Evidence(document, Span(start, end), quote, rule, confidence, _STATUSES[status])
