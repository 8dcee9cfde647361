"""Infobox fields and cast lines in, credits out; no model and no guess, the form says what they are."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from kg.annotate.credits.bare_casts import bare_casts
from kg.annotate.credits.found import Found
from kg.annotate.credits.lists import LINE, cast_of, crew_of, is_run
from kg.annotate.credits.values import people
from kg.annotate.cues import credits_of_field
from kg.lexis.given import is_full_name
from kg.lexis.names import is_company
from kg.model import Block, BlockKind, Document, Span

_CAST: Final = re.compile(
    r"\b(?:cast|starring|actors|voices?|dramatis personae|players|roles|characters)\b", re.IGNORECASE
)
_CREW: Final = re.compile(r"\b(?:crew|credits|filmmakers|production team|behind the camera)\b", re.IGNORECASE)
_SOURCE: Final = re.compile(
    r"\b(?:novel|book|play|short story|memoir|comics?|graphic novel|manga|characters|based on)\b|^\d{4}\s", re.I
)
_STORY: Final = re.compile(r"^(?:(?:original|screen)\s)?(?:story|idea)\b", re.I)
_PERSON: Final = re.compile(r"(?:[A-Z]\.\s?)+[A-Z][a-z]+$")


def read_fields(document: Document, blocks: tuple[Block, ...]) -> Iterator[Found]:
    """Credits of every field whose label is a cue's, and of every line of a cast, be it announced or not."""
    for block in blocks:
        if block.kind is BlockKind.FIELD and block.entry is None:
            yield from _field(document.text, block)
    cast = (block for block in blocks if block.kind is BlockKind.ITEM and _CAST.search(block.label))
    for _, items in groupby(cast, key=lambda block: block.label):
        yield from cast_of(document.text, list(items))
    for block in blocks:
        if block.kind is BlockKind.ITEM and _CREW.search(block.label):
            yield from crew_of(document.text, block)
    for pairs in bare_casts(document.text, blocks):
        yield from cast_of(document.text, pairs)


def _field(text: str, block: Block) -> Iterator[Found]:
    for relation in credits_of_field(re.sub(r"[_\s]+", " ", block.label).strip(" :()")):
        for name, note in people(text, block.body):
            credited = _as_noted(relation, note)
            if credited == "producer" and is_company(name.of(text)):
                credited = "productionCompany"
            elif credited == "productionCompany" and _is_producer(name.of(text), block.label):
                credited = "producer"
            if credited and not is_run(name.of(text), note):
                yield from _starred(text, name, note, block.span, credited)


def _is_producer(name: str, label: str) -> bool:
    """Whether a person stands where the label may mean what she does, or a company ("Production: Ada Holt")."""
    person = is_full_name(name) or bool(_PERSON.match(name))
    return label.strip(" :").casefold() == "production" and person and not is_company(name)


def _as_noted(relation: str, note: str) -> str:
    """What a name in brackets behind it is credited with: of writers it says what they wrote, "" for a source."""
    if relation != "screenwriter":
        return relation
    return "" if _SOURCE.search(note) else "storyBy" if _STORY.search(note) else relation


def _starred(text: str, name: Span, note: str, cue: Span, relation: str) -> Iterator[Found]:
    line = LINE.match(name.of(text)) if relation == "actor" else None
    if line:
        person = Span(name.start + line.start("name"), name.start + line.end("name"))
        part = Span(name.start + line.start("role"), name.start + line.end("role"))
        yield Found(relation, person, cue, "actor.field", part, note)
    else:
        yield Found(relation, name, cue, f"{relation}.field", None, note)
