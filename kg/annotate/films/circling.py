"""The title that a review circles around without ever defining it: sentences in, the likeliest title's span out."""

import re
from collections import defaultdict
from typing import Final

from kg.annotate.films.candidates import OPENING, candidates
from kg.annotate.films.signs import COMMON, DATED, weight
from kg.lexis.given import is_full_name
from kg.lexis.letters import UPPER
from kg.lexis.occurrences import occurrences
from kg.lexis.titles import TITLE, title_key
from kg.model import Sentence, Span

ENOUGH: Final = 3  # votes that a title needs: a sure sign, or a lesser one and the shape of a title
ENOUGH_IN_REVIEW: Final = -1  # there one hint weighs up the shape of a name
_FIRST: Final = 12  # sentences: a review names its film early
_NO_PERSON: Final = re.compile(
    r"^(?:The|A|An|In|On|What|Who|Where|When|How|Why|My|Our|One|Two|No|All|\d)\b"
    r"|\s(?:of|the|and|in|on|to|for|a|an|with|is|at)\s|[!?:&,]|\s\d|['’]s\s"
)
_COUPLE: Final = re.compile(rf"{UPPER}\S+(?:\s{UPPER}\S+)+\sand\s{UPPER}\S+(?:\s{UPPER}\S+)+")  # people, not words
_SHOUTS: Final = re.compile(  # the head of a capsule: "LOW TIDE **½ Drama"
    r"(?P<title>(?=[^\sa-z]+\s[^a-z]{2})(?:[^\Wa-z_][^\sa-z★*(,]*)(?:\s[^\Wa-z_][^\sa-z★*(,]*)*)(?=\s?[★*(,]|\s\d)"
)
_OPENS: Final = re.compile(rf"\W*(?:(?:Review|Film|Movie)\s?:\s)?[\"“‘'*_]{{0,2}}(?P<title>{TITLE}){DATED.pattern}")
_DOUBT: Final = 2  # what only speaks against a title costs it beyond the votes
_MOST_REPEATS: Final = 3
_MARKS: Final = ("“", '"', "‘", "'", "*", "_")  # of quotation


def circled_title(text: str, sentences: tuple[Sentence, ...], enough: int = ENOUGH) -> Span | None:
    """The title with most votes: a vote for each place where titles stand, and for not being shaped like a name."""
    if opened := _OPENS.match(text, sentences[0].span.start if sentences else 0):
        begin = opening.end() if (opening := OPENING.match(text, opened.start("title"))) else opened.start("title")
        return Span(begin, opened.end("title"))
    if shouted := sentences and _SHOUTS.match(text, sentences[0].span.start):
        return Span(*shouted.span("title"))
    places, votes = _votes(text, sentences)
    scores = _scores(text, sentences, places, votes)
    best = min(scores, key=lambda key: (-scores[key], places[key][0].start), default=None)
    if best is None or scores[best] < enough:
        return None
    forms = [place.of(text) for place in places[best]]
    return max(places[best], key=lambda place: (forms.count(place.of(text)), -place.start))


def _votes(text: str, sentences: tuple[Sentence, ...]) -> tuple[dict[str, list[Span]], dict[str, int]]:
    """The places of each candidate that is nobody's name, by its key, and what these weigh together."""
    votes: defaultdict[str, int] = defaultdict(int)
    places: defaultdict[str, list[Span]] = defaultdict(list)
    found = [(s.span, title) for s in sentences[:_FIRST] for title in candidates(text, s.span)]
    persons = _persons([t.of(text) for _, t in found if not COMMON.search(text, max(0, t.start - 5), t.start)])
    for within, title in found:
        if title.of(text) not in persons and (key := title_key(title.of(text))):
            votes[key] += weight(text, within, title, sentences[0].span.start)
            places[key].append(title)
    return places, votes


def _scores(
    text: str, sentences: tuple[Sentence, ...], places: dict[str, list[Span]], votes: dict[str, int]
) -> dict[str, int]:
    """The votes of the candidates for which something speaks, with what their shape, place and repetition add."""
    scores: dict[str, int] = {}
    for key, vote in votes.items():
        first, shape = places[key][0], _shape(text, places[key])
        if vote > 0 or shape > 0:
            early = sum(first.start < sentence.span.end for sentence in sentences[:2])
            scores[key] = vote + shape + early + _repeats(text, sentences, first) - (_DOUBT if vote < 0 else 0)
    return scores


def _repeats(text: str, sentences: tuple[Sentence, ...], title: Span) -> int:
    """How often a title comes back as it was first written, which the names of people seldom do."""
    words = title.of(text)
    if _is_plain(words) and is_full_name(words):
        return 0
    again = occurrences(text, words, sentences[0].span.start, sentences[-1].span.end, joints="_-")
    return min(_MOST_REPEATS, sum(1 for _ in again) - 1)


def _persons(candidates: list[str]) -> set[str]:
    """Those candidates that are people: full names of which a part also stands alone, and those parts."""
    full = {c for c in candidates if 2 <= len(c.split()) <= 3 and not _NO_PERSON.search(c)}
    alone = {c for c in candidates for name in full if c in (name.split()[0], name.split()[-1])}
    return alone | {c for c in full if not alone.isdisjoint((c.split()[0], c.split()[-1]))}


def _shape(text: str, places: list[Span]) -> int:
    """2 for what no person is called, -2 for two or three plain capitalised words, -1 for one; less for a full name."""
    title = places[0].of(text)
    if not _is_plain(title):
        return 2
    quoted = any(text[p.start - 1 : p.start] in _MARKS for p in places if p.start)
    if is_full_name(title) and not quoted:
        return -8
    return 0 if quoted else (-1, -1, -2, 0)[min(len(title.split()), 4) - 1]


def _is_plain(title: str) -> bool:
    """Whether a title has the form of a name, too."""
    return not _NO_PERSON.search(title) or bool(_COUPLE.fullmatch(title))
