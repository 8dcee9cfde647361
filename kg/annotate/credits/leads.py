"""A sentence in, the credits it hands out, out: cue words give the relation, the names around them the people."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.afterwards import read_company, read_on
from kg.annotate.credits.found import Found
from kg.annotate.credits.leadcues import relations_of
from kg.annotate.cues import lead_pattern
from kg.lexis import is_company
from kg.lexis.letters import in_small
from kg.lexis.lists import Item, listed
from kg.lexis.prefilter import prefiltered
from kg.lexis.words import any_of
from kg.model import Span

_PEOPLE_ONLY: Final = frozenset(
    {"director", "screenwriter", "storyBy", "producer", "musicBy", "cinematographer", "editor", "actor"}
)
_A_COMPANY: Final = re.compile(r"\s(?:company|studio|studios|group|label|collective|corporation|firm)\b")
_AND_BY: Final = re.compile(  # "by A in Brazil and by B in the United States"
    r"(?:\sin\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?)?(?:,?\sand|,\sthen)\s(?:later\s"
    r"|also\s)?(?:in\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?\s)?by\s"
)
COMPANY_ONLY: Final = frozenset({"productionCompany", "distributor"})
_HIM: Final = re.compile(r"\s(?:him|her)(?:self)?\sand\s")
_SOME_FILM: Final = prefiltered(
    r"(?<=\s)(?:an?|another|every|each|any|some|several|two|three|four|five|six|several|short(?=\sfilms)|fictional"
    r"|his|her"
    rf"|their)\s(?:[\w-]+\s){{0,4}}?(?:films?|movies?|pictures?|shorts?|documentary|documentaries|videos?|plays?"
    rf"|shows?|episodes?|pilots?|series|productions?|{any_of('film_noun')})(?:,?\s|(?=$))$"
)
_IS: Final = re.compile(
    r"(?:\b(?:is|was|are|were|be|been|remains|became|becomes|as|of|of\sthe|make|makes|made|this|also)|[,:—–-]|^"
    r"|\()\s?(?:[\w'’]+ly\s)?$"
)
_NO_ITEM: Final = re.compile(  # what stands behind names: "the Australian who …"
    rf"(?:Inc|Ltd|LLC|Co|Corp)\.?|(?:[A-Z]\.){{2,}}|[Tt]he\s(?:{any_of('demonym')}|\w+(?:man|woman))"
)
_VOICE_OF: Final = re.compile(r"\bvoice\sof$", re.IGNORECASE)
_HAS_VOICE: Final = re.compile(  # "A is the voice of Holt": Holt is a part
    r"\b(?:is|was|as|does|did|lends|lent|suppl\w+|provid\w+|,)\s$"
)
_PLAYED: Final = re.compile(r"\b(?:performed|played)\sby$")  # who plays the music has not written it
_AMONG_OTHERS: Final = re.compile(
    r"\b(?:includ(?:es|ed|ing)|contains|contained)\s$"
)  # "the soundtrack includes music by"
_PART_OF_FILM: Final = re.compile(
    r"\b(?:sequences?|scenes?|finale|numbers?|concert[io]s?|symphon(?:y|ies)|suites?|arias?|footage|animation"
    r"|prologue|epilogue)"
    r"(?:\sin\s[A-Z]\w+)?(?:\s(?:was|were|is|are|actually|partly|all))*,?\s$"
)
_UNIT: Final = re.compile(r"\s(?:unit|series|saga|franchise)\b")  # "a musical from the Arthur Marr unit"


def read_leads(text: str, start: int, end: int) -> Iterator[Found]:
    """Credits whose cue stands before the names ("written and directed by A and B", "starring A as B")."""
    position, maker = start, None
    while cue := lead_pattern().search(in_small(text), position, end):
        position = max(cue.end(), position + 1)
        second = cue.start() + len(cue[0].split(" ", 1)[0])  # another cue may begin at its second word
        relations, rule = relations_of(cue)
        if not relations:
            position = second if cue["group"] else position  # "was directed first by A"
            continue
        if _is_of_else(text, cue, relations, start, second if rule == "lead" else cue.start()):
            continue
        items = _items(text, cue.end(), end, cast="actor" in relations)
        if not items:
            position = position if rule == "lead" else second  # "also stars alongside A"
            continue
        words = Span(cue.start(), items[0].name.start)
        if maker and _HIM.match(text, cue.end(), end):  # "directed by A and written by him and B"
            items.insert(0, maker)
        yield from _handed_out(text, relations, items, words, rule)
        yield from read_on(text, relations, items, Span(*cue.span()), end)
        yield from _in_asides(text, items) if "actor" in relations else ()
        yield from read_company(text, relations, items[-1].end, end, Span(*cue.span()))
        position = items[-1].name.end
        maker = items[0] if len(items) == 1 and "actor" not in relations else None


def _is_of_else(text: str, cue: re.Match[str], relations: list[str], start: int, noun_end: int) -> bool:
    """Whether a cue hands out what is not the film's: some other film's, a scene's, or music among other music."""
    own_debut = "debut" in (cue["noun"] or "")  # "in his feature film debut, written by A"
    if not own_debut and _of_some_film(text, start, noun_end):
        return True
    if relations == ["musicBy"]:
        among = _AMONG_OTHERS.search(text, max(start, cue.start() - 16), cue.start())
        if among or (_PLAYED.search(cue[0]) and "compos" not in cue[0]):
            return True
    if _VOICE_OF.search(cue[0]) and _HAS_VOICE.search(text, max(start, cue.start() - 12), cue.start()):
        return True
    return "actor" not in relations and bool(_PART_OF_FILM.search(text, max(start, noun_end - 80), noun_end))


def _items(text: str, position: int, end: int, cast: bool) -> list[Item]:
    """The names behind a cue, and those that another "by" adds to a crew's."""
    items = listed(text, position, end, cast=cast)
    while items and not cast and (again := _AND_BY.match(text, items[-1].end, end)):
        more = listed(text, again.end(), end)
        if not more:
            break
        items += more
    return items


def _handed_out(text: str, relations: list[str], items: list[Item], cue: Span, rule: str) -> Iterator[Found]:
    """The credits of each name; behind a first role there are only actors."""
    acts = False
    for item in items:
        yield from _credits(text, ["actor"] if acts and "actor" in relations else relations, item, cue, rule)
        acts = acts or bool(item.role)


def _in_asides(text: str, items: list[Item]) -> Iterator[Found]:
    """Credits that a cast list hands out in passing: "A as Mo, who wrote the screenplay with B"."""
    for item in items:
        if text.find(", who ", item.name.end, item.end) >= 0:
            yield from (f for f in read_leads(text, item.name.end, item.end) if f.relation != "actor")


def _of_some_film(text: str, start: int, cue: int) -> bool:
    """Whether the cue hangs on a film that nobody is told of ("in a picture directed by …"), as films in films do."""
    match = _SOME_FILM.search(text, max(start, cue - 120), cue)
    return match is not None and not _IS.search(text, max(start, match.start() - 40), match.start())


def _credits(text: str, relations: list[str], item: Item, cue: Span, rule: str) -> Iterator[Found]:
    if _UNIT.match(text, item.name.end) or _NO_ITEM.fullmatch(item.name.of(text)):
        return
    company = is_company(item.name.of(text)) or bool(_A_COMPANY.match(text, item.name.end))
    for relation in relations:
        barred = _PEOPLE_ONLY if company else COMPANY_ONLY - {"distributor"}  # "released by Tri-County": what else
        if relation not in barred and (relation == "actor" or not item.supporting):
            yield Found(relation, item.name, cue, f"{relation}.{rule}", item.role, item.note)
