"""Parts given in passing: a reviewer's sentence in, actors and parts out ("As the widow, A …", "A is the widow")."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.annotate.credits.characters import is_titled
from kg.annotate.credits.found import Found
from kg.annotate.credits.groups import name_groups
from kg.annotate.critics import phrases
from kg.annotate.reviews.asides import EPITHET
from kg.annotate.reviews.before_actors import ELDER_FILM, Casting, led
from kg.annotate.reviews.behind_actors import IS_NAMED, trailed
from kg.annotate.reviews.believed import believed
from kg.annotate.reviews.figures import PART, is_part
from kg.lexis.given import is_full_name
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME
from kg.lexis.roles import parts_of
from kg.model import Span

_PLAYED_FIRST: Final = re.compile(  # "Played with gusto by A, Holt is …"
    r"(?:As\s)?(?:[Pp]layed|[Vv]oiced|[Pp]ortrayed"
    rf"|[Ee]mbodied)\s(?:[a-z]+\s){{0,6}}?by\s{EPITHET}(?P<name>(?=\S+\s){NAME})"
    rf",\s(?:(?:who|whose|with)\s[^,.;]{{3,60}},\s)?(?P<part>{NAME}|{PART})\s(?:is|was|has|[a-z]+s)\b"
)
_NOT_THIS: Final = re.compile(
    r"\b(?:[Tt]he\s(?:(?:18|19|20)\d\d|older|old|earlier|previous)\sone\b[^;]*|sequels?|prequels?|follow-ups?|(?:a|any|another)\sremake|next\sone)\b[^.;]*$"
)
_IN_THAT: Final = re.compile(r"[^;]*?\bin\sthat\s(?:one|film|movie|version)\b")
_SEEN: Final = re.compile(  # "history remembers A as …", "takes over from A as …"
    r"\b(?:(?:remade|made|filmed|shot|directed|done|redone)\b[^.;]{0,40}\sby|takes?\s(?:over\s)?from|took\s(?:over\s)?from|replac(?:es|ed|ing)|follows|instead\sof|in\splace\sof|than|remembers?|sees?|regards?|knows?|depicts?|shows?|treats?|paints?|describes?"
    r"|recalls?|thinks?\sof)\s$"
)
_MAKER: Final = re.compile(r",\swho\s(?:also\s)?(?:directs?|directed|writes|wrote)\b")
_NAMES_ONLY: Final = re.compile(r"(?:,\s(?:and\s)?|\sand\s|[.!])*")  # what stands around the names of a bare list
_HEADED: Final = re.compile(r"(?:^|[.;]\s)(?P<part>(?:The|His|Her|Their)\s(?:[a-z-]+\s){0,2}?[a-z-]+s):\s$")
_FEWEST_LISTED: Final = 3
_CLOSED: Final = re.compile(r"(?:,[^()]{2,70})?\)")
_NAMED_BEFORE: Final = re.compile(rf"(?<![\w’'-])(?P<part>{NAME})\s\($")  # "Holt (Maria Lund, radiant)"
_ADJECTIVE_AFTER: Final = re.compile(r",\s(?!an?\s|the\s|who\s)(?:[a-z-]+,?\s){0,4}[a-z-]+\)")
_NO_ACTOR: Final = re.compile(  # "Holt (Lund)", "Holt, played by Lund": these name characters
    rf"\s\({UPPER}|,?\s(?:who\sis\s)?(?:played|voiced|portrayed)\s[^.;,]{{0,30}}?by\s"
)
_OPENS: Final = re.compile(rf"\({EPITHET}$")
_CALLED: Final = re.compile(r"\b(?:his|her|their|the)\s(?P<figure>(?:[a-z-]+\s){1,2})(?:Sir\s|Lord\s|Lady\s)?$")
_COMES_FROM: Final = re.compile(rf"(?<![\w’'-])(?<!\bby\s)(?P<name>(?=\S+\s){NAME})\s(?:from|of)\s(?:the\s)?$")
_NEAR: Final = 160  # code points before a name that may cast it


def read_castings(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[Found]:
    """The actors of a sentence with their parts; a single name must be known from elsewhere."""
    if first := _PLAYED_FIRST.match(text, start, end):
        yield Found("actor", Span(*first.span("name")), Span(*first.span()), "actor.part", Span(*first.span("part")))
    gapped = 0  # where "plays X" left off, for "…, B the widow"
    for group in name_groups(text, start, end):
        names = believed(text, group, known)
        if not names or _NO_ACTOR.match(text, names[-1].end, end):
            continue
        if turned := _turned(text, start, names[-1], end) or _holding(text, start, names, end):
            yield turned
            continue
        tail, left = trailed(text, names, end, gapped)
        gapped = left or gapped
        meant = _come_from(text, start, names)
        for found in _cast(text, Span(start, end), names, tail):
            yield replace(found, name=meant) if meant else found


def _come_from(text: str, start: int, names: list[Span]) -> Span | None:
    """Who comes from what looks like a name: "Ana Ruiz from Lantern Row is the aunt"."""
    near = max(start, names[0].start - 40)
    owns = text.startswith(("'s", "’s"), names[-1].end)
    match = _COMES_FROM.search(text[near : names[0].start]) if len(names) == 1 and not owns else None
    return Span(near + match.start("name"), near + match.end("name")) if match else None


def _turned(text: str, start: int, name: Span, end: int) -> Found | None:
    """ "Judge Holt is Ada Crane", "his brother Sam is Ada Crane": the part stands where actors' names do."""
    match = IS_NAMED.match(text, name.end, end)
    if match is None or not (is_titled(name.of(text)) or _is_figure(text, start, name, match["part"])):
        return None
    return Found("actor", Span(*match.span("part")), Span(name.start, match.end()), "actor.part", name)


def _is_figure(text: str, start: int, name: Span, other: str) -> bool:
    """Whether the word before a name makes its bearer someone in the story, where the other name is one in full."""
    called = _CALLED.search(text, max(start, name.start - 40), name.start)
    return called is not None and is_full_name(other) and not phrases("no_part").search(called["figure"])


def _holding(text: str, start: int, names: list[Span], end: int) -> Found | None:
    """ "Holt (Maria Lund, radiant)": the part holds its actor in brackets."""
    offset = max(start, names[0].start - _NEAR)
    named = _NAMED_BEFORE.search(text[offset : names[0].start])
    if named is None or not _ADJECTIVE_AFTER.match(text, names[-1].end, end):
        return None
    part = Span(offset + named.start("part"), offset + named.end("part"))
    return Found("actor", names[-1], Span(part.start, names[-1].end), "actor.part", part)


def _cast(text: str, sentence: Span, names: list[Span], tail: Casting | None) -> Iterator[Found]:
    """The credits of joined names by the words around them: `tail` behind, or else what leads to them."""
    offset = max(sentence.start, names[0].start - _NEAR)
    before = text[offset : names[0].start]
    if _NOT_THIS.search(before) or _IN_THAT.match(text, names[-1].end, sentence.end):
        return
    if sentence.start == names[0].start and _is_bare_list(text, names, sentence.end):
        yield from (Found("actor", name, sentence, "actor.listed") for name in names)
        return
    if len(names) > 1 and (headed := _HEADED.search(before)) and is_part(headed["part"]):
        heading = Span(offset + headed.start("part"), offset + headed.end("part"))
        whole = Span(heading.start, names[-1].end)
        yield from (Found("actor", name, whole, "actor.listed", heading) for name in names)
        return
    lead = led(before, offset, makes=bool(_MAKER.match(text, names[-1].end, sentence.end)))
    if found := _seen(before, tail) or _closed(text, names[-1].end, before, lead):
        cue, part = found
        relation = "originalActor" if ELDER_FILM.search(before) else "actor"
        whole = Span(min(cue.start, names[0].start), max(cue.end, names[-1].end))
        for name, own in zip(names, parts_of(text, part, sentence.end, len(names)), strict=True):
            yield Found(relation, name, whole, "actor.part", own)


def _is_bare_list(text: str, names: list[Span], end: int) -> bool:
    """Whether a sentence is nothing but these names, as in capsule reviews."""
    return len(names) >= _FEWEST_LISTED and bool(_NAMES_ONLY.fullmatch(text, names[-1].end, end))


def _seen(before: str, tail: Casting | None) -> Casting | None:
    """What trails a name, unless a mere view of its bearer ("history remembers A as …")."""
    return None if _SEEN.search(before) else tail


def _closed(text: str, end: int, before: str, lead: Casting | None) -> Casting | None:
    """What leads to a name, unless the name owns what follows or its bracket stays open."""
    owns = text.startswith(("'s", "’s"), end)
    opens = bool(_OPENS.search(before))
    return None if owns or opens != bool(_CLOSED.match(text, end)) else lead
