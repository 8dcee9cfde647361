"""Infobox fields and cast lines in, credits out; no model and no guess, the form says what they are."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from kg.annotate.credits.bare_casts import bare_casts
from kg.annotate.credits.columns import alternating, are_parts, bracketed
from kg.annotate.credits.found import Found
from kg.annotate.credits.values import NOTE, people, values
from kg.annotate.cues import credits_of_field
from kg.lexis.given import is_full_name
from kg.lexis.names import is_company
from kg.model import Block, BlockKind, Document, Span

_BY: Final = re.compile(r"(?:(?:[Ss]pecial\s|[Gg]uest\s|[Cc]ameo\s)?[Aa]ppearances?\sby\s(?:[a-z]+\s)*)?")
_CAST: Final = re.compile(
    r"\b(?:cast|starring|actors|voices?|dramatis personae|players|roles|characters)\b", re.IGNORECASE
)
_CREW: Final = re.compile(r"\b(?:crew|credits|filmmakers|production team|behind the camera)\b", re.IGNORECASE)
_CHARACTERS: Final = re.compile(r"(?:(?:main|the|minor|other)\s)?characters?", re.IGNORECASE)
_COLUMN: Final = re.compile(
    r"(?:the\s)?(?:cast|roles?|parts?|characters?|act(?:or|ress)(?:es|s)?|artiste?s?|names?|play(?:ed by|er|s)"
    r"|performers?|voices?)",
    re.IGNORECASE,
)
_AS: Final = re.compile(r"\sas\s")
_LINE: Final = re.compile(
    r"^(?P<name>[^:–—…|▸►→\n]+?)\s*(?:\s+as\s+|\s+[-–—]\s+|\s*\.{2,}\s*|\s*…\s*|\s*:\s+|\t+|[ ]{2,}"
    r"|\s*(?:\|{1,2}|[▸►→])\s*)(?P<role>[^\n]+)$"
)
_SOURCE: Final = re.compile(
    r"\b(?:novel|book|play|short story|memoir|comics?|graphic novel|manga|characters|based on)\b|^\d{4}\s", re.I
)
_STORY: Final = re.compile(r"^(?:(?:original|screen)\s)?(?:story|idea)\b", re.I)
_PERSON: Final = re.compile(r"(?:[A-Z]\.\s?)+[A-Z][a-z]+$")
_RUN: Final = 4  # words that hardly one name has
_ROLE_TAIL: Final = re.compile(
    r"(?::\s|\s[-–—]\s|,\s(?=(?:a|an|the|his|her|who|one|[a-z]|[A-Z][\w-]+['’]s?\s[a-z]))|;\s|\s\((?!voice"
    r"|uncredited|cameo)).*$",
    re.DOTALL,
)


def read_fields(document: Document, blocks: tuple[Block, ...]) -> Iterator[Found]:
    """Credits of every field whose label is a cue's, and of every line of a cast, be it announced or not."""
    for block in blocks:
        if block.kind is BlockKind.FIELD and block.entry is None:
            yield from _field(document.text, block)
    cast = (block for block in blocks if block.kind is BlockKind.ITEM and _CAST.search(block.label))
    for _, items in groupby(cast, key=lambda block: block.label):
        yield from _cast(document.text, list(items))
    for block in blocks:
        if block.kind is BlockKind.ITEM and _CREW.search(block.label):
            yield from _noted(document.text, block)
    for pairs in bare_casts(document.text, blocks):
        yield from _cast(document.text, pairs)


def _cast(text: str, items: Sequence[Block]) -> Iterator[Found]:
    """The credits of one list: a part below each actor, behind each, or before each."""
    bare = [block for block in items if not _LINE.match(block.span.of(text))]
    told = [(block, line) for block in items if (line := _LINE.match(block.span.of(text))) and not _is_head(line)]
    parts = {block.span: (actor, part) for block, actor, part in bracketed(text, bare)}
    pairs = alternating(text, bare) if not parts else []
    for actor, part in pairs:
        trades = credits_of_field(part.of(text))  # "Bo Vance / Film Editing"
        yield from (Found(trade, actor.span, Span(actor.span.start, part.end), f"{trade}.field") for trade in trades)
        if not trades:
            yield Found("actor", actor.span, Span(actor.span.start, part.end), "actor.item", part, "")
    left, right = [line["name"] for _, line in told], [line["role"] for _, line in told]
    turned = are_parts(left, right) or (_leads_with_parts(told) and not are_parts(right, left))
    for block, line in told:
        name, role = (Span(block.span.start + line.start(g), block.span.start + line.end(g)) for g in ("name", "role"))
        if trades := credits_of_field(line["name"].strip()):  # "Director: Bo Vance"
            names = [value for value, _ in values(text, role)]
            yield from (Found(trade, one, block.span, f"{trade}.field", None, "") for trade in trades for one in names)
        elif trades := credits_of_field(line["role"].strip(" .()")):  # "Bo Vance ... Film Editing"
            yield from (Found(trade, name, block.span, f"{trade}.field") for trade in trades)
        elif turned:
            for player, note in values(text, role):
                yield Found("actor", player, block.span, "actor.item", name, note)
        else:
            yield from _cast_line(text, block)
    for block in bare if not pairs else ():
        yield from _bracketed(text, block, *parts[block.span]) if block.span in parts else _cast_line(text, block)


def _bracketed(text: str, block: Block, name: Span, part: Span) -> Iterator[Found]:
    """What a name with a bracket behind it is credited with: a part, unless the bracket names a trade."""
    trades = credits_of_field(part.of(text))
    yield from (Found(trade, name, block.span, f"{trade}.field") for trade in trades)
    if not trades:
        yield Found("actor", name, block.span, "actor.item", part, "")


def _is_head(line: re.Match[str]) -> bool:
    """Whether a line names the columns of a list ("Role | Played by")."""
    return all(_COLUMN.fullmatch(line[cell].strip()) for cell in ("name", "role"))


def _leads_with_parts(told: Sequence[tuple[Block, re.Match[str]]]) -> bool:
    """Whether a list of characters names them first: "Captain Holt ... Bo Vance", not "Bo Vance as Captain Holt"."""
    announced = all(_CHARACTERS.fullmatch(block.label) for block, _ in told)
    return bool(told) and announced and not any(_AS.search(line[0]) for _, line in told)


def _noted(text: str, block: Block) -> Iterator[Found]:
    """The credits of a list with trades in brackets behind those who have them: "Ann Lee, Bo Vance (producers)"."""
    waiting: list[Span] = []
    for name, note in values(text, block.span):
        waiting.append(name)
        if trades := credits_of_field(note):
            yield from (Found(trade, one, block.span, f"{trade}.field") for trade in trades for one in waiting)
        waiting = [] if note else waiting


def _field(text: str, block: Block) -> Iterator[Found]:
    for relation in credits_of_field(re.sub(r"[_\s]+", " ", block.label).strip(" :()")):
        for name, note in people(text, block.body):
            credited = _as_noted(relation, note)
            if credited == "producer" and is_company(name.of(text)):
                credited = "productionCompany"
            elif credited == "productionCompany" and _is_producer(name.of(text), block.label):
                credited = "producer"
            if credited and not _is_run(name.of(text), note):
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


def _is_run(name: str, note: str) -> bool:
    """Whether the words are the names of several people with nothing between them ("Ann Lee Bo Vance")."""
    words = [word for word in name.split() if word[:1].isupper() and not word.endswith(".")]
    return not note and len(words) >= _RUN and len(words) == len(name.split()) and not is_company(name)


def _starred(text: str, name: Span, note: str, cue: Span, relation: str) -> Iterator[Found]:
    line = _LINE.match(name.of(text)) if relation == "actor" else None
    if line:
        person = Span(name.start + line.start("name"), name.start + line.end("name"))
        part = Span(name.start + line.start("role"), name.start + line.end("role"))
        yield Found(relation, person, cue, "actor.field", part, note)
    else:
        yield Found(relation, name, cue, f"{relation}.field", None, note)


def _cast_line(text: str, block: Block) -> Iterator[Found]:
    block = replace(block, span=Span(block.span.start + len(_BY.match(block.span.of(text))[0]), block.span.end))  # type: ignore[index]
    words = block.span.of(text)
    line = _LINE.match(words)
    if not line:
        note = "; ".join(NOTE.findall(words))
        bare = NOTE.split(words)[0].strip()
        if bare and len(bare.split()) <= 5 and not _is_run(bare, note):
            at = block.span.start + words.index(bare)
            yield Found("actor", Span(at, at + len(bare)), block.span, "actor.item", None, note)
        return
    note = "; ".join(NOTE.findall(words))
    name = NOTE.split(line["name"])[0].rstrip(" ,")
    role = NOTE.sub("", _ROLE_TAIL.sub("", line["role"])).rstrip(" ,.;")
    start = block.span.start + line.start("name")
    at = block.span.start + line.start("role")
    if name and role and role in text[at : at + len(line["role"])]:
        at = text.index(role, at)
        yield Found("actor", Span(start, start + len(name)), block.span, "actor.item", Span(at, at + len(role)), note)
