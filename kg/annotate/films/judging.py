"""Which titles a text is about: candidates in; how likely each is its own film, another film, or no title, out."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple
from zoneinfo import available_timezones

from babel import Locale

from kg.annotate.films.signs import weight
from kg.annotate.films.spotting import spotted
from kg.annotate.surroundings import surroundings
from kg.learned import classifier
from kg.lexis.given import is_full_name
from kg.lexis.names import opens_a_name
from kg.lexis.titles import YEAR, title_key
from kg.lexis.words import word_lists
from kg.model import Span

OWN, OTHER, NONE = "own", "other", "none"
_MARGIN: Final = 0.15
_AROUND: Final = 90  # code points
_MARKS: Final = "\"“”‘’'*_«»"
_DATED: Final = re.compile(rf"\s?[(\[](?:[^()\[\]]{{0,30}}?\b)?{YEAR}")
_SMALL_INSIDE: Final = re.compile(r"\s(?:of|the|and|in|on|to|for|a|an|with|is|at|from|de|la|le|les)\s")
_ENDS: Final = re.compile(r"[.!?…:;][\"”’)]*$")
_HEADING: Final = 90  # code points that a heading has at most


class Candidate(NamedTuple):
    """What a text may call a film, and what shows whether it does."""

    key: str
    places: tuple[Span, ...]
    features: frozenset[str]


def candidates(text: str, places: Mapping[str, Sequence[Span]], hints: Mapping[str, str]) -> list[Candidate]:
    """The candidates with their features; `hints` names what other readers take for the title, by its key."""
    lines = _lines(text)
    counts = sorted({len(p) for p in places.values()}, reverse=True)
    names = {word for key in places if len(key.split()) > 1 for word in key.split()}
    found = []
    for order, (key, spans) in enumerate(places.items()):
        shown = {
            f"count={min(len(spans), 5)}",
            f"rank={min(counts.index(len(spans)), 3)}",
            f"order={min(order, 4)}",
            f"lines={min(len({_line(lines, s.start) for s in spans}), 4)}",
            f"first={_decile(spans[0].start, len(text))}",
            f"last={_decile(spans[-1].start, len(text))}",
            *_shape(spans[0].of(text), key, names),
            *_nesting(key, places),
            *(f"hint={hint}" for hint, hinted in hints.items() if hinted == key),
        }
        for span in spans:
            shown.update(_place(text, span, lines))
        found.append(Candidate(key, tuple(spans), frozenset(shown)))
    return found


def _shape(words: str, key: str, names: set[str]) -> set[str]:
    split = words.split()
    return {
        f"words={min(len(split), 5)}",
        f"given={is_full_name(words)}",
        f"small={bool(_SMALL_INSIDE.search(words))}",
        f"name={opens_a_name(words)}",
        f"place={key in _places_of_the_world()}",
        f"opens={split[0].casefold() if split[0].casefold() in _ARTICLES else split[0][:1].isdigit()}",
        f"shout={words.isupper()}",
        f"lower={words.islower()}",
        f"mark={words[-1] if not words[-1].isalnum() else ''}",
        f"inner={bool(re.search(r'[:,&]', words))}",
        f"partial={len(split) == 1 and key in names}",
        *((f"word={key}",) if len(key.split()) == 1 else ()),
    }


_ARTICLES: Final = frozenset({"the", "a", "an", "la", "le", "les", "il", "der", "die", "das", "el", "my", "i"})


@cache
def _places_of_the_world() -> frozenset[str]:
    """Cities that name a time zone, countries and their people, as title keys."""
    zones = {zone.rpartition("/")[2].replace("_", " ") for zone in available_timezones()}
    countries = set(Locale("en").territories.values())
    return frozenset(map(title_key, zones | countries | set(word_lists()["demonym"])))


def _nesting(key: str, places: Mapping[str, Sequence[Span]]) -> set[str]:
    """How a candidate lies within longer ones and around shorter ones: "Although Low Tide" and "Low Tide"."""
    mine = places[key]
    words = f" {key} "
    longer = [p for k, p in places.items() if words in f" {k} " and k != key]
    shorter = [p for k, p in places.items() if f" {k} " in words and k != key]
    alone = sum(not any(span in other for p in longer for other in p) for span in mine)
    return {
        f"alone={min(alone, 3)}",
        f"within={'never' if alone == len(mine) else 'always' if not alone else 'sometimes'}",
        f"outdone={any(len(p) > len(mine) for p in shorter)}",
        f"around={bool(shorter)}",
    }


_LEADS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("remake of", r"\b(?:remake|remakes|remaking|remade|version|reworking|retelling|reimagining|adaptation|update|copy|spin|take)\s(?:of|on)\s(?:[\w'’-]+,?\s){0,7}[\w'’-]*$"),
        ("based on", r"\b(?:based|adapted|drawn|taken|lifted|inspired|derived|loosely)\s(?:up)?(?:on|from|by)\s(?:[\w'’-]+,?\s){0,7}[\w'’-]*$"),
        ("original", r"\b(?:original|originals?|source|earlier|previous|old|first|classic)(?:,?\s[\w'’-]+){0,4},?$"),
        ("compared", r"(?i:\b(?:like|unlike|than|as|recalls?|recalling|reminds?|remember|reminiscent|think|shades|echoes|mix|cross|between|compared|comparison|companion|not)(?:\s[\w'’-]+){0,3})$"),
        ("maker of", r"\b(?:director|directors|makers?|creators?|writer|star|team|man|woman|guy|people|known|famous|fame|best|acclaimed|made|directed|wrote|did|gave|after|since|following|followed|won|Oscar)\s(?:for|of|behind|with|in|us|by|it|his|her)?(?:\s?[\w'’-]+){0,4}$"),
        ("also", r"(?i:\b(?:also|other|another|later|earlier|previously|next|again|then)(?:\s[\w'’-]+){0,2})$"),
        ("new", r"(?i:\b(?:new|latest|newest|this|present|current)(?:\s[\w'’-]+){0,5},?)$"),
        ("watched", r"(?i:\b(?:watch|watched|watching|saw|see|seen|rewatch(?:ed)?|rented|recommend|review|reviewing|called|titled|entitled|enjoyed|loved|love|hate|hated)(?:\s(?:the|a|this|film|movie|picture|of|it|for|again))*)$"),
        ("in", r"(?i:\b(?:in|of|about|throughout|to|with|from))$"),
        ("owner", r"[A-Z][\w.’-]*['’]s?(?:\s[\w-]+){0,4},?$"),
        ("year", r"\b(?:18|19|20)\d\d['’]s$|\b(?:18|19|20)\d\d\s(?:[\w-]+\s){0,3}[\w-]+$"),
        ("by", r"\b(?:by|starring|directed|with|actor|actress|director|Mr|Mrs|Miss|Dr|Captain|named|daughter|son|wife|husband|brother|sister|friend)\.?$"),
        ("noun", r"\b(?:film|movie|picture|comedy|drama|thriller|remake|western|musical|classic|hit|feature|documentary|romance)\.?,?:?$"),
        ("the", r"(?i:\b(?:the|a|an|his|her|their|its))$"),
        ("at", r"(?i:\b(?:at|near|into|through|across|around|outside))$"),
    )
)
_TAILS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("verb", r"[\"”'’]?\s(?:is|was|isn|wasn|has|had|does|doesn|will|would|could|can|may|might|works|feels|looks|opens|begins|starts|ends|tells|takes|makes|gets|stars|runs|comes|gives|moves|remains|seems|never)\b"),
        ("person verb", r"\s(?:plays|played|directs|directed|wrote|writes|says|said|stars\sas|and\s[A-Z]\w+\s[A-Z])|,?\s(?:who|whose|as)\b|\s\((?:[A-Z][\w.’-]+\s){1,2}[A-Z]"),
        ("apposed", r",[\"”]?\s(?:an?|the|which|directed|starring|his|her|based|written|released|now|set|made|with|from|about)\b"),
        ("dated", rf"[\"”]?,?\s?[(\[](?:[^()]{{0,30}}\s)?{YEAR}"),
        ("owner", r"['’]s?\s"),
        ("end", r"[.!?]?\s*$"),
        ("list", r",[\"”]?\s[\"“]?[A-Z]|\s(?:and|or|&)\s[\"“]?[A-Z]"),
        ("remakes", r"[^.]{0,60}\b(?:remake|remade|new\sversion|version\sof|update|retelling|reworking|relocates|transplants)"),
        ("noun", r"\s(?:film|movie|remake|original|version|trilogy|series|franchise|novel|book)\b"),
    )
)


def _place(text: str, span: Span, lines: Sequence[Span]) -> set[str]:
    number = _line(lines, span.start)
    line = lines[number]
    before = text[max(line.start, span.start - _AROUND) : span.start]
    behind = text[span.end : min(line.end, span.end + _AROUND)]
    shown = {f"line={min(number, 3) if number < 3 else min(number // 4 + 3, 6)}"}
    if before.endswith(tuple(_MARKS)) and behind.startswith((*_MARKS, ",", ".")):
        shown.add(f"quoted={before[-1]}")
        before, behind = before[:-1], behind.lstrip(_MARKS)
    short = line.end - line.start <= _HEADING and not _ENDS.search(line.of(text))
    alone = span.end - span.start >= 0.6 * (line.end - line.start)
    if short:
        shown.add(f"heading={min(number, 3)}")
    if alone:
        shown.add(f"alone={min(number, 3)}")
    if _DATED.match(behind):
        shown.add(f"dated={min(number, 2)}")
        if alone or short:
            shown.add("dated heading")
    shown.add(f"starts={not before.strip()}")
    lead = before[-60:].rstrip(" \"“‘'*_")
    shown.update(f"lead={name}" for name, sign in _LEADS if sign.search(lead))
    shown.update(f"tail={name}" for name, sign in _TAILS if sign.match(behind))
    if before.count("(") > before.count(")"):
        shown.add("bracketed")
    shown.add(f"weight={max(-4, min(8, weight(text, line, span, lines[0].start)))}")
    shown.update(surroundings(before, behind))
    return shown


def _lines(text: str) -> list[Span]:
    """The lines of a text that have words."""
    return [Span(*m.span()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def _line(lines: Sequence[Span], offset: int) -> int:
    low, high = 0, len(lines) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if lines[middle].start <= offset else (low, middle - 1)
    return low


def _decile(offset: int, length: int) -> int:
    return min(4, 5 * offset // max(1, length))


def likelier(text: str, taken: Span | None, how: str) -> Span | None:
    """The place of the title that a text is most likely about, `taken` where no other is likelier by a margin.

    `how` is the kind of place where that one stands.
    """
    named = [taken] if taken else []
    key = title_key(taken.of(text)) if taken else ""
    chances = {
        found.key: (classifier("titles").probabilities(found.features)[OWN], found.places[0])
        for found in candidates(text, spotted(text, named), {how: key})
    }
    if not chances:
        return taken
    best = max(chances, key=lambda k: (chances[k][0], -chances[k][1].start))
    if key and f" {key} " in f" {best} ":
        return taken
    least = chances[key][0] + _MARGIN if key in chances else 0.0
    return chances[best][1] if chances[best][0] >= least else taken
