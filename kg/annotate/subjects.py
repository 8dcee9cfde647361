"""Credits whose names come before the verb: "A and B star as …", "A wrote the film", "A's directorial debut"."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits import Found
from kg.annotate.cues import credits_of, title_words, verb_pattern, verb_words
from kg.annotate.parts import role_at
from kg.annotate.prose import BLOT
from kg.lexis.letters import UPPER
from kg.lexis.lists import listed
from kg.lexis.names import names_in
from kg.lexis.words import any_of
from kg.model import Span

_JOINED: Final = re.compile(r"\s?(?:,\s(?:and\s|&\s)?|\s(?:and|&|alongside|with)\s)$|^,?\s(?:and|&)\s$|^,\s$")
_PLAYS: Final = re.compile(rf"(?:,?\s(?:who|also|both|then|later|respectively))*\s{any_of('playing')}\s(?!by\s)")
_WITH: Final = re.compile(r",?\s(?:(?:and\s)?(?:with|alongside|along\swith|joined\sby|opposite)|while|and)\s")
_AS: Final = re.compile(r"\s(?:in\s[^,.;]{0,40}?)?as\s")
_RELATIVE: Final = re.compile(
    r"\s(?:in|making)\s(?:his|her|their)\s[^,.;]{3,50}(?=,\swho)|,\s(?:who|the\s|an?\s|whose|best\sknown|then"
    r"|in\s)[^,.;]{3,90},(?=\s)"
)
_TAKING: Final = any_of("taking_part")
_A_PART: Final = any_of("a_part")
_IN_PARTS: Final = re.compile(
    rf",?\s(?:who\s)?(?:(?:also|both|all|each|briefly|then|later)\s)*{_TAKING}\s(?:[\w'’-]+\s){{0,6}}?{_A_PART}\b"
    rf"|\s(?:cast\s|featured\s|seen\s|appearing\s)?in\s(?:[\w'’-]+\s){{1,3}}?(?:roles|parts|cameos)\b"
)
_AWARDED: Final = re.compile(
    r"\s(?:(?:was|were|also|later|both|each|had|has|been)\s)*(?:nominated|won|wins|received|receives|garnered"
    r"|earned|awarded)\s[^.;]{0,80}?\bBest\s(?:Supporting\s)?(?:Actor|Actress)\b"
)
_STARS: Final = re.compile(
    r",?\s(?:who\s)?(?:(?:also|both|all|then|again|himself|herself)\s)*(?:co-?stars?|stars?|starred|co-?starred"
    r"|headlines?|headlined|feature|topline|co-headline|leads?\sthe\scast|heads?\sthe\scast"
    r"|led\sthe\scast)(?=\s(?:in\sthe\s|in\sthis|as\s|opposite|alongside|with\s|together)|[.,;]|$"
    r"|\sin\s(?:the\s)?(?:film|movie|it|both))"
    r"|,?\s(?:are|is|were|was)\s(?:also\s)?(?:featured|seen|cast)(?=[.,;]|$)|\salso\sappear(?:s|ed)?(?=[.,;]|$)"
    r"|\sreturn(?:s|ed)?\s(?=as\s)"
    r"|,?\s(?:also\s|briefly\s)?(?:appears?|appeared)\sin\s(?:the\s)?(?:film|movie|picture|it)\b"
)
_POSSESSED: Final = re.compile(
    r"['’]s?\s(?:[\w-]+\s){0,3}?(?:directorial|directing)\s(?:feature\s)?debut\b|['’]s?\s(?:\w+\s){0,3}?(?:first"
    r"|second|third|fourth|fifth|last|final|latest|next|debut)\s(?:[\w-]+\s){0,2}?(?:film|feature"
    r"|movie)\sas\s(?:a\s)?director"
)
_DEBUTS: Final = re.compile(
    r",?\s(?:in|making|makes|made|marks|marking)\s(?:his|her|their)\s(?:[\w-]+\s){0,3}?(?:directorial"
    r"|directing)\s(?:feature\s)?(?:film\s)?debut"
)
_ACTED: Final = re.compile(
    r"['’]s?\s(?:[\w-]+\s){0,3}?(?:film|screen|acting|feature|feature\sfilm|movie|on-screen|big-screen)\sdebut\b"
    r"|['’]s?\s(?:[\w-]+\s){0,2}?(?:first|last|final)\s(?:[\w-]+\s){0,2}?(?:starring\srole|film\srole|screen\srole"
    r"|leading\srole|role|film\sappearance|screen\sappearance|on-screen\srole)\b"
)
_TRADES: Final = title_words()
_BEING: Final = re.compile(
    rf"(?:,\swho)?\s(?:is|was|served\sas|serves\sas|acted\sas|acts\sas|worked\sas|doubles\sas|doubled\sas|serving\sas"
    rf"|acting\sas)\s(?:both\s|also\s)*(?:the\s|its\s|the\sfilm['’]s\s)?"
    rf"(?P<trades>{_TRADES}(?:(?:,\s(?:and\s)?|\s(?:and|&)\s)(?:the\s)?{_TRADES})*)(?=[\s,.;]|$)(?!\s(?:of|who"
    rf"|{UPPER}))"
    rf"|\s(?:its|the)\s(?P<elided>{_TRADES})(?=[,.;]|\sand\s|$)"
)
_WROTE_OTHER: Final = re.compile(
    r"\s(?:also\s)?(?:co-)?(?:wrote|writes|composed|composes)\s(?:the\s|its\s|some\s|all\s"
    r"|most\sof\sthe\s)?(?:\w+\s)?(?:(?P<music>score|music|soundtrack)|songs?|lyrics|novels?|books?|play|theme"
    r"|lines|lyric)\b"
)
_OBJECT: Final = re.compile(
    r"^\s(?:and\s[\w\s]{0,30})?(?:the\s(?:[\w-]+\s){0,3}?(?:film|movie|picture|screenplay|script|score|music|story"
    r"|remake|adaptation|production|project|feature|series|short|documentary|version|original\s(?:screenplay|score"
    r"|music)|film's)|it\b|this|from\s(?:a|his|her|their)|himself|herself|its|his\sown|her\sown|all\sthree)|^[.,;]"
    r"|^$",
)


def read_subjects(text: str, start: int, end: int, known: frozenset[str], title: str) -> Iterator[Found]:
    """Credits of the names that are the subject of a verb of the trade; its object may be the film's own title."""
    used = start
    for group in name_groups(text, start, end):
        names = [name for name in group if name.start >= used]
        if not names:
            continue
        after = names[-1].end
        known_or_full = all(" " in n.of(text) or n.of(text) in known for n in names)
        if not known_or_full:
            continue
        for found in (*_acting(text, names, after, end), *_making(text, names, after, end, title)):
            used = max(used, found.role.end if found.role else 0)
            yield found


def name_groups(text: str, start: int, end: int) -> Iterator[list[Span]]:
    """Names that stand joined: "A, B and C"."""
    group: list[Span] = []
    for match in names_in(text, start, end):
        between = text[group[-1].end : match.start()] if group else ""
        if group and not re.fullmatch(r"(?:\s\([^()]*\))?(?:,\s(?:and\s|&\s)?|\s(?:and|&)\s)", between):
            yield group
            group = []
        group.append(Span(*match.span()))
    if group:
        yield group


def _acting(text: str, names: list[Span], after: int, end: int) -> Iterator[Found]:
    if aside := _RELATIVE.match(text, after, end):
        after = aside.end()
    match = _STARS.match(text, after, end) or _IN_PARTS.match(text, after, end)
    if match:
        role_lead = _AS.match(text, match.end(), end)
        role = role_at(text, role_lead.end(), end) if role_lead and len(names) == 1 else None
        for name in names:
            yield Found("actor", name, Span(names[0].start, match.end()), "actor.subject", role, match[0])
        return
    if match := _PLAYS.match(text, after, end):
        role = role_at(text, match.end(), end) if len(names) == 1 else None
        for name in names:
            yield Found("actor", name, Span(names[0].start, match.end()), "actor.plays", role)
        yield from _others(text, role.end if role else match.end(), end)
        return
    if match := _AWARDED.match(text, after, end):
        for name in names:
            yield Found("actor", name, Span(names[0].start, match.end()), "actor.awarded")
        return
    if (match := _ACTED.match(text, after, end)) and len(names) == 1:
        yield Found("actor", names[0], Span(names[0].start, match.end()), "actor.debut")


def _others(text: str, position: int, end: int) -> Iterator[Found]:
    """The rest of a cast that one verb opens: "A plays X, with B as Y and C as Z"."""
    if lead := _WITH.match(text, position, end):
        for item in listed(text, lead.end(), end, cast=True):
            yield Found("actor", item.name, Span(lead.start(), item.end), "actor.plays", item.role, item.note)


def _making(text: str, names: list[Span], after: int, end: int, title: str) -> Iterator[Found]:
    if match := _BEING.match(text, after, end):
        for trade in re.split(r",\s*(?:and\s)?|\s(?:and|&)\s|/", match["trades"] or match["elided"]):
            for relation in credits_of("title", trade.strip()):
                if relation != "actor":
                    yield Found(relation, names[-1], Span(names[-1].start, match.end()), f"{relation}.being")
        return
    if match := _POSSESSED.match(text, after, end) or _DEBUTS.match(text, after, end):
        yield Found("director", names[-1], Span(names[-1].start, match.end()), "director.debut")
        return
    match = verb_pattern().match(text, after, end)
    if not match or not (_OBJECT.search(match["after"]) or _is_title(match["after"], title)):
        return
    if wrote := _WROTE_OTHER.match(text, after, end):
        if wrote["music"]:
            yield Found("musicBy", names[-1], Span(names[-1].start, wrote.end()), "musicBy.verb")
        return
    words = [m[0] for m in verb_words().finditer(match["verbs"])]
    for relation in dict.fromkeys(r for w in words for r in credits_of("verb", w)):
        for name in names:
            if relation != "actor":
                yield Found(relation, name, Span(names[0].start, match.end("verbs")), f"{relation}.verb")


def _is_title(words: str, title: str) -> bool:
    """Whether the words begin with the film's own title, blotted out or spelt out."""
    bare = words.lstrip(" \"“‘'*_").removeprefix("The ")
    return bare.startswith(BLOT) or bool(title and bare.startswith(title.removeprefix("The ")))
