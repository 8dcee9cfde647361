"""Parts given in passing: a reviewer's sentence in, actors and parts out ("As the widow, A …", "A is the widow")."""

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from kg.annotate.credits.found import Found
from kg.annotate.credits.parts import character, is_titled
from kg.annotate.credits.subjects import name_groups
from kg.annotate.critics import phrases
from kg.annotate.reviews.judged import believed
from kg.lexis.given import is_full_name
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.roles import role_at
from kg.lexis.words import any_of
from kg.model import Span

_Casting: TypeAlias = tuple[Span, Span | None]  # the words that cast someone, and the part in them

_DETERMINER: Final = r"(?:an?|the|that|this|his|her|their|its|our|my)"
_NOUN: Final = r"(?!(?:in|of|for|to|with|at|on|from|and|or|is|was|are|who|that)\s)[a-z][\w'’-]*"
_NOUNS: Final = rf"(?:{_NOUN}\s){{0,3}}?{_NOUN}"
_HUNG_ON: Final = r"(?:\s(?:in|of|from|at)\s(?:an?|the|his|her)\s[a-z][\w'’-]*)?"  # "a woman in a window"
_PART: Final = rf"(?i:{_DETERMINER})\s{_NOUNS}"
EPITHET: Final = (  # "the great A", "her own father, B", "a boy named C"
    r"(?:(?:(?:the|an?|that|this)\s(?:(?!(?:that|who|which|one|of|in|is|was|for)\s)[a-z-]+,?\s){1,3}?"
    r"|(?:his|her)\s(?:own\s)?[a-z]+,\s|old\s|young\s|little\s)(?:(?:called|named)\s)?)?"
)
ASIDE: Final = r"(?:,\s[^.;(),]{3,120}?(?:\s\([^()]{2,60}\))?,|\s\([^()]{2,70}\))"
_CLAUSE: Final = r"(?:^|[.;:,—–]\s|\b(?:and|but|while|where|with)\s)"

_ELDER: Final = (
    r"\bthe\s(?:(?:old|first|original|earlier|silent)\s(?:one|film|version|movie)|original|[A-Z][a-z]+\sversion),?"
)

_AS_BEFORE: Final = re.compile(
    rf"(?:^As|[,;:—–]\sas|\b(?:and|but|while"
    rf"|with),?\sas)\s(?P<part>[^.;()]{{3,90}}?),\s{EPITHET}$"
)
_AS_IS_BEFORE: Final = re.compile(  # "Opposite him as the widow is A"
    rf"\b(?:as|in\sthe\s(?:role|part)\sof)\s(?P<part>[^.;()]{{3,60}}?)\s(?:is|are|was|we\s(?:have|get)|comes|stands)\s{EPITHET}$"
)
_IS_BEFORE: Final = re.compile(
    rf"{_CLAUSE}(?P<part>{_PART})(?:\s(?:who|that|whom)\s[^.;,]{{3,60}},?)?(?:,?\s(?:an?|the)\s[^.;,]{{3,60}},)?\s(?:is|are|was|were)\s(?:of\scourse\s"
    rf"|none\sother\sthan\s)?{EPITHET}(?:\w+,\s)?$"
)
_BRACKET_BEFORE: Final = re.compile(
    rf"\b(?P<part>(?i:{_DETERMINER})\s[\"“‘]?{_NOUNS}(?:\s{NAME})?[\"”’]?{_HUNG_ON})\s\((?:(?:played"
    rf"|voiced)\sby\s)?{EPITHET}$"
)
_PLAYED_BEFORE: Final = re.compile(
    rf"(?:{_CLAUSE}|\b(?:does|do|is|are|has)\s)(?P<part>{_PART})(?:,\s[^.;]{{2,70}},|,|\s(?:to|who|whom|that|of|in|from)\s[^,.;]{{2,70}})?"
    rf"\s(?:(?:is|was|are|were)\s)?(?:[a-z]+ly\s)?(?:played|voiced|portrayed)\s(?:[a-z]+ly\s|here\s|(?:at|as)\s[\w-]+\s(?:[\w-]+\s)?)?by\s{EPITHET}$"
)
_PLAYED_FIRST: Final = re.compile(  # "Played with gusto by A, Holt is …"
    rf"(?:As\s)?(?:[Pp]layed|[Vv]oiced|[Pp]ortrayed|[Ee]mbodied)\s(?:[a-z]+\s){{0,6}}?by\s{EPITHET}(?P<name>(?=\S+\s){NAME})"
    rf",\s(?:(?:who|whose|with)\s[^,.;]{{3,60}},\s)?(?P<part>{NAME}|{_PART})\s(?:is|was|has|[a-z]+s)\b"
)
_SOMEHOW_BEFORE: Final = re.compile(  # "who is played, with real bite, by the dancer A"
    rf"\b(?:is|was|are|were)\s(?:also\s)?(?:played|voiced|portrayed),\s[^.;()]{{3,60}}?,\sby\s{EPITHET}$"
)
_VOICED_BEFORE: Final = re.compile(rf"(?:^|[;:]\s)(?:Voiced|Played|Portrayed)\s(?:[a-z]+\s){{0,6}}?by\s{EPITHET}$")
_PLAYED_TOO_BEFORE: Final = re.compile(  # "A is played by B, and C by D"
    rf"\b(?:played|voiced|portrayed)\s(?:(?:at|as)\s[\w-]+\s)?by\s.*?,?\sand\s(?:(?:at|as)\s[\w-]+|(?P<part>[^,.;()]{{3,50}}?))\sby\s{EPITHET}$"
)
_HAS_BEFORE: Final = re.compile(
    rf"\b(?:(?:[Ii]t|film|movie|picture|one)\s(?:also\s)?has|has\scast|have\scast|casts|gives\sus"
    rf"|got)\s{EPITHET}(?:(?:[a-z]+,\s)+[a-z]+\s)?$"
)
_EPITHETED_BEFORE: Final = re.compile(  # "Nils (the then unknown A)"
    rf"(?<![\w’'-])(?P<part>{NAME})\s\((?:(?:played|voiced)\sby\s)?(?:an?|the)\s(?:[a-z-]+,?\s){{1,3}}$"
)
_WENT_BEFORE: Final = re.compile(
    r"\b(?:part|role|it)\s(?:\w+ly\s|then\s|in\sthe\send\s)?(?:went|goes|fell)\sto\s"
    rf"(?:(?:[\w'’-]+\s){{1,4}}?[a-z]+,\s|{EPITHET})$"
)
_HERO_BEFORE: Final = re.compile(
    r"\b(?:[Oo]ur\s(?:hero|heroine)|out-?acts|in\sthe\s(?:person|shape|form|guise|figure)\sof)\s(?:the\s[a-z]+\s)?$"
)
_AS_WELL_BEFORE: Final = re.compile(  # "Her priest is A; her manager, B"
    rf"\b(?:is|was|are)\s(?:[a-z]+\s){{0,3}}{NAME}[;,]\s(?:and\s)?(?P<part>{_PART}),\s{EPITHET}$"
)
_WHOM_BEFORE: Final = re.compile(rf"(?P<part>(?:{_DETERMINER}\s|{UPPER})[^,.;()]{{2,40}}?),?\swhom?\s$")

_LISTED_BEFORE: Final = re.compile(rf"\bas\s(?:the|an?|his|her)\s{_NOUNS},?\sand\s{EPITHET}$")  # "A as the widow and B"
_ELDER_BEFORE: Final = re.compile(rf"{_ELDER}\swith\s{EPITHET}$")
_BEFORE: Final = (  # each with what has to stand there for it to match, which is quicker to see
    ("s ", _AS_BEFORE),
    (" ", _IS_BEFORE),
    ("as ", _AS_IS_BEFORE),
    ("(", _BRACKET_BEFORE),
    ("by ", _PLAYED_BEFORE),
    ("by ", _PLAYED_TOO_BEFORE),
    ("by ", _SOMEHOW_BEFORE),
    ("by ", _VOICED_BEFORE),
    ("who", _WHOM_BEFORE),
    (" ", _HAS_BEFORE),
    (" ", _HERO_BEFORE),
    ("(", _EPITHETED_BEFORE),
    (" to ", _WENT_BEFORE),
    (", ", _AS_WELL_BEFORE),
    ("as ", _LISTED_BEFORE),
    ("with ", _ELDER_BEFORE),
)

_IS_AFTER: Final = re.compile(
    rf"{ASIDE}?\s(?:is|are|was|were)\s(?:(?:of\scourse|also|again)\s)?(?=(?P<kind>the|his"
    rf"|her|their|that|our|an?)\s[a-z])"
)
_IS_NAMED: Final = re.compile(
    rf"{ASIDE}?\s(?:is|was|IS|WAS)\s(?P<part>{NAME})(?=[.,;:]|$|\s(?:and|who|whose|the|an?)\b)"
)
_BRACKET_AFTER: Final = re.compile(r"\s\((?=(?:the|an?|his|her|their)\s[a-z][\w’' -]{2,40}\))")  # "A (the deputy)"
_WHOSE_AFTER: Final = re.compile(  # "A, whose Sam is no saint"
    rf",\swhose\s(?P<part>{NAME})\s(?:is|was|has|remains|seems|makes|comes|never|can|does)\b"
)
_OWNED_AFTER: Final = re.compile(
    rf"['’]s?\s(?:(?!and\b|or\b|in\b|of\b|with\b)[a-z-]+,?\s){{0,2}}?(?P<part>{NAME})(?![\w’'])(?!['’]s)"
)
_AS_AFTER: Final = re.compile(
    rf"{ASIDE}?(?:,\swho,?)?(?:\s(?:back|again|himself|herself))?,?\sas\s(?=(?:{_DETERMINER}\s|{UPPER}))"
)
_DOES_AS: Final = re.compile(
    rf"{ASIDE}?\s(?P<verb>[a-z]+)\s(?:[^,.;()]{{0,45}}?\s)?as\s(?=(?P<kind>{_DETERMINER})\s|{UPPER})"
)
_GLIMPSED: Final = re.compile(
    rf"{ASIDE}?\s(?:(?:him|her)self\s)?(?:can|may|is|are)\s(?:also\s)?(?:be\s)?(?:seen|glimpsed|spotted|heard|found)\s"
    rf"(?:[^,.;()]{{0,30}}?\s)?as\s(?={_DETERMINER}\s|{UPPER})"
)
_PLAYS: Final = re.compile(
    rf"{ASIDE}?\s(?:(?:also|both|then)\s)*(?:has\splayed|{any_of('playing')})\s(?!by\b"
    rf"|with\b|out\b|it\b)"
)
_ALSO_APPEARS: Final = re.compile(  # "A also edited, did the sound and appears as the debt collector"
    r"\s(?:also\s)?(?:directs|directed|wrote|writes|edits|edited|produced|produces)\b[^.;()]{0,60}?\sand\s(?:also\s)?"
    rf"(?:appears|turns\sup|shows\sup|pops\sup)\sas\s(?={_DETERMINER}\s|{UPPER})"
)
_PLAYING: Final = re.compile(
    r",\s(?:here\s)?(?:playing|portraying|voicing)\s(?!with\b|out\b|off\b|against\b|opposite\b)"
)
_GAPPED: Final = re.compile(rf"{ASIDE}?,?\s(?=(?:the|an?|his|her)\s[a-z])")
_SEPARATED: Final = re.compile(
    r"(?:,\s(?:the|an?|his|her)\s[^.;,]{2,40})?(?:\s(?:who|that|whose|with)\s[^.;,]{2,60})?\s?[,;]\s(?:and\s|while\s)?$"
)
_FIGURE: Final = re.compile(
    rf"(?:{_PART}|(?i:{_DETERMINER})\s{UPPER}[\w-]+\s{_NOUN}|{UPPER}[\w-]+['’]s\s{_NOUNS})(?:\s|$)"
)
_NOT_THIS: Final = re.compile(r"\b(?:sequels?|prequels?|follow-ups?|(?:a|any|another)\sremake|next\sone)\b[^.;]*$")
_SEEN: Final = re.compile(
    r"\b(?:remembers?|sees?|regards?|knows?|depicts?|shows?|treats?|paints?|describes?"
    r"|recalls?|thinks?\sof)\s$"
)
_MAKER: Final = re.compile(r",\swho\s(?:also\s)?(?:directs?|directed|writes|wrote)\b")
_ELDER_FILM: Final = re.compile(rf"{_ELDER}\swith\b|^[Ii]n\sthat\s(?:one|film|version|movie)\b")
_NAMES_ONLY: Final = re.compile(r"(?:,\s(?:and\s)?|\sand\s|[.!])*")  # what stands around the names of a bare list
_FEWEST_LISTED: Final = 3
_NOT_NOW: Final = re.compile(
    r"an?\s(?:former|retired|real|real-life|trained|fine|great|wonderful|brilliant|good|bad|terrific)\s"
)
_AGENT: Final = re.compile(  # whom a part without a name may be: "a bounty hunter", "an antiques dealer with a limp"
    r"an?\s(?!(?:former|retired|real|real-life|born|natural|trained|gifted|fine|great|wonderful|brilliant|good|better|bad|terrific"
    r"|splendid|generous|skilled|master|born|true|first-time|clear|worthy|bit|little|lot)\b)(?:(?!(?:who|that|with|in|of|from)\s)[\w'’-]+\s){0,3}?"
    r"(?!(?:wonder|winner|disaster|performer|player|charmer|scene-stealer|stealer|talent|presence|newcomer|matter|answer|moment|element"
    r"|achievement|disappointment|bore|character|listener|crier|comer|treasure|accident|argument|event|letter|chapter|thriller"
    r"|believer|non-starter|star|superstar|looker|man|woman)\b)"
    r"[a-z-]+(?:er|or|ist|ian|eer|ess|ant|ent|ard|ief|wife|boy|girl|smith|mate)s?(?=$|\s(?:who|with|in|of|from|at|on|whose|to|for|by|that)\b|,)"
)
_CLOSED: Final = re.compile(r"(?:,[^()]{2,70})?\)")
_VERB: Final = re.compile(
    r"\s(?:(?:is|was|are|were|has|had|does|did|can|could|will|would|while)\s"
    r"|(?:[a-z]+ed|mistaken|taken|sent|torn|caught|left|lost|bent)\s(?:for|by|to|with|in|from|between|on|at|into)\b)"
)
_DONE: Final = re.compile(r"(?<=[a-z])\s(?:[a-z]{3,}ed|known|sent|caught|born|seen)$")
_NAMED_BEFORE: Final = re.compile(rf"(?<![\w’'-])(?P<part>{NAME})\s\($")  # "Holt (Maria Lund, radiant)"
_ADJECTIVE_AFTER: Final = re.compile(r",\s(?!an?\s|the\s|who\s)(?:[a-z-]+,?\s){0,4}[a-z-]+\)")
_PLAYING_IT: Final = re.compile(r"\b(?:plays?|playing|played|portrays|portraying|as)\s$")
_BYNAMED: Final = re.compile(rf"(?P<name>{NAME}),?\sthe\s[a-z]")
_NO_ACTOR: Final = re.compile(  # "Holt (Lund)", "Holt, played by Lund": these name characters
    rf"\s\({UPPER}|,?\s(?:who\sis\s)?(?:played|voiced|portrayed)\s[^.;,]{{0,30}}?by\s"
)


def read_castings(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[Found]:
    """The actors of a sentence with their parts; a single name must be known from elsewhere."""
    if first := _PLAYED_FIRST.match(text, start, end):
        yield Found("actor", Span(*first.span("name")), Span(*first.span()), "actor.part", Span(*first.span("part")))
    gapped = 0  # where "plays X" left off, for "…, B the widow"
    for group in name_groups(text, start, end):
        names = believed(text, group, known)
        if not names or _NO_ACTOR.match(text, names[-1].end, end):
            continue
        titled = is_titled(names[-1].of(text)) and _IS_NAMED.match(text, names[-1].end, end)
        if titled:  # "Judge Holt is Ada Crane"
            whole = Span(names[-1].start, titled.end())
            yield Found("actor", Span(*titled.span("part")), whole, "actor.part", names[-1])
            continue
        before = text[max(start, names[0].start - 160) : names[0].start]
        if (named := _NAMED_BEFORE.search(before)) and _ADJECTIVE_AFTER.match(text, names[-1].end, end):
            offset = names[0].start - len(before)
            holder = Span(offset + named.start("part"), offset + named.end("part"))
            yield Found("actor", names[-1], Span(holder.start, names[-1].end), "actor.part", holder)
            continue
        lead = _led(before, names[0].start - len(before), bool(_MAKER.match(text, names[-1].end, end)))
        tail, left = _trailed(text, names, end, gapped)
        gapped = left or gapped
        if _NOT_THIS.search(before):
            continue
        if start == names[0].start and _is_bare_list(text, names, end):
            yield from (Found("actor", name, Span(start, end), "actor.listed") for name in names)
        elif found := _seen(before, tail) or _closed(text, names[-1].end, before, lead):
            cue, part = found
            relation = "originalActor" if _ELDER_FILM.search(before) else "actor"
            whole = Span(min(cue.start, names[0].start), max(cue.end, names[-1].end))
            for name in names:
                yield Found(relation, name, whole, "actor.part", part if len(names) == 1 else None)


def _is_bare_list(text: str, names: list[Span], end: int) -> bool:
    """Whether a sentence is nothing but these names, as in capsule reviews."""
    return len(names) >= _FEWEST_LISTED and bool(_NAMES_ONLY.fullmatch(text, names[-1].end, end))


def _seen(before: str, tail: _Casting | None) -> _Casting | None:
    """What trails a name, unless a mere view of its bearer ("history remembers A as …")."""
    return None if _SEEN.search(before) else tail


def _closed(text: str, end: int, before: str, lead: _Casting | None) -> _Casting | None:
    """What leads to a name, unless the name owns what follows or its bracket stays open."""
    owns = text.startswith(("'s", "’s"), end)
    opens = bool(re.search(rf"\({EPITHET}$", before))
    return None if owns or opens != bool(_CLOSED.match(text, end)) else lead


def _led(before: str, offset: int, makes: bool) -> _Casting | None:
    """What makes the name behind these words an actor's: the words, and the part in them.

    Of someone who `makes` the film too, that it has them does not say that they act.
    """
    for needed, pattern in _BEFORE:
        if needed in before and (match := pattern.search(before)) and not (makes and pattern is _HAS_BEFORE):
            if pattern is _BRACKET_BEFORE and _PLAYING_IT.search(before[: match.start()]):  # "A plays a jerk (Holt)"
                continue
            cue = Span(offset + match.start(), offset + match.end())
            if "part" not in pattern.groupindex:
                return cue, None
            if match["part"] is None:
                return cue, None
            part = Span(*match.span("part"))
            if pattern is _AS_BEFORE:
                part = role_at(before, part.start, part.end) or part
            if is_part(part.of(before)):
                return cue, Span(offset + part.start, offset + part.end)
    return None


def _trailed(text: str, names: list[Span], end: int, gapped: int) -> tuple[_Casting | None, int]:
    """What makes the names before these words actors', and where a list of parts goes on that one verb opens."""
    after = names[-1].end
    if gapped and _SEPARATED.fullmatch(text[gapped : names[0].start]) and (match := _GAPPED.match(text, after, end)):
        part = role_at(text, match.end(), end)
        if part and is_part(part.of(text)):
            return (Span(names[0].start, part.end), part), part.end
    if match := _PLAYING.match(text, after, end):
        part = _cut(text, role_at(text, match.end(), end))
        if part and is_part(part.of(text)):
            return (Span(names[0].start, part.end), part), part.end
    if match := _PLAYS.match(text, after, end):  # a credit that kg/annotate/subjects.py reads
        part = role_at(text, match.end(), end)
        told = part if part and is_part(part.of(text)) else None
        told = _cut(text, told) if told and _BYNAMED.match(text, told.start, told.end) else told
        aside = (Span(names[0].start, match.end()), told) if "(" in match[0] else None  # "A and B (both from …) play"
        return aside, part.end if part else 0
    if len(names) == 1 and (match := _BRACKET_AFTER.match(text, after, end)):
        part = Span(match.end(), text.index(")", match.end()))
        if is_part(part.of(text)):
            return (Span(names[0].start, part.end), part), part.end
    if match := _WHOSE_AFTER.match(text, after, end) or _owned_part(text, names, end):
        part = Span(*match.span("part"))
        if is_full_name(f"{match['part']} Bell") or is_titled(match["part"]) or _recurs(text, match["part"]):
            return (Span(names[0].start, part.end), part), part.end
    if (match := _IS_NAMED.match(text, after, end)) and _is_new(match["part"], names, text):
        part = Span(*match.span("part"))
        return (Span(names[0].start, part.end), part), part.end
    for pattern in (_IS_AFTER, _AS_AFTER, _GLIMPSED, _DOES_AS, _ALSO_APPEARS):
        if match := pattern.match(text, after, end):
            part = _cut(text, role_at(text, match.end(), end))
            if part and _gives(match, part.of(text)) and _is_new(part.of(text), names, text):
                vague = match.groupdict().get("kind") in ("a", "an")
                noun = phrases("figure").search(text, part.start, part.end) if vague else None
                cue = Span(names[0].start, part.end)
                return (cue, Span(part.start, noun.end()) if noun else part), part.end
    return None, 0


def _owned_part(text: str, names: list[Span], end: int) -> re.Match[str] | None:
    """The part of "A's Sam is no saint": someone of a given name, of whom the sentence goes on to tell."""
    match = _OWNED_AFTER.match(text, names[-1].end, end)
    return (
        match
        if match and re.match(r"\s(?:is|was|has|remains|seems|[a-z]+s)\b|,\s(?:an?|the|who)\s", text[match.end() : end])
        else None
    )


def _recurs(text: str, name: str) -> bool:
    """Whether a single name comes back, as those of characters do and those of places seldom."""
    return " " not in name and len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)) > 1


def _is_new(part: str, names: list[Span], text: str) -> bool:
    """Whether "A is B" names A's part: B is a name of its own and no word for where A comes from."""
    own = {word for name in names for word in name.of(text).split()}
    return opens_a_name(part.split(" ", 1)[0]) and own.isdisjoint(part.split()) and not part.isupper()


def _cut(text: str, part: Span | None) -> Span | None:
    """A part without the verb behind it ("as the monk steals the film")."""
    if part:  # "as a nun??"
        part = Span(part.start, part.start + len(part.of(text).rstrip("?!")))
    if part and (named := _BYNAMED.match(text, part.start, part.end)):  # "as Mick the shearer"
        part = Span(part.start, named.end("name"))
    if part and ")" in part.of(text) and "(" not in part.of(text):
        part = Span(part.start, text.index(")", part.start))
    if part and (done := _DONE.search(part.of(text))):  # "as an heiress invented for the film"
        part = Span(part.start, part.start + done.start())
    for verbs in (_VERB, phrases("gives")):
        verb = part and verbs.search(text, part.start + 2, part.end)
        if part and verb and verb.start() - 1 > part.start:
            part = Span(part.start, verb.start() - (verb[0][0] != " "))
    return part


def _gives(match: re.Match[str], part: str) -> bool:
    """Whether a match gives a part: what "is a …" calls someone must be a trade of characters, not of the cinema."""
    said = match.groupdict()
    verb, vague = said.get("verb"), said.get("kind") in ("a", "an")
    if verb and (phrases("not_acting").fullmatch(verb) or (vague and not _may_shine(verb))):
        return False
    if vague and not verb and _NOT_NOW.match(part):
        return False
    if vague and not verb and not phrases("figure").search(part) and not _AGENT.match(part):
        return False
    return is_part(part)


def _may_shine(verb: str) -> bool:
    """Whether a verb of performing gives a part even where it is but "a nurse"."""
    return bool(phrases("shines").fullmatch(verb) or phrases("gives").fullmatch(verb))


def is_part(words: str) -> bool:
    """Whether these words can be a part: a character's name, or a figure ("the widow") that is no film trade."""
    if character(words):
        return True
    return bool(_FIGURE.match(words)) and not phrases("no_part").search(words)
