"""The title that a review circles around without ever defining it: sentences in, the likeliest title's span out."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kg.annotate.critics import phrases
from kg.annotate.nouns import COUNTRY
from kg.lexis.given import is_full_name
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.titles import QUOTED, TITLE, YEAR, title_key, titular, unquoted
from kg.lexis.words import alternation, any_of
from kg.model import Sentence, Span

ENOUGH: Final = 3  # votes that a title needs: a sure sign, or a lesser one and the shape of a title
ENOUGH_IN_REVIEW: Final = -1  # there one hint weighs up the shape of a name
FIRST: Final = 12  # sentences: a review names its film early

_LISTS: Final = tomllib.loads((Path(__file__).parent / "circling.toml").read_text(encoding="utf-8"))
_ADVERB: Final = (
    r"(?:(?:still|never|also|really|just|only|at\slast|quite|almost|certainly|simply|always|rarely"
    r"|often)\s)*"
)
_WITH_COMMA: Final = rf"{TITLE},\s{TITLE}(?=,\s(?:an?|the|which|directed|from|by|{NAME}['’]s)\s|\s\({YEAR})"
_CANDIDATE: Final = re.compile(rf"(?:{QUOTED}|(?<![\w’'-])(?:{_WITH_COMMA}|{TITLE}))")
_NO_PERSON: Final = re.compile(
    r"^(?:The|A|An|In|On|What|Who|Where|When|How|Why|My|Our|One|Two|No|All|\d)\b"
    r"|\s(?:of|the|and|in|on|to|for|a|an|with|is|at)\s|[!?:&,]|\s\d|['’]s\s"
)
_COUPLE: Final = re.compile(rf"{UPPER}\S+(?:\s{UPPER}\S+)+\sand\s{UPPER}\S+(?:\s{UPPER}\S+)+")  # people, not words
_SENTENCE: Final = re.compile(r"\s(?:is|it)\s")
_PARTICLE: Final = re.compile(r"\b(?:van|von|der|de|den|di|da|del|della|bin|al|el|Mr\.|Mrs\.|Ms\.|Dr\.)\s$")
_STRONG: Final = re.compile(rf"\s{_ADVERB}{alternation(_LISTS['strong'])}(?=[\s,.;!?])")
_WEAK: Final = re.compile(rf"\s{_ADVERB}{alternation(_LISTS['weak'])}(?=[\s,.;!?])")
_MADE: Final = re.compile(
    r"\s(?:is|was|has\sbeen)\s(?:co-)?(?:written|directed|shot|filmed|released|adapted|photographed)\b"
    r"|,\s(?:adapted|directed|written|scripted|remade|shot)\s(?:by|from)\b"
    r"|,\s(?:(?:re-?)?released|reissued|based\s(?:up)?on|also\sknown\sas|originally\stitled)\b"
)
_DEFINED: Final = re.compile(
    rf"\s(?:is|was)\s(?:an?|the|one\sof"
    rf"|another)\s(?:[\w'’.()-]+\s){{0,6}}?{any_of('film_noun')}\b"
)
_CUE: Final = re.compile(rf"\b{alternation(_LISTS['cue'])}\s$|^In\s$", re.IGNORECASE)
_OF_SIBLINGS: Final = re.compile(
    r"\b(?:brothers|sisters)['’]\s$|\b(?:remade|remaking|remakes)\s(?:his|her|their)\sown\s$"
)
_HINT: Final = re.compile(rf"\b{alternation(_LISTS['hint'])}\s$", re.IGNORECASE)
_COMMON: Final = re.compile(r"\b(?:the|an?|his|her|their|old|mr\.|mrs\.)\s$", re.IGNORECASE)  # "the Captain"
_OWNED: Final = re.compile(
    rf"(?P<owner>{NAME})['’]s?\s(?:(?:new|latest|first|second|third|debut|last|film|feature|movie|remake|thriller"
    r"|comedy|drama|[a-z-]+),?\s){0,4}$"
)
_COMPARED: Final = re.compile(r"\b(?:to|than|like|with|from|unlike|remember|recalls?)\s\S+(?:\s\S+)?['’]s?\s$")
_OWNER: Final = re.compile(rf"(?={UPPER}\S*\s){NAME}['’]s?\s(?={UPPER}|\d)")
_OPENING: Final = re.compile(
    r"(?:(?:In|With|For|As|From|Of|At|By|Where|When|Like|Unlike|And|But|Made|While|Then|Yet|If|On|To|Watch|See|Dear"
    r"|(?:Re)?[Vv]isiting|(?:Re-?)?[Ww]atching|Seeing|Reviewing"
    r"|(?:Nobody|Everybody|Somebody|Nothing|Everything)\s(?:in|of))\s"
    r"|(?:His|Her|Their)\s(?=(?:The|An?)\s|\d)"
    rf"|(?:Even|Not|Only|Still|Perhaps)\s(?:the\s)?)(?={UPPER}|\d)"
)
_APPOSED: Final = re.compile(
    rf",\s(?:(?:[\w-]+\s){{0,4}}{NAME}['’]s|an?|the|by|from|directed|shown|his|her|in\swhich|which)\s"
)
_QUOTED_COMMA: Final = re.compile(r"^([,.])[\"”’]")  # "Low Tide," the new one
_EXPLAINED: Final = re.compile(  # "…, the new film by", "…, director A's portrait of"
    rf",\s(?:(?:the|an?|his|her)\s(?:[\w-]+\s){{0,3}}?(?:new|latest|debut|first|second|third|feature|adaptation|remake|version|directed|written)\b|(?:[\w-]+\s){{0,4}}{NAME}['’]s\s(?:[\w-]+\s){{0,4}}?(?:{any_of('film_noun')}|portrait|study|tale|debut|adaptation|version|take)\b)"
)
_CAME_OUT: Final = re.compile(
    r",\s(?:\w+\s){1,3}(?:later|earlier|before)\b|\s(?:came\sout|did\sit|got\sthere|had\sdone)\b"
)
_NEW_BEFORE: Final = re.compile(
    r"\b(?:new|latest|newest)(?:\s(?:film|feature|movie|picture|effort|offering|outing|one|comedy|drama|thriller|documentary|western|horror)),?\s(?:is\s|called\s|titled\s)?$|['’]s\s(?:new|latest|newest)(?:\s\w+)?,\s$"
)
_ALSO: Final = re.compile(
    r"(?:Elsewhere|Also|Meanwhile|In\s(?:other|another))\b|(?:And|But)\sI\s(?:also|finally|then|later|even)\b|I\s(?:also|even)\b"
)
_WHO_MADE: Final = re.compile(
    r"\b(?:who|he|she|they)\s(?:also\s|once\s|previously\s|later\s|had\s|has\s)?(?:made|directed|did|wrote|gave\sus|brought\sus)\s(?:the\s(?:[\w-]+\s){0,3})?$"
    r"|\b(?:[Aa]s|like|[Uu]nlike)\sin\s(?:his|her|their)\s(?:\w+\s){1,2},?\s?$|\b(?:cross|crossed)\s$"
    r"|\b(?:by\sthe\stime\sof|since|short|next\s(?:film|movie)\swas|made\s(?:his|her|their)\s(?:name|reputation)\swith(?:\s[\w-]+){0,3}"
    rf"|[Ii]magine|last\syear['’]s|previous\s\w+,?)\s(?:{UPPER}\S+\s?){{0,2}}$"
)
_NAMED_BEFORE: Final = re.compile(  # what stands before people
    rf"\b(?:by|starring|named|young|old|great|late|{any_of('who')})\s$"
)
_NAMED_BEHIND: Final = re.compile(
    rf"\s(?:brothers|sisters)\b|\s{_ADVERB}(?:plays|played|portrays|directs|co-wrote|wrote|stars\s(?:as|in)|(?:is|was)\s(?:well\s)?(?:played"
    rf"|portrayed|voiced)\sby|has\s(?:made|played|cast|adapted|spun|shot)"
    rf"|returns\swith|does\sthe|makes\s(?:a|the)\s|in\s(?:any|every|some)thing\b)|,\s(?:as|who|whom)\s|\s\({UPPER}|['’]s?\s(?:\d|[a-z]+\s(?:film"
    rf"|face|performance))"
)
_NOT_TITLES: Final = frozenset(
    ["You", "Nobody", "Everybody", "Somebody", "Anybody", "Nothing", "Everything", "Something", "My", "Your", "Our"]
)
_MARKED: Final = re.compile(  # a label, or a question
    r"(?:Verdict|Rating|Rated|Score|Grade|Overall|Final\sScore|Starring|Director|Cast|Trivia)\b"
    r"|(?:Cinematography|Editing|Editor|Music|Score|Camera|Producer|Screenplay|Script|Story|Writer|Runtime|Country|Genre):"
    r"|(?:What|Who|Where|When|How|Why)\s\S+$"
)
_DATED: Final = re.compile(rf"[\"”’'*_]{{0,2}}\s\((?:[^()]{{0,20}}\s)?{YEAR}\)")
_SHOUTS: Final = re.compile(  # the head of a capsule: "LOW TIDE **½ Drama"
    r"(?P<title>(?=[^\sa-z]+\s[^a-z]{2})(?:[^\Wa-z_][^\sa-z★*(,]*)(?:\s[^\Wa-z_][^\sa-z★*(,]*)*)(?=\s?[★*(,]|\s\d)"
)
_OPENS: Final = re.compile(rf"\W*(?:(?:Review|Film|Movie)\s?:\s)?[\"“‘'*_]{{0,2}}(?P<title>{TITLE}){_DATED.pattern}")
_TWICE: Final = re.compile(r"[?!]+(?=[?!])|[?!]$")
_DEMONYM: Final = re.compile(COUNTRY)
_TRAILING: Final = re.compile(r"(?:\s(?:with|the|an?|of|and|in|by|to))+\s(?P<word>[A-Z]\w+)$")
_RECALLED: Final = re.compile(
    r"\b(?:was|were|good|great|funny|fine|remember\w*|seen|known)\b[^.;]{0,30}\s(?:in|from|for)\s$"
)
_GOES_ON: Final = re.compile(r"\s(?:is|was|has|had|may|can|will|would|must|should|[a-z]+s)\b(?!['’])")
_ALONE: Final = re.compile(r"[\"”’'*_]?\W{1,4}")
_DOUBT: Final = 2  # what only speaks against a title costs it beyond the votes
_MOST_REPEATS: Final = 3
_ANNOUNCED: Final = re.compile(
    r"(?:[A-Z]{3,}|First|Second|Third|Finally|Next|Then|Gags|Plot|Verdict|Case\sin\spoint|[A-Z]\w+ly):\s"
)
_SPEAKER: Final = re.compile(r",?(?:\s(?:and|but))?\sI$")
_ASKED: Final = re.compile(r"[?!]\s(?=\S+$)")
_MARKS: Final = ("“", '"', "‘", "'", "*", "_")  # of quotation


def circled_title(text: str, sentences: tuple[Sentence, ...], enough: int = ENOUGH) -> Span | None:
    """The title with most votes: a vote for each place where titles stand, and for not being shaped like a name."""
    if opened := _OPENS.match(text, sentences[0].span.start if sentences else 0):
        begin = opening.end() if (opening := _OPENING.match(text, opened.start("title"))) else opened.start("title")
        return Span(begin, opened.end("title"))
    if shouted := sentences and _SHOUTS.match(text, sentences[0].span.start):
        return Span(*shouted.span("title"))
    places, scores = scored(text, sentences)
    if not scores:
        return None
    best = min(scores, key=lambda k: (-scores[k], places[k][0].start))
    if scores[best] < enough:
        return None
    forms = [p.of(text) for p in places[best]]
    return max(places[best], key=lambda p: (forms.count(p.of(text)), -p.start))


def scored(text: str, sentences: tuple[Sentence, ...]) -> tuple[dict[str, list[Span]], dict[str, int]]:
    """The places of each candidate, by its key, and its votes."""
    votes: defaultdict[str, int] = defaultdict(int)
    places: defaultdict[str, list[Span]] = defaultdict(list)
    found = [(s.span, t) for s in sentences[:FIRST] for t in _candidates(text, s.span)]
    persons = _persons([t.of(text) for _, t in found if not _COMMON.search(text, max(0, t.start - 5), t.start)])
    for within, title in found:
        if title.of(text) not in persons and (key := title_key(title.of(text))):
            votes[key] += _weight(text, within, title, sentences[0].span.start)
            places[key].append(title)
    ends = [s.span.end for s in sentences[:2]]

    def early(key: str) -> int:
        return sum(places[key][0].start < end for end in ends)

    shapes = {key: _shape(text, spans) for key, spans in places.items()}
    scores = {
        key: vote + shapes[key] + _repeats(text, sentences, places[key][0]) + early(key) - (_DOUBT if vote < 0 else 0)
        for key, vote in votes.items()
        if vote > 0 or shapes[key] > 0
    }
    return places, scores


def _repeats(text: str, sentences: tuple[Sentence, ...], title: Span) -> int:
    """How often a title comes back as it was first written, which the names of people seldom do."""
    words = title.of(text)
    if _is_plain(words) and is_full_name(words):
        return 0
    again = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])")
    within = Span(sentences[0].span.start, sentences[-1].span.end)
    return min(_MOST_REPEATS, sum(1 for _ in again.finditer(text, within.start, within.end)) - 1)


def _persons(candidates: list[str]) -> set[str]:
    """Those candidates that are people: full names of which a part also stands alone, and those parts."""
    full = {c for c in candidates if 2 <= len(c.split()) <= 3 and not _NO_PERSON.search(c)}
    alone = {c for c in candidates for name in full if c in (name.split()[0], name.split()[-1])}
    return alone | {c for c in full if not alone.isdisjoint((c.split()[0], c.split()[-1]))}


def _candidates(text: str, within: Span) -> Iterator[Span]:
    for match in _CANDIDATE.finditer(text, within.start, within.end):
        title = _unmarked(text, unquoted(text, Span(*match.span())))
        while opening := _OPENING.match(title.of(text)):
            title = Span(title.start + opening.end(), title.end)
        if (owner := _OWNER.match(title.of(text))) and _owns(text, owner):
            title = Span(title.start + owner.end(), title.end)
        if sentence := _SENTENCE.search(text, title.start + 1, title.end):  # "Low Tide is Jaws for ducks"
            title = Span(title.start, sentence.start())
        if (other := _TRAILING.search(title.of(text))) and _DEMONYM.fullmatch(other["word"]):  # "Low Tide, the Danish"
            title = Span(title.start, title.start + other.start())
        title = _cut(text, title)
        words = title.of(text)
        if not titular(words) or not re.match(rf"{UPPER}|\d", words):
            continue
        last = words.removeprefix("The ")
        if " " not in last and (last.endswith(("'s", "’s")) or re.fullmatch(YEAR, last) or not opens_a_name(last)):
            continue
        if words in _NOT_TITLES or _MARKED.match(words):
            continue
        if _PARTICLE.search(text, max(within.start, title.start - 6), title.start):
            continue
        yield title


def _cut(text: str, title: Span) -> Span:
    """A title without what opens its sentence ("FIRST: Low Tide"), or the sentence behind ("Low Tide? More like")."""
    if announced := _ANNOUNCED.match(text, title.start, title.end):
        title = Span(announced.end(), title.end)
    speaker = _SPEAKER.search(text, title.start, title.end)
    if speaker and speaker.end() == title.end and re.match(r"\s[a-z]", text[title.end : title.end + 2]):
        return Span(title.start, speaker.start())
    asked = _ASKED.search(text, title.start, title.end)
    return (
        Span(title.start, asked.start()) if asked and re.match(r"\s[a-z]", text[title.end : title.end + 2]) else title
    )


def _unmarked(text: str, title: Span) -> Span:
    """A title without the marks of the sentence that it ends ("in Low Tide??"): it stands without them elsewhere."""
    marks = _TWICE.search(text, title.start, min(title.end + 1, len(text)))
    if not marks or marks.end() < title.end:
        return title
    bare = Span(title.start, marks.start())
    alone = re.compile(rf"\b{re.escape(bare.of(text))}(?![\w?!])")
    return bare if text[title.end : title.end + 1] in ("?", "!") or alone.search(text) else title


def _owns(text: str, owner: re.Match[str]) -> bool:
    """Whether a possessive before a title is its maker's: a full name, one told of elsewhere, or before an article."""
    name = re.split(r"['’]s?\s$", owner[0])[0]
    article = re.match(r"(?:The|An?)\s", owner.string[owner.end() :])
    return " " in name or bool(article) or bool(re.search(rf"\b{re.escape(name)}\b(?!['’])", text))


def _weight(text: str, within: Span, title: Span, opening: int) -> int:
    """How much speaks for a title at this place, and against it: a person's name or a common noun.

    For it speak a verb of films behind it, a maker's possessive or a cue before it, quotation marks, and that the
    review, which begins at `opening`, begins with it.
    """
    lead = text[max(within.start, title.start - 60) : title.start]
    before = lead.rstrip("\"“‘'*_")
    after = _QUOTED_COMMA.sub(r"\1", text[title.end : min(within.end, title.end + 60)]).lstrip('"”’*_')
    several = " " in title.of(text)
    common = not title.of(text).startswith(("The ", "A ", "An "))  # "his The Long Road"
    owned, compared = (
        _OWNED.search(before),
        _COMPARED.search(before)
        or _RECALLED.search(before)
        or _WHO_MADE.search(before)
        or _ALSO.match(text, within.start)
        or phrases("before_title").search(before[-25:].strip()),
    )
    signs = (
        (5, _DEFINED.match(after)),
        (3, _MADE.match(after)),
        (2, _STRONG.match(after)),
        (1, _WEAK.match(after)),
        (3, owned and (" " in owned["owner"] or opens_a_name(owned["owner"])) and not compared),
        (3, _CUE.search(before) or _OF_SIBLINGS.search(before)),
        (1, title.start > within.start and _HINT.search(before)),
        (2, _APPOSED.match(after)),
        (3, _EXPLAINED.match(after)),
        (3, _NEW_BEFORE.search(before)),
        (2, before != lead),
        (2 if within.start == opening else -2, not compared and _DATED.match(text, title.end, within.end)),
        (-3, _CAME_OUT.match(after)),
        (-3, text.count("(", within.start, title.start) > text.count(")", within.start, title.start)),
        (3, within.start == opening and title.start - within.start <= 1 and several and _GOES_ON.match(after)),
        (
            5 if within.start == opening else 2,
            title.start == within.start and several and _ALONE.fullmatch(text, title.end, within.end),
        ),
        (-3, _NAMED_BEFORE.search(before) or _NAMED_BEHIND.match(after) or (common and _COMMON.search(before))),
        (-3, compared),
    )
    return sum(weight for weight, sign in signs if sign)


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
