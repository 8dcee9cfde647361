"""Who made the film, in reviewers' prose: a sentence in, directors, writers and crew out ("A returns with …")."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.credits.groups import name_groups
from kg.annotate.critics import phrases
from kg.annotate.cues import credits_of, title_words
from kg.annotate.reviews.asides import ASIDE
from kg.annotate.reviews.believed import believed
from kg.lexis.words import any_of
from kg.model import Span

_TRADES: Final = rf"(?P<trades>{title_words()}(?:\s(?:and|&)\s{title_words()})*)"
_SOMEBODY: Final = (
    r"(?:(?:the|a|an|one|some|somebody|someone|a\scertain|the\sbrothers|the\ssisters)\s(?:[a-z-]+\s){0,2}?)?"
    r"(?:(?:called|named)\s)?"
)
_TRADE_BEFORE: Final = re.compile(
    r"(?:^|[\s(“\"—–-])(?P<owner>(?:the|its|his|her)\s"
    rf"|['’]s\s)?(?<!\bart\s)(?<!assistant\s){_TRADES}(?P<comma>,)?\s$",
    re.IGNORECASE,
)
_PARTNER_BEFORE: Final = re.compile(  # "wrote it with his wife, the poet A", "co-wrote the film with its producer, A"
    rf"\b(?:wrote|written|co-wrote|co-written|penned)\b[^.;,]{{0,30}}?\swith\s(?:his|her|its|their|the)\s"
    rf"(?:(?P<trade>{title_words()})|[a-z-]+(?:\s[a-z-]+)?),?\s(?:the\s[a-z-]+\s)?$"
)
_BY: Final = re.compile(rf"(?:,|\sis)\sby\s{_SOMEBODY}$")
_IS_BEFORE: Final = re.compile(rf"\b(?:[Tt]he|[Ii]ts)\s{_TRADES}\s(?:is|was)\s{_SOMEBODY}$")
_BY_BEFORE: Final = re.compile(
    rf"(?:\b[Dd]irected\b(?:(?!\sby\s)[^,.;()]){{0,30}}\sby|\b[Uu]nder\sthe\s(?:direction|guidance)\sof"
    rf"|\b[Bb]ehind\sthe\scamera\s(?:is|was|sits|sat|stands|stood)"
    rf"|,\sin\sa\s(?:film|movie|picture|comedy|drama|thriller)\sby|(?:^It|\bit|\b[Tt]his(?:\sone)?"
    rf"|\b[Tt]he\s(?:film|movie))\s(?:is|was)\s(?:made\s|directed\s)?by"
    r"|\b(?:who|that)\s(?:directed|made)\s(?:this|it|the\s(?:film|movie))(?:\s\w+)?,?(?:\s(?:is|was))?"
    rf"|\bD(?:ir)?:|(?:[Tt]hank\syou|[Tt]hanks|[Bb]ravo),?(?:\sto)?)\s{_SOMEBODY}$"
)
_APART: Final = re.compile(
    r"\b(?:with|like|unlike|from|than|former|future|fellow|another|other|as|named|called"
    r"|late)\s$"
)
_TEAMED: Final = re.compile(r"\b(?:[Ww]orking|[Tt]eam\w*|[Rr]eunit\w+|[Cc]ollaborat\w+)\s(?:[\w-]+\s){0,3}?with\s")
_DIRECTS: Final = re.compile(
    rf"(?:{ASIDE}|,\swho)?\s(?:(?:also|both)\s)?directs"
    r"(?=[.,;]|$|\s(?:with|from|it|this|like|as|in|without|for|himself|herself|\w+ly|(?:his|her)\sown))"
)
_OWN_SCRIPT: Final = re.compile(
    rf"(?:{ASIDE}|,\swho)?\s(?:directs|(?:has\s)?adapt(?:ed|s))\s(?:from\s)?(?:his|her)\sown\s"
)
_VERB: Final = re.compile(rf"(?:{ASIDE})?\s(?:has\s|have\s)?(?:also\s)?(?P<verb>[a-z]+)\s(?P<object>[^.;]+)")
_A_FILM: Final = re.compile(
    rf"(?:an?|the|one\sof|his|her|their|this)\s[^.;,]{{0,50}}?\b(?:{any_of('film_noun')}|directorial\sdebut|story"
    rf"|tale)\b(?!\s(?:debut|star|actor|role|career))"
)
_FILM_ABOUT: Final = re.compile(  # "A's film about …"
    r"['’]s?\s(?:(?:new|latest|first|second|third|debut|own|gentle|quiet|fine|little|strange)\s){0,2}(?:film"
    r"|feature|movie|picture)"
    r"\s(?:about|is|has|of|tells|follows|opens|begins)\b"
)
_TO_TITLE: Final = re.compile(rf"(?:{ASIDE})?(?P<verbs>(?:\s[\w-]+){{1,5}})\s[\"“‘*_]?$")
_APPOSED: Final = re.compile(  # "The Long Road, A's remake of …"
    rf"['’]s?\s(?:[\w-]+\s){{0,3}}?(?:{any_of('film_noun')}|debut|tale|study|portrait|story|account|take|adaptation"
    rf"|reworking)\b"
)
_WORK: Final = (  # "A's strings", "A did the music"
    ("musicBy", r"(?:score|music|strings|soundtrack|themes?|songs\sand\sscore)"),
    ("cinematographer", r"(?:cinematography|photography|camerawork|camera\swork|lensing|lenses|lighting)"),
    ("editor", r"(?:editing|cutting)"),
    ("screenwriter", r"(?:script|screenplay|dialogue)"),
)
_WORKS: Final = tuple(
    (
        relation,
        re.compile(
            rf"(?:['’]s?\s(?!old\s|original\s|earlier\s)(?:[a-z-]+,?\s){{0,3}}?|\s(?:did"
            rf"|does)\s(?:both\s)?(?:the\s)?){words}\b"
        ),
    )
    for relation, words in _WORK
)
_LIGHTS: Final = re.compile(rf"{ASIDE}?\s(?:lights|lenses|photographs)\s(?:it|the|them|everything|all|his|her)\b")
_RANKED: Final = re.compile(  # "A's finest, …", "It is A's second picture"
    r"['’]s?\s(?:(?:own|most\s[a-z]+|very|first|second|third|fourth|fifth|sixth|last|latest|new|newest"
    r"|debut)\s){0,2}?"
    r"(?:(?:finest|best|worst|weakest|strongest|funniest|darkest|masterpiece|debut)(?=[,.;:!]|\s(?:film|movie"
    r"|picture|work|yet|since|to\sdate))"
    r"|(?<=\s)(?:film|movie|picture|feature)\s(?:since|after|as\sa\sdirector)\b)"
)
_NO_DIRECTOR: Final = re.compile(
    r"\s(?:is|was|remains)\s(?:not\s|never\s|a\s|an\s|always\s|\w+er\s|\w+ly\s){1,3}(?:director|film-?maker)s?\b"
)
_CAMERA: Final = re.compile(r"['’]s?\scamera\b(?!\s?(?:man|woman))")
_WHO_MADE: Final = re.compile(
    r",\swhose\s(?:\w+\s){0,2}(?:film|feature|picture|movie|debut|documentary)\b|,\swho\s(?:also\s)?(?:directed"
    r"|made)\s(?:this|it|the\s(?:film|movie|picture))\b|,?\sfor\s(?:making|directing)\b"
)
_FRAMED: Final = re.compile(r"(?:the|his|her|it|them|everything|all|every|in)\b")
_SCRIPTS: Final = re.compile(r"(?:co-)?(?:screen|script)writers?", re.IGNORECASE)  # "the writer A" may be a character
_CREW: Final = frozenset({"director", "cinematographer", "musicBy"})  # trades that plots seldom give to characters


def read_makers(text: str, start: int, end: int, known: frozenset[str], title: str) -> Iterator[Found]:
    """Credits of those who stand behind the camera; a single name must be known from elsewhere."""
    for group in name_groups(text, start, end):
        names = [name for name in believed(text, group, known) if name.of(text) not in title]
        if not names:
            continue
        first, last = names[0], names[-1]
        before = text[max(start, first.start - 90) : first.start]
        after = text[last.end : end]
        lead, led = _led(before, after[:1], title)
        for rule in led:
            cue = Span(first.start - len(before) + lead, last.end)
            yield from (Found(rule.split(".")[0], name, cue, rule) for name in names)
        for relation, pattern in _WORKS:
            if work := pattern.match(text, last.end, end):
                yield Found(relation, last, Span(last.start, work.end()), f"{relation}.maker")
        if " " in last.of(text) and (lit := _LIGHTS.match(text, last.end, end)):
            yield Found("cinematographer", last, Span(last.start, lit.end()), "cinematographer.maker")
        for rule in _trailed(before, after, title, last.of(text)):
            yield from (Found(rule.split(".")[0], name, Span(first.start, end), rule) for name in names)


def _led(before: str, after: str, title: str) -> tuple[int, list[str]]:
    """Where the words before a name begin to give it credits, and the rules of these."""
    if match := _BY_BEFORE.search(before) or _is_by(before, title):
        return match.start(), ["director.maker"]
    if match := _IS_BEFORE.search(before):
        return match.start(), [f"{relation}.maker" for relation in _relations(match["trades"])]
    if match := _PARTNER_BEFORE.search(before):
        return match.start(), ["screenwriter.maker", *(f"{r}.maker" for r in _owned(match["trade"] or "", its=True))]
    match = _TRADE_BEFORE.search(before)
    if match and (not _APART.search(before[: match.start() + 1]) or _is_teamed(before, match["trades"])):
        opens = match.start("trades") == 0 and match["trades"][0].isupper()
        set_apart = bool(match["comma"])  # "The director, A, …"
        if not set_apart or (match["owner"] and after in ",.;:"):
            kind = "maker" if set_apart else "title"
            given = _relations(match["trades"])
            if opens or (match["owner"] or "the ").strip().casefold() != "the":
                given += [r for r in _owned(match["trades"], its=(match["owner"] or "its") == "its ") if r not in given]
            return match.start("trades"), [f"{relation}.{kind}" for relation in given]
    return len(before), []


def _is_teamed(before: str, trades: str) -> bool:
    """Whether the words tell of those whom a film's maker works with ("working with the cinematographer A")."""
    return bool(_TEAMED.search(before)) and "director" not in credits_of("title", trades)


def _is_by(before: str, title: str) -> re.Match[str] | None:
    """The "by" that joins the film's title to the name behind these words ("The Long Road, by …")."""
    match = _BY.search(before)
    return match if match and title and before[: match.start()].rstrip('"”’*_').endswith(title) else None


def _relations(trades: str) -> list[str]:
    """The credits of trades; those of writers and players only where they direct, too."""
    pieces = re.split(r"\s(?:and|&)\s", trades)
    given = list(dict.fromkeys(relation for piece in pieces for relation in credits_of("title", piece)))
    scripts = bool(_SCRIPTS.fullmatch(trades))
    return [
        r for r in given if r in _CREW or ("director" in given and r != "actor") or (scripts and r == "screenwriter")
    ]


def _owned(trades: str, its: bool) -> list[str]:
    """The credits of someone who is called the film's, or its maker's ("its producer", "his screenwriter").

    Editors and producers that are a person's may be characters.
    """
    pieces = re.split(r"\s(?:and|&)\s", trades)
    given = dict.fromkeys(r for piece in pieces for r in credits_of("title", piece) if r != "actor")
    return [r for r in given if its or r not in ("editor", "producer")]


def _trailed(before: str, after: str, title: str, name: str) -> Iterator[str]:
    """The rules of the credits that the words behind a name give it."""
    named = (
        _RANKED.match(after)
        or (_CAMERA.match(after) and " " not in name)
        or _NO_DIRECTOR.match(after)
        or _WHO_MADE.match(after)
    )
    if named or _DIRECTS.match(after) or _FILM_ABOUT.match(after) or _makes(after) or _brings(before, after, title):
        yield "director.maker"
    if _OWN_SCRIPT.match(after):
        yield "screenwriter.maker"


def _makes(after: str) -> bool:
    """Whether someone makes a film here ("has spun the tensest thriller", "films the desert")."""
    match = _VERB.match(after)
    if match is None:
        return False
    if phrases("frames").fullmatch(match["verb"]):
        head = match["object"][:40]
        return bool(_FRAMED.match(head)) and not phrases("figure").search(head)
    return bool(phrases("crafts").fullmatch(match["verb"]) and _A_FILM.match(match["object"]))


def _brings(before: str, after: str, title: str) -> bool:
    """Whether someone makes the film of this title: "A returns with The Long Road", "In The Long Road, A sends …"."""
    if not title:
        return False
    words, found, _ = after.partition(title)
    if found and (match := _TO_TITLE.match(words)) and phrases("brings").search(match["verbs"]):
        return True
    verb = _VERB.match(after)
    if before.rstrip(' "”’*_').endswith(f"{title},") and _APPOSED.match(after):
        return True
    opened = before.rstrip(' ,"”’*_').endswith(title)
    return bool(
        opened
        and re.search(r"\b[Ii]n\s[\"“‘*_]?$", before[: before.rfind(title)])
        and verb
        and phrases("sends").fullmatch(verb["verb"])
    )
