"""A sentence in, the credits it hands out, out: cue words give the relation, the names around them the people."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.cues import MADE, credits_of, element_pattern, lead_pattern, title_pattern
from kg.lexis import is_company
from kg.lexis.letters import in_small
from kg.lexis.lists import Item, listed
from kg.lexis.names import NAME
from kg.lexis.prefilter import prefiltered
from kg.lexis.words import any_of
from kg.model import Span

_PEOPLE_ONLY: Final = frozenset(
    {"director", "screenwriter", "storyBy", "producer", "musicBy", "cinematographer", "editor", "actor"}
)
_PRODUCED: Final = frozenset({"director", "producer", "productionCompany"})
_FOR: Final = re.compile(
    r",?\s(?:for|at|in\sassociation\swith|through|under)\s(?:the\s)?(?:\w+\s(?:company|studio|label)\s)?"
)
_A_COMPANY: Final = re.compile(r"\s(?:company|studio|studios|group|label|collective|corporation|firm)\b")
_WITH: Final = re.compile(r",?\s(?:together\s|along\s|in\scollaboration\s)?with\s(?:help\sfrom\s)?")
_WHO_WROTE: Final = re.compile(  # "directed by A from a screenplay he wrote with B", "…, who also co-wrote it"
    r",?\s(?:from|using|with|based\son)\s(?:an?|his|her)\s(?:original\s)?(?:screenplay|script)\s(?:that\s|which\s)?(?:he"
    r"|she|they)\s(?:also\s)?(?:co-)?(?:wrote|penned)"
    r"|,?\sfrom\s(?:his|her|their)\s(?:own\s)?(?:original\s)?(?:screenplay|script)\b(?!\s(?:by|with))"
    r"|,\swhich\s(?:he|she|they)\s(?:also\s)?(?:co-)?(?:wrote|penned|scripted)\b"
    r"|,\swho\s(?:also\s)?(?:(?:produced|edited|starred)\sand\s)?(?:co-)?(?:wrote|scripted|penned)\s"
    r"(?:the\s(?:film['’]s\s)?(?:screenplay|script)|it|with)\b"
    r"|,?\sand\s(?:co-)?written\swith\b"
)
_CAST_BEHIND: Final = re.compile(  # "directed by A, with B and C as the thieves"
    r",?\s(?:and\s)?with\s(?![^.;]{0,60}\b(?:in\scharge|as\s(?:executive|producer|co-|second|assistant|director)|assist|help|producing|directing|writing|uncredited))"
)
_AND_BY: Final = re.compile(  # "by A in Brazil and by B in the United States"
    r"(?:\sin\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?)?(?:,?\sand|,\sthen)\s(?:later\s|also\s)?(?:in\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?\s)?by\s"
)
COMPANY_ONLY: Final = frozenset({"productionCompany", "distributor"})
_HANDED_OUT: Final = re.compile(
    r"\b(?:by|from|of|with|its(?:\sown)?|film['’]s|whose)\s(?:both\s|(?:the\s)?(?:[a-z-]+\s)?(?:veteran|acclaimed|independent|noted|famed"
    r"|renowned|legendary|celebrated|first-time|debut|debuting|award-winning)\s)?$"
)  # "by director A", not "the director A"
_OF_IT: Final = re.compile(r"(?:\b[Ii]ts|\b(?:film|movie|picture)['’]s)\s$")  # "its director, A"
_JOINED: Final = re.compile(r"\s(?:and|&)\s|,\s(?:and\s)?")
_HYPHENED: Final = re.compile(
    rf"(?P<name>{NAME})-(?P<trade>directed|scripted|penned)\s(?!by\b)"
)  # "a Lund-directed film"
_HYPHEN: Final = re.compile(r"-(?:directed|scripted|penned)\s")
_HIM: Final = re.compile(r"\s(?:him|her)(?:self)?\sand\s")
_OPENS: Final = re.compile(r"(?:,\s|\b(?:but|and|while|as|when)\s)$")
_CHIEF: Final = frozenset({"director", "screenwriter"})
_SOME_FILM: Final = prefiltered(
    rf"(?<=\s)(?:an?|another|every|each|any|some|several|two|three|four|five|six|several|short(?=\sfilms)|fictional|his|her"
    rf"|their)\s(?:[\w-]+\s){{0,4}}?(?:films?|movies?|pictures?|shorts?|documentary|documentaries|videos?|plays?"
    rf"|shows?|episodes?|pilots?|series|productions?|{any_of('film_noun')})(?:,?\s|(?=$))$"
)
_IS: Final = re.compile(
    r"(?:\b(?:is|was|are|were|be|been|remains|became|becomes|as|of|of\sthe|make|makes|made|this|also)|[,:—–-]|^"
    r"|\()\s?(?:[\w'’]+ly\s)?$"
)
_NOUN_MADE: Final = re.compile(
    r"(?P<comma>,)?(?:\s(?:is|are|was|were|has\sbeen|had\sbeen|also|later|then|jointly|solely|originally))*"
    r"\s(?P<made>(?:co-)?(?:written|adapted|scripted|penned|composed|scored|edited|filmed|shot|produced|directed))$"
)
_ITS_OWN: Final = re.compile(r",?\sand\sthe\s(?=[^,]*\s(?:is|was)\b)")  # "in his debut, and the script was written by"
_NO_ITEM: Final = re.compile(r"(?:Inc|Ltd|LLC|Co|Corp)\.?|(?:[A-Z]\.){2,}")  # what stands behind names
_PLAYED: Final = re.compile(r"\b(?:performed|played)\sby$")  # who plays the music has not written it
_AMONG_OTHERS: Final = re.compile(
    r"\b(?:includ(?:es|ed|ing)|contains|contained)\s$"
)  # "the soundtrack includes music by"
_MADE_BY: Final = re.compile(
    r"\b(?:produced|written|co-written|edited|scored|composed|adapted|presented|financed)\sby\s(?:[a-z-]+\s){0,2}$"
)
_NOUN_JOIN: Final = re.compile(
    rf",\s*(?:and\s)?|\s(?:and|&)\s|\s(?:(?:is|are|was|were|has|had|also|later|then|jointly|solely|originally|{MADE})\b.*)"
)
_TEXTS: Final = frozenset({"screenwriter", "storyBy", "musicBy", "cinematographer", "editor"})
_PART_OF_FILM: Final = re.compile(
    r"\b(?:sequences?|scenes?|finale|numbers?|concert[io]s?|symphon(?:y|ies)|suites?|arias?|footage|animation|prologue|epilogue)"
    r"(?:\sin\s[A-Z]\w+)?(?:\s(?:was|were|is|are|actually|partly|all))*,?\s$"
)
_UNIT: Final = re.compile(r"\s(?:unit|series|saga|franchise)\b")  # "a musical from the Arthur Marr unit"
_PLAYED_BY: Final = re.compile(r"(?:played|portrayed|voiced|narrated)\sby$", re.IGNORECASE)


def read_leads(text: str, start: int, end: int) -> Iterator[Found]:
    """Credits whose cue stands before the names ("written and directed by A and B", "starring A as B")."""
    position, maker = start, None
    while cue := lead_pattern().search(in_small(text), position, end):
        position = max(cue.end(), position + 1)
        relations, rule = _relations(cue)
        if not relations and cue["group"]:  # "was directed first by A": a longer cue may begin within this one
            position = cue.start() + len(cue[0].split(" ", 1)[0])
        noun_end = cue.start() + len(cue[0].split(" ", 1)[0]) if rule == "lead" else cue.start()
        own_debut = "debut" in (cue["noun"] or "")  # "in his feature film debut, written by A"
        if not relations:
            continue
        if not own_debut and _of_some_film(text, start, noun_end):
            continue
        if relations == ["musicBy"] and (
            _AMONG_OTHERS.search(text, max(start, cue.start() - 16), cue.start())
            or (_PLAYED.search(cue[0]) and "compos" not in cue[0])
        ):
            continue
        if "actor" not in relations and _PART_OF_FILM.search(text, max(start, noun_end - 80), noun_end):
            continue
        items = listed(text, cue.end(), end, cast="actor" in relations)
        if not items and rule != "lead":  # "also stars alongside A"
            position = cue.start() + len(cue[0].split(" ", 1)[0])
        while "actor" not in relations and items and (again := _AND_BY.match(text, items[-1].end, end)):
            more = listed(text, again.end(), end)
            if not more:
                break
            items += more
        words = Span(cue.start(), items[0].name.start if items else cue.end())
        if maker and items and _HIM.match(text, cue.end(), end):  # "directed by A and written by him and B"
            items.insert(0, maker)
        for position_in, item in enumerate(items):
            cast_only = any(i.role for i in items[:position_in])
            given = ["actor"] if cast_only and "actor" in relations else relations
            yield from _credits(text, given, item, words, rule)
        if items and "screenwriter" in relations and "actor" not in relations:
            yield from _partners(text, items[-1].end, end, Span(cue.start(), cue.end()))
        if items and "director" in relations and (wrote := _WHO_WROTE.match(text, items[-1].end, end)):
            for item in items:
                yield Found("screenwriter", item.name, Span(*wrote.span()), "screenwriter.pronoun")
        if items and "director" in relations and (match := _CAST_BEHIND.match(text, items[-1].end, end)):
            for item in listed(text, match.end(), end, cast=True):
                yield Found("actor", item.name, Span(match.start(), item.end), "actor.with", item.role, item.note)
        if "actor" in relations:
            yield from _in_asides(text, items)
        if items and not _PRODUCED.isdisjoint(relations):
            yield from _for_company(text, items[-1].end, end, Span(cue.start(), cue.end()))
        if items:
            position = items[-1].name.end
            maker = items[0] if len(items) == 1 and "actor" not in relations else None


def _in_asides(text: str, items: list[Item]) -> Iterator[Found]:
    """Credits that a cast list hands out in passing: "A as Mo, who wrote the screenplay with B"."""
    for item in items:
        if text.find(", who ", item.name.end, item.end) >= 0:
            yield from (f for f in read_leads(text, item.name.end, item.end) if f.relation != "actor")


def _partners(text: str, position: int, end: int, cue: Span) -> Iterator[Found]:
    """ "co-written by A with B": B wrote too."""
    if match := _WITH.match(text, position, end):
        for item in listed(text, match.end(), end):
            yield Found("screenwriter", item.name, cue, "screenwriter.participle")


def _for_company(text: str, position: int, end: int, cue: Span) -> Iterator[Found]:
    """ "… for Lantern Pictures": the company that the people named before worked for."""
    if match := _FOR.match(text, position, end):
        for item in listed(text, match.end(), end):
            if is_company(item.name.of(text)):
                yield Found("productionCompany", item.name, cue, "productionCompany.for")


def _of_some_film(text: str, start: int, cue: int) -> bool:
    """Whether the cue hangs on a film that nobody is told of ("in a picture directed by …"), as films in films do."""
    match = _SOME_FILM.search(text, max(start, cue - 120), cue)
    return match is not None and not _IS.search(text, max(start, match.start() - 40), match.start())


def _relations(cue: re.Match[str]) -> tuple[list[str], str]:
    """The credits that a cue gives, and the kind of rule it is; no credits where it lacks its "by"."""
    if cue["lead"]:
        return (credits_of("lead", cue["lead"]), "lead")
    if cue["phrase"]:
        return (["actor"], "played-by" if _PLAYED_BY.search(cue["phrase"]) else "phrase")
    if cue["noun"]:
        words = re.split(r"\s(?:by|from)$", cue["noun"])[0]
        if made := _made(words):
            return (made, "participle")
        return (list(dict.fromkeys(_nouns(words))), "noun")
    elements = list(element_pattern().finditer(cue["group"]))
    if not elements or not (elements[-1]["by"] or elements[-1]["cast"]):
        return ([], "")
    found: list[str] = []
    for element in elements:
        found += ["actor"] if element["cast"] else credits_of("participle", element["part"])
    return (list(dict.fromkeys(found)), "participle")


def _made(words: str) -> list[str]:
    """What the participle behind a noun gives where the noun is no text or music: "a debut, written by"."""
    match = _NOUN_MADE.search(words)
    if not match:
        return []
    given = credits_of("participle", match["made"])
    of_noun = list(_nouns(words[: match.start()]))
    return given if match["comma"] or not _TEXTS.intersection(of_noun) else []


def _nouns(words: str) -> Iterator[str]:
    if again := _ITS_OWN.search(words):
        words = words[again.end() :]
    for piece in _NOUN_JOIN.split(words):
        yield from credits_of("noun", re.sub(r"^(?:the|an?)\s", "", piece.strip()))


def _credits(text: str, relations: list[str], item: Item, cue: Span, rule: str) -> Iterator[Found]:
    if _UNIT.match(text, item.name.end) or _NO_ITEM.fullmatch(item.name.of(text)):
        return
    company = is_company(item.name.of(text)) or bool(_A_COMPANY.match(text, item.name.end))
    for relation in relations:
        barred = _PEOPLE_ONLY if company else COMPANY_ONLY - {"distributor"}  # "released by Tri-County": what else
        if relation not in barred and (relation == "actor" or not item.supporting):
            yield Found(relation, item.name, cue, f"{relation}.{rule}", item.role, item.note)


def read_titles(text: str, start: int, end: int) -> Iterator[Found]:
    """Credits whose cue is the bearer's trade right before the name ("director A", "writer and director B")."""
    for cue in title_pattern().finditer(in_small(text), start, end):
        before = text[max(start, cue.start() - 40) : cue.start()]
        if _MADE_BY.search(before) and not before.endswith(
            "its "
        ):  # "produced by cinematographer A": what A does elsewhere
            continue
        apposed = text[cue.end("titles")] == "," and _OF_IT.search(before)
        handed_out = bool(_HANDED_OUT.search(before) or apposed)
        if not (handed_out or cue.start() == start or _OPENS.search(before)):
            continue
        items = listed(text, cue.end(), end)[:2]
        if len(items) > 1 and not _JOINED.fullmatch(text, items[0].end, items[1].name.start):
            items = items[:1]  # "director A and screenwriter B"
        trades = re.split(r",\s*(?:and\s)?|\s(?:and|&)\s|/", cue["titles"])
        for relation in dict.fromkeys(r for trade in trades for r in credits_of("title", trade.strip())):
            if not handed_out and relation not in _CHIEF:
                continue
            if relation == "actor" and len(trades) < 2:  # "actor A" tells what A is, not that A is in this film
                continue
            for item in items:
                yield Found(relation, item.name, Span(cue.start(), cue.end()), f"{relation}.title")
    for match in _HYPHENED.finditer(text, start, end) if _HYPHEN.search(text, start, end) else ():
        for relation in credits_of("participle", match["trade"]):
            if relation in _CHIEF:
                yield Found(relation, Span(*match.span("name")), Span(*match.span()), f"{relation}.title")
