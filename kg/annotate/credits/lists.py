"""The lines of a cast or a crew in, credits out: who plays which part, who has which trade, by the form of a list."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from kg.annotate.credits.columns import alternating, are_parts, bracketed
from kg.annotate.credits.found import Found
from kg.annotate.credits.values import NOTE, values
from kg.annotate.cues import credits_of_field
from kg.lexis.names import is_company
from kg.model import Block, Span

_BY: Final = re.compile(r"(?:(?:[Ss]pecial\s|[Gg]uest\s|[Cc]ameo\s)?[Aa]ppearances?\sby\s(?:[a-z]+\s)*)?")
_CHARACTERS: Final = re.compile(r"(?:(?:main|the|minor|other)\s)?characters?", re.IGNORECASE)
_COLUMN: Final = re.compile(
    r"(?:the\s)?(?:cast|roles?|parts?|characters?|act(?:or|ress)(?:es|s)?|artiste?s?|names?|play(?:ed by|er|s)"
    r"|performers?|voices?)",
    re.IGNORECASE,
)
_AS: Final = re.compile(r"\sas\s")
LINE: Final = re.compile(
    r"^(?P<name>[^:–—…|▸►→\n]+?)\s*(?:\s+as\s+|\s+[-–—]\s+|\s*\.{2,}\s*|\s*…\s*|\s*:\s+|\t+|[ ]{2,}"
    r"|\s*(?:\|{1,2}|[▸►→])\s*)(?P<role>[^\n]+)$"
)
_RUN: Final = 4  # words that hardly one name has
_ROLE_TAIL: Final = re.compile(
    r"(?::\s|\s[-–—]\s|,\s(?=(?:a|an|the|his|her|who|one|[a-z]|[A-Z][\w-]+['’]s?\s[a-z]))|;\s|\s\((?!voice"
    r"|uncredited|cameo)).*$",
    re.DOTALL,
)


def cast_of(text: str, items: Sequence[Block]) -> Iterator[Found]:
    """The credits of one list: a part below each actor, behind each, or before each."""
    bare = [block for block in items if not LINE.match(block.span.of(text))]
    told = [(block, line) for block in items if (line := LINE.match(block.span.of(text))) and not _is_head(line)]
    parts = {block.span: (actor, part) for block, actor, part in bracketed(text, bare)}
    pairs = alternating(text, bare) if not parts else []
    for actor, part in pairs:
        yield from _parted(text, actor.span, part, Span(actor.span.start, part.end))
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
        parted = parts.get(block.span)
        yield from _parted(text, *parted, block.span) if parted else _cast_line(text, block)


def _parted(text: str, name: Span, part: Span, cue: Span) -> Iterator[Found]:
    """What a name is credited with beside these words: a part, unless they name a trade ("Bo Vance / Film Editing")."""
    trades = credits_of_field(part.of(text))
    yield from (Found(trade, name, cue, f"{trade}.field") for trade in trades)
    if not trades:
        yield Found("actor", name, cue, "actor.item", part, "")


def _is_head(line: re.Match[str]) -> bool:
    """Whether a line names the columns of a list ("Role | Played by")."""
    return all(_COLUMN.fullmatch(line[cell].strip()) for cell in ("name", "role"))


def _leads_with_parts(told: Sequence[tuple[Block, re.Match[str]]]) -> bool:
    """Whether a list of characters names them first: "Captain Holt ... Bo Vance", not "Bo Vance as Captain Holt"."""
    announced = all(_CHARACTERS.fullmatch(block.label) for block, _ in told)
    return bool(told) and announced and not any(_AS.search(line[0]) for _, line in told)


def crew_of(text: str, block: Block) -> Iterator[Found]:
    """The credits of a list with trades in brackets behind those who have them: "Ann Lee, Bo Vance (producers)"."""
    waiting: list[Span] = []
    for name, note in values(text, block.span):
        waiting.append(name)
        if trades := credits_of_field(note):
            yield from (Found(trade, one, block.span, f"{trade}.field") for trade in trades for one in waiting)
        waiting = [] if note else waiting


def _cast_line(text: str, block: Block) -> Iterator[Found]:
    block = replace(block, span=Span(block.span.start + len(_BY.match(block.span.of(text))[0]), block.span.end))  # type: ignore[index]
    words = block.span.of(text)
    line = LINE.match(words)
    if not line:
        note = "; ".join(NOTE.findall(words))
        bare = NOTE.split(words)[0].strip()
        if bare and len(bare.split()) <= 5 and not is_run(bare, note):
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


def is_run(name: str, note: str) -> bool:
    """Whether the words are the names of several people with nothing between them ("Ann Lee Bo Vance")."""
    words = [word for word in name.split() if word[:1].isupper() and not word.endswith(".")]
    return not note and len(words) >= _RUN and len(words) == len(name.split()) and not is_company(name)
