"""Credits whose names come before the verb: "A and B star as …", "A wrote the film", "A's directorial debut"."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.cues import credits_of, title_words, verb_pattern, verb_words
from kg.annotate.prose import BLOT
from kg.lexis.letters import UPPER
from kg.lexis.lists import listed
from kg.lexis.names import NAME, names_in
from kg.lexis.roles import role_at, shared_roles
from kg.lexis.words import any_of
from kg.model import Span

_JOINED: Final = re.compile(r"\s?(?:,\s(?:and\s|&\s)?|\s(?:and|&|alongside|with)\s)$|^,?\s(?:and|&)\s$|^,\s$")
_DOES: Final = (  # "A wrote, directed and starred in"
    r"(?:\s(?:(?:directs?|directed|wrote|writes|co-wrote|produced|produces|narrates|narrated)(?:,\s(?:and\s)?|\sand\s)){1,3}(?:also\s)?|\s)"
)
_TAKEN: Final = re.compile(r"\b(?:by|starring|stars)\s$")
_PLAYS: Final = re.compile(rf"(?:,?\s(?:who|also|both|then|later|respectively))*,?{_DOES}{any_of('playing')}\s(?!by\b)")
_WITH: Final = re.compile(r",?\s(?:(?:and\s)?(?:with|alongside|along\swith|joined\sby|opposite)|while|and)\s")
_GAPPED: Final = re.compile(  # "A plays the spy Mo, B her brother Jo, and the Swedish actor C the defector Bo"
    rf"[,;]\s(?:(?:and|while)\s)?(?:the\s(?:[\w-]+\s){{0,2}}?{any_of('who')}\s)?(?P<name>(?!the\s)(?=\S+\s{UPPER}){NAME})\s(?:is\s|as\s)?"
    r"(?P<role>(?:the|an?|his|her|their)\s(?!(?:film|script|score|screenplay)\b)[^,;.()]{3,60}?)(?=[,;.]|\s\(|$)"
)
_AS: Final = re.compile(r"\s(?:in\s[^,.;]{0,40}?)?as\s")
_RELATIVE: Final = re.compile(
    r"\s(?:in|making)\s(?:his|her|their)\s[^,.;]{3,50}(?=,\swho)|,\s(?:who|the\s(?!film|movie|picture|story)|an?\s|whose|best\sknown|then"
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
    r"|earned|awarded)\s[^.;]{0,80}?(?:\bBest\s(?:Supporting\s)?(?:Actor|Actress)\b"
    r"|\bfor\s(?:his|her|their)\s(?:\w+\s)?(?:performances?|roles?|portrayals?)\b|(?P<wrote>\bBest\s[^.;]{0,30}?Screenplay\b))"
)
_PRIZE: Final = re.compile(r"(?:Awards?|Festival|Prizes?|Academy)$")  # "At the 4th Lantern Awards, it won"
_STARS: Final = re.compile(
    rf",?(?:\swho)?(?:\s(?:also|both|all|then|again|himself|herself))*{_DOES}(?:co-?stars?|stars?|starred|co-?starred"
    r"|headlines?|headlined|feature|topline|co-headline|leads?\sthe\scast|heads?\sthe\scast"
    r"|led\sthe\scast)(?=\s(?:in\sthe\s|in\sthis|as\s|opposite|alongside|with\s|together)|[.,;]|$"
    r"|\sin\s(?:the\s)?(?:film|movie|it|both))"
    r"|\sas\sthe\s(?:[\w-]+\s){0,2}(?:cast|stars|leads)(?=[.,;]|$)"
    r"|,?\s(?:also\s|only\s|briefly\s)?(?:appears?|appeared)\sin\s(?:one|two|several|a)\s(?:\w+\s)?scenes?\b"
    r"|,?\s(?:are|is|were|was)\s(?:also\s)?(?:featured|seen|cast)(?=[.,;]|$)|\salso\sappear(?:s|ed)?(?=[.,;]|$)"
    r"|\s(?:also\s)?return(?:s|ed)?\s(?=as\s|from\sthe\s(?:previous|first|original)\sfilm)|,?\s(?:(?:co-)?starring|appearing)(?=\sas\s|[.,;]|$)"
    r"|,?\s(?:who\s)?(?:also\s)?(?:cameos?|cameoed|(?:appears?|appeared)\sbriefly)\b"
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
    r"['’]s?\s(?:[\w-]+\s){0,3}?(?:film|screen|acting|feature|feature\sfilm|movie|on-screen|big-screen)\sdebuts?\b"
    r"|['’]s?\s(?:[\w-]+\s){0,2}?(?:first|last|final|earliest)\s(?:[\w-]+\s){0,3}?(?:roles?"
    r"|(?:film|screen|on-screen)\sappearances?)\b"
)
_LAST: Final = re.compile(
    r"['’]s?\s(?:last|final)\s(?:[a-z-]+\s){0,2}?(?:film|movie|picture)(?=[.,;]|$|\s(?:before|until|and)\b)"
)
_THIS_IS: Final = re.compile(r"\b(?:is|was|be)\s$")
_TRADES: Final = title_words()
_BEING: Final = re.compile(
    rf"(?:,\swho)?\s(?:is|was|served\sas|serves\sas|acted\sas|acts\sas|worked\sas|doubles\sas|doubled\sas|serving\sas"
    rf"|acting\sas)\s(?:both\s|also\s)*(?:the\s|its\s|(?<=\sas\s)an?\s|the\sfilm['’]s\s)?"
    rf"(?P<trades>{_TRADES}(?:(?:,\s(?:and\s)?|\s(?:and|&)\s)(?:the\s)?{_TRADES})*)(?=[\s,.;]|$)(?!\s(?:of|who"
    rf"|{UPPER}))"
)
_AS_TRADE: Final = re.compile(rf"\s(?:serving\s|acting\s)?as\s(?:the\s|its\s)?(?P<trades>{_TRADES})(?=[,.;]|\sand\s|$)")
_DIRECTING: Final = re.compile(r"\s(?:co-)?directing(?=[.,;]|$|\s(?:an?|the|from|it|and)\b)")  # "with A directing"
_LATTER: Final = re.compile(r",\sthe\slatter\s(?:also\s|of\swhom\s|who\s)*(?:directing|directed|directs)\b")
_OWN_FILM: Final = re.compile(  # "director A's final film"
    r"['’]s?\s(?:[\w-]+\s){0,2}?(?:first|second|third|fourth|fifth|last|final|latest|next|debut)\s(?:[\w-]+\s){0,2}?"
    r"(?:film|feature|movie|picture)\b"
)
_IN_ROLE: Final = re.compile(r"\sas\s(?:(?!\sas\s)[^.;()]){2,60}?(?=,\swho\s)")  # "A as Mo, who also wrote it"
_SCRIPT_THAT: Final = re.compile(r"\b(?:screenplay|script)\s(?:that\s|which\s)?$")
_RELATIVE_TO: Final = re.compile(r"\b(?:that|which)\s$")  # "the play that A adapted"
_FOR_THE_SCREEN: Final = re.compile(r"\s(?:it\s)?(?:for|to)\sthe\sscreen\b")
_AND_VERB: Final = re.compile(r"(?<=\sfilm)\sand(?:\salso)?(?=\s)|(?<=\sit)\sand(?:\salso)?(?=\s)")
_ADAPTED: Final = re.compile(r"\s(?!from\b)(?:[\w.'’-]+\s){1,6}?(?:novel|novella|play|book|story|memoir)\b")
_WROTE_OTHER: Final = re.compile(
    r"\s(?:also\s)?(?:co-)?(?:wrote|writes|composed|composes)\s(?:the\s|its\s|some\s|all\s"
    r"|most\sof\sthe\s)?(?:\w+\s)?(?:(?P<music>score|music|soundtrack)|songs?|lyrics|novels?|books?|play|theme"
    r"|lines|lyric)\b(?!\sand\s(?:the\s)?(?:screenplay|script))"
)
_OBJECT: Final = re.compile(
    r"^\s(?:and\s[\w\s]{0,30})?(?:(?:both\s)?(?:the|its)\s(?!(?:first|last|previous|original|earlier|other)\s(?:\w+\s){0,2}films?\b)(?:[\w-]+\s){0,3}?(?:film|movie|picture|screenplay|script|score|music|story"
    r"|remake|adaptation|production|project|feature|series|short|documentary|version|original\s(?:screenplay|score"
    r"|music)|film's)|it\b|this|from\s(?:a|his|her|their)|himself|herself|its|his\sown|her\sown|all\sthree)|^[.,;]"
    r"|^$",
)


def read_subjects(text: str, start: int, end: int, known: frozenset[str], title: str) -> Iterator[Found]:
    """Credits of the names that are the subject of a verb of the trade; its object may be the film's own title."""
    used = start
    for group in name_groups(text, start, end):
        believed = takewhile(lambda n: " " in n.of(text) or n.of(text) in known, reversed(group))
        names = _own_clause(text, [name for name in believed if name.start >= used][::-1])
        if not names:
            continue
        after = names[-1].end
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


def _own_clause(text: str, names: list[Span]) -> list[Span]:
    """The names without those that a cue before them has taken: "directed by A, and B and C wrote …"."""
    if not names or not _TAKEN.search(text, max(0, names[0].start - 10), names[0].start):
        return names
    breaks = [i for i in range(1, len(names)) if text.startswith(", and ", names[i - 1].end)]
    return names[breaks[-1] :] if breaks and breaks[-1] < len(names) - 1 else names


def _acting(text: str, names: list[Span], after: int, end: int) -> Iterator[Found]:
    match = _STARS.match(text, after, end) or _IN_PARTS.match(text, after, end)
    if not match and (aside := _RELATIVE.match(text, after, end)):
        after = aside.end()
        match = _STARS.match(text, after, end) or _IN_PARTS.match(text, after, end)
    if match:
        roles = _roles(text, names, match.end(), end)
        for name, role in zip(names, roles, strict=True):
            yield Found("actor", name, Span(names[0].start, match.end()), "actor.subject", role, match[0])
        return
    if match := _PLAYS.match(text, after, end):
        told = names[-1:] if match[0].startswith(", who") else names  # "between A and B, who plays X"
        role = role_at(text, match.end(), end) if len(told) == 1 else None
        for name in told:
            yield Found("actor", name, Span(told[0].start, match.end()), "actor.plays", role)
        yield from _others(text, role.end if role else match.end(), end)
        return
    if match := _AWARDED.match(text, after, end):
        names = [name for name in names if not _PRIZE.search(text, name.start, name.end)]
        relation = "screenwriter" if match["wrote"] else "actor"
        for name in names[-1:] if match[0].startswith(" was") else names:
            yield Found(relation, name, Span(names[0].start, match.end()), f"{relation}.awarded")
        return
    if (match := _LAST.match(text, after, end)) and _THIS_IS.search(text, max(0, names[0].start - 12), names[0].start):
        yield Found("actor", names[-1], Span(names[-1].start, match.end()), "actor.last")
        return
    if match := _ACTED.match(text, after, end):
        for name in names:
            yield Found("actor", name, Span(names[0].start, match.end()), "actor.debut")


def _roles(text: str, names: list[Span], after: int, end: int) -> list[Span | None]:
    """The role of each name: one that follows a single name, or as many as there are names."""
    lead = _AS.match(text, after, end)
    if lead and len(names) == 1:
        return [role_at(text, lead.end(), end)]
    roles = shared_roles(text, lead.end(), end, len(names)) if lead else []
    return [*roles] if len(roles) == len(names) else [None] * len(names)


def _others(text: str, position: int, end: int) -> Iterator[Found]:
    """The rest of a cast that one verb opens: "A plays X, with B as Y and C as Z"."""
    if lead := _WITH.match(text, position, end):
        for item in listed(text, lead.end(), end, cast=True):
            yield Found("actor", item.name, Span(lead.start(), item.end), "actor.plays", item.role, item.note)
    while gapped := _GAPPED.match(text, position, end):
        cue, name = Span(position, gapped.end()), Span(*gapped.span("name"))
        yield Found("actor", name, cue, "actor.plays", Span(*gapped.span("role")))
        position = gapped.end()


def _making(text: str, names: list[Span], after: int, end: int, title: str) -> Iterator[Found]:
    """Credits behind the camera; an aside or a role may stand between the names and the verb."""
    made = list(_made(text, names, after, end, title))
    for between in () if made else (_RELATIVE, _IN_ROLE):
        if aside := between.match(text, after, end):
            made = made or list(_made(text, names, aside.end(), end, title))
    yield from made


def _made(text: str, names: list[Span], after: int, end: int, title: str) -> Iterator[Found]:
    last = names[-1]
    before = text[max(0, names[0].start - 12) : names[0].start]
    if match := _BEING.match(text, after, end) or (
        before.casefold().endswith("with ") and _AS_TRADE.match(text, after, end)
    ):
        for trade in re.split(r",\s*(?:and\s)?|\s(?:and|&)\s|/", match["trades"]):
            for relation in credits_of("title", trade.strip()):
                if relation != "actor":
                    yield Found(relation, last, Span(last.start, match.end()), f"{relation}.being")
        return
    if match := _POSSESSED.match(text, after, end) or _DEBUTS.match(text, after, end):
        yield Found("director", last, Span(last.start, match.end()), "director.debut")
        return
    if before.endswith("director ") and (match := _OWN_FILM.match(text, after, end)):
        yield Found("director", last, Span(last.start, match.end()), "director.debut")
        return
    if match := (before.casefold().endswith("with ") and _DIRECTING.match(text, after, end)) or _LATTER.match(
        text, after, end
    ):
        yield Found("director", last, Span(last.start, match.end()), "director.verb")
        return
    yield from _did(text, names, after, end, title)


def _did(text: str, names: list[Span], after: int, end: int, title: str) -> Iterator[Found]:
    """Credits of the subjects of a verb: "A and B wrote and directed the film"."""
    match = verb_pattern().match(text, after, end)
    if not match:
        return
    before = text[max(0, names[0].start - 24) : names[0].start]
    words = [m[0] for m in verb_words().finditer(match["verbs"])]
    if _SCRIPT_THAT.search(before):  # "from a screenplay that A and B co-wrote"
        yield from _of_verbs(words, names, match.end("verbs"), frozenset({"screenwriter"}))
    if _RELATIVE_TO.search(before):
        if _FOR_THE_SCREEN.match(match["after"]):  # "a novel that A adapted for the screen"
            yield from _of_verbs(words, names, match.end("verbs"), frozenset({"screenwriter"}))
        return
    if not _of_the_film(words, match["after"], title):
        return
    if wrote := _WROTE_OTHER.match(text, after, end):
        if wrote["music"]:
            yield Found("musicBy", names[-1], Span(names[-1].start, wrote.end()), "musicBy.verb")
        return
    yield from _of_verbs(words, names, match.end("verbs"))
    again = _AND_VERB.search(text, match.end("verbs"), end)
    if again and (more := verb_pattern().match(text, again.end(), end)):
        words = [m[0] for m in verb_words().finditer(more["verbs"])]
        if _of_the_film(words, more["after"], title) and not _WROTE_OTHER.match(text, again.end(), end):
            yield from _of_verbs(words, names, more.end("verbs"))


def _of_the_film(verbs: list[str], object: str, title: str) -> bool:
    """Whether what was made is the film: "directed the film", "adapted the novel", "wrote" and its title."""
    adapted = verbs[-1].casefold().startswith("adapt") and _ADAPTED.match(object)
    stars = len(verbs) > 1 and verbs[-1].casefold().startswith("star") and re.match(r"\s(?:as|in)\b|[.,]|$", object)
    return bool(adapted or stars or _OBJECT.search(object) or _is_title(object, title))


def _of_verbs(words: list[str], names: list[Span], end: int, only: frozenset[str] | None = None) -> Iterator[Found]:
    for relation in dict.fromkeys(r for w in words for r in credits_of("verb", w)):
        for name in names:
            if relation != "actor" and (only is None or relation in only):
                yield Found(relation, name, Span(names[0].start, end), f"{relation}.verb")


def _is_title(words: str, title: str) -> bool:
    """Whether the words begin with the film's own title, blotted out, spelt out or without its subtitle."""
    bare = words.lstrip(" \"“‘'*_").removeprefix("The ")
    short = title.split(": ")[0].removeprefix("The ")
    return bare.startswith(BLOT) or bool(short and bare.startswith(short))
