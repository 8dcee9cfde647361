"""The title that a review circles around without ever defining it: sentences in, the likeliest title's span out."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from kg.lexis.letters import UPPER
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.titles import QUOTED, TITLE, YEAR, title_key
from kg.lexis.words import any_of
from kg.model import Sentence, Span

ENOUGH: Final = 4  # votes that a title needs: two places where titles stand, or one and the shape of a title
ENOUGH_IN_REVIEW: Final = 0  # there one such place weighs up the shape of a name
FIRST: Final = 12  # sentences: a review names its film early

_CANDIDATE: Final = re.compile(rf"(?:{QUOTED}|(?<![\w’'-])(?:{TITLE}))")
_NO_PERSON: Final = re.compile(
    r"^(?:The|A|An|In|On|What|Who|Where|When|How|Why|My|Our|One|Two|No|All|\d)\b"
    r"|\s(?:of|the|and|in|on|to|for|a|an|with|is|at)\s|[!?:&]|\s\d|['’]s\s"
)
_PARTICLE: Final = re.compile(r"\b(?:van|von|der|de|den|di|da|del|della|bin|al|el|Mr\.|Mrs\.|Ms\.|Dr\.)\s$")
_ADVERB: Final = r"(?:still|never|also|really|just|only|at\slast|quite|almost|certainly|simply|always|rarely|often)"
_VERB: Final = re.compile(rf"\s(?:{_ADVERB}\s)*{any_of('title_verb')}(?=[\s,.;!?])")
_MADE: Final = re.compile(r"\s(?:is|was|has\sbeen)\s(?:co-)?(?:written|directed|shot|filmed|released|adapted|photographed)\b")
_BEFORE: Final = re.compile(
    r"(?:\b(?:in|of|about|make|makes|made|making|with|called|titled|watching|saw|seen|see|watch|shoots|directs|directed|film"
    r"|movie|from|to|remake|and|but|to\ssee)|^)\s$",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(
    rf"(?P<owner>{NAME})['’]s?\s(?:(?:new|latest|first|second|third|debut|last|film|feature|movie|remake|thriller|comedy"
    r"|drama)\s)*$"
)
_COMPARED: Final = re.compile(r"\b(?:to|than|like|with|from|unlike|remember|recalls?|of)\s\S+(?:\s\S+)?['’]s?\s$")
_OWNER: Final = re.compile(rf"(?={UPPER}\S*\s){NAME}['’]s?\s(?={UPPER}|\d)")
_OPENING: Final = re.compile(
    r"(?:In|With|For|As|From|Of|At|By|Where|When|Like|Unlike|And|But|Made|While|Then|Yet|If|On|To)\s"
    rf"(?={UPPER}|\d)"
)
_APPOSED: Final = re.compile(rf",\s(?:{NAME}['’]s|an?|the|by|directed|shown|his|her|in\swhich|which)\s")
_NAMED_BEFORE: Final = re.compile(  # what stands before people
    rf"\b(?:by|starring|named|young|old|great|late|{any_of('who')})\s$"
)
_NAMED_BEHIND: Final = re.compile(
    rf"\s(?:{_ADVERB}\s)*(?:plays|played|portrays|directs|co-wrote|wrote|stars\s(?:as|in)|has\s(?:made|played|cast|adapted|spun|shot)"
    rf"|returns\swith|does\sthe|makes\s(?:a|the)\s)|,\s(?:as|who|whom)\s|\s\({UPPER}|['’]s?\s(?:\d|[a-z]+\s(?:film|face|performance))"
)
_NOT_TITLES: Final = frozenset(
    "I He She It We They You One This That There Here What Who His Her My Nobody Everybody Somebody Hollywood American British "
    "French English German Italian".split()
)


def circled_title(
    text: str, sentences: tuple[Sentence, ...], people: frozenset[str], enough: int = ENOUGH
) -> Span | None:
    """The title with most votes: a vote for each place where titles stand, and for not being shaped like a name."""
    votes: defaultdict[str, int] = defaultdict(int)
    places: defaultdict[str, list[Span]] = defaultdict(list)
    found = [(s.span, t) for s in sentences[:FIRST] for t in _candidates(text, s.span, people)]
    persons = _persons([title.of(text) for _, title in found])
    for within, title in found:
        if title.of(text) not in persons and (key := title_key(title.of(text))):
            votes[key] += _weight(text, within, title)
            places[key].append(title)
    scores = {key: vote + _shape(places[key][0].of(text)) for key, vote in votes.items() if vote > 0}
    if not scores:
        return None
    best = min(scores, key=lambda k: (-scores[k], places[k][0].start))
    if scores[best] < enough:
        return None
    forms = [p.of(text) for p in places[best]]
    return max(places[best], key=lambda p: (forms.count(p.of(text)), -p.start))


def _persons(candidates: list[str]) -> set[str]:
    """Those candidates that are people: full names whose surname also stands alone, and such surnames."""
    full = {c for c in candidates if 2 <= len(c.split()) <= 3 and not _NO_PERSON.search(c)}
    surnames = {c.split()[-1] for c in full}
    alone = {c for c in candidates if c in surnames}
    return alone | {c for c in full if c.split()[-1] in alone}


def _candidates(text: str, within: Span, people: frozenset[str]) -> Iterator[Span]:
    for match in _CANDIDATE.finditer(text, within.start, within.end):
        title = unquoted(text, Span(*match.span()))
        while opening := _OPENING.match(title.of(text)):
            title = Span(title.start + opening.end(), title.end)
        if owner := _OWNER.match(title.of(text)):
            title = Span(title.start + owner.end(), title.end)
        words = title.of(text)
        if words in _NOT_TITLES or re.fullmatch(YEAR, words) or words in people or not re.match(rf"{UPPER}|\d", words):
            continue
        if _PARTICLE.search(text, max(within.start, title.start - 6), title.start):
            continue
        yield title


def _weight(text: str, within: Span, title: Span) -> int:
    """2 for each sign that a title stands here: a verb of films behind it, a maker's possessive or a cue before it.

    -3 for what only people are: named as actors are, or with a verb of theirs.
    """
    before = text[max(within.start, title.start - 60) : title.start].rstrip("\"“‘'*_")
    after = text[title.end : min(within.end, title.end + 60)].lstrip("\"”’*_")
    owned = _OWNED.search(before)
    signs = [
        bool(_VERB.match(after)),
        bool(_MADE.match(after)),
        bool(owned and (" " in owned["owner"] or opens_a_name(owned["owner"])) and not _COMPARED.search(before)),
        bool(_BEFORE.search(before) and title.start > within.start),
        bool(_APPOSED.match(after)),
        text[title.start - 1 : title.start] in ("\"", "“", "*", "_") if title.start else False,
    ]
    return 2 * sum(signs) - 3 * bool(_NAMED_BEFORE.search(before) or _NAMED_BEHIND.match(after))


def _shape(title: str) -> int:
    """2 for what no person is called, -2 for two or three plain capitalised words, 0 for one."""
    if _NO_PERSON.search(title):
        return 2
    return -2 if 2 <= len(title.split()) <= 3 else 0


def unquoted(text: str, span: Span) -> Span:
    """The span inside the quotation marks, when there are any."""
    words = span.of(text)
    if re.fullmatch(QUOTED, words) and len(words) > 2:
        inner = words[1:-1].rstrip(",.;")
        return Span(span.start + 1, span.start + 1 + max(1, len(inner)))
    return span
