"""A sentence in, what the benchmark's gold reads into such sentences out, beyond what they state.

Gold came about by looking up, in sentences about a film, the names of its neighbours in a knowledge base, whether or
not the sentence says how they stand to it: "was released in Japan" is gold for Japan as country of origin. The adapter
takes a reading only for a relation of which nothing was extracted.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from kg.lexis.letters import UPPER
from kg.vocab import country_code, country_name

Found = dict[str, set[str]]  # values by label
Reader = Callable[[str, Found], Iterator[str]]

_WORD: Final = rf"{UPPER}[\w’'-]*"
_NAME: Final = rf"{_WORD}(?:\s(?:(?:de|of|upon|del|di|la|the)\s)?{_WORD})*"
# Not strftime("%B"), which speaks the locale's language.
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH: Final = "|".join(_MONTHS)
_DAY: Final = r"(?P<{}>\d\d?)(?:st|nd|rd|th)?"
_DATE: Final = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\s{_DAY.format('day')}|{_DAY.format('day_')}\s(?:of\s)?(?P<month_>{_MONTH})),?"
    r"\s(?P<year>\d{4})\b"
)
_YEAR: Final = re.compile(r"(?<![\w$£€.,-])(?:18[89]|19\d|20\d)\d(?![\w%]|,\d)")
_EVENT: Final = re.compile(
    rf"(?:\d{{4}}\s)?(?:{_WORD}\s){{1,3}}(?:War(?:\sI{{1,2}})?|Revolution|Uprising|Rebellion)\b(?!\sZ)|the\sHolocaust\b"
    rf"|\b(?:Battle|Siege|Attack|Invasion)\s(?:of|on)\s{_NAME}|September\s11\sattacks"
)
_ABOUT: Final = re.compile(
    r"\b(?:about|chronicl\w+|documents|(?:life|lives|portrait|biopic|story|character|music|murder|death)\s(?:and\s\w+\s)?of)\s(?:[a-z-]+\s){0,5}?"
    rf"(?P<who>{_NAME}(?:\sfamily)?)"
)
_CHARACTER: Final = re.compile(
    rf"\b(?:\d{{4}}|an?|the|[a-z]+-minute)\s(?P<hero>{_NAME})\s+(?:film\sseries|series|animated|cartoon|short|theatrical|novel)\b"
    r"|\b(?:characters?(?:\sof)?|follows|cent(?:er|re)s\son|focuses\son|story\sof|detective|agent|named|features?|featuring)\s(?:[a-z-]+\s){0,4}?"
    rf"(?P<figure>{_NAME})"
)
_STARRING: Final = re.compile(rf"\bstarring\s({_NAME}(?:(?:,|\sand|,\sand)\s{_NAME})*)")
_PLACE: Final = re.compile(
    r"\b(?:in|to|from|around|across|throughout|outside|near|through|visits|leaves|city\sof|capital|shot\sin\s[^.]*?(?:,|and))\s(?:[a-z-]+\s|\d{4}s?\s){0,2}"
    rf"(?P<place>{_NAME})"
)
_COMPANY: Final = re.compile(
    rf"{_WORD}(?:[\s-]{_WORD}){{0,4}}?[\s-](?:Entertainment|Pictures?|Films?|Studios?|Productions?|Company|Corporation|Cinema|Media"
    r"|Animation|Unit|Movies)(?:\s(?:Company|Corporation|Unit))?\b"
)
_AWARD: Final = re.compile(
    rf"{_WORD}\s(?:(?:{_WORD}|of|the)\s){{0,5}}(?:Award|Prize)s?(?:\sfor\s(?:the\s)?(?:Second\s)?(?:Best|Worst|Outstanding)(?:\s(?:(?:in|on|or|of)\s)?{_WORD},?)+)?"
    r"|(?:David\sdi\sDonatello|Silver\sBear|César)\sfor\sBest(?:\s[A-Z]\w+)+"
    r"|(?:Short\sFilm\s)?Palme\sd['’][Oo]r|(?:Golden|Silver|Crystal|Platinum)\s(?:Lion|Bear|Leopard|George|Globe|Palm|Horse|Film|Shell|Goblet)"
    r"|Un\sCertain\sRegard|Grand\sPrix|Prix\s\w+\s\w+"
)
_WON: Final = re.compile(
    r"\b(?:w[io]n|won|wins|winn(?:ing|er)|receiv\w+|award(?:ed|ing)|recipient|garner\w*|earn\w*|claim|netting|took|entered)\b"
)
_SOURCE: Final = re.compile(
    r"\b(?:based\s(?:up)?on|adapt(?:ation|ations|ed)\s(?:of|from|on)|inspired\sby|retelling\sof|derived\sfrom|version\sof|sequel\sto|libretto|reflecting)\s"
    rf"(?:.{{0,70}}?\b(?:novels?|novella|plays?|books?|poem|story|manga|series|legend|tale|game|musical)\s|(?:[a-z]+\s){{0,3}}(?:{_NAME}['’]s\s)?)?[\"“]?(?P<work>{_NAME})(?!\w|['’]s)"
)


@cache
def _names(table: str) -> re.Pattern[str]:
    """Pattern of the names of a list, which may stand in the plural."""
    data = tomllib.loads((Path(__file__).parent / "readings.toml").read_text(encoding="utf-8"))
    names = sorted(
        filter(None, (n.strip() for n in data[table].replace("\n", " ").split(";"))), key=lambda n: (-len(n), n)
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?=(?:e?s)?(?!\w))", re.IGNORECASE)


def _genres(sentence: str, _: Found) -> Iterator[str]:
    return (m[0] for m in _names("genres").finditer(sentence))


def _countries(sentence: str, _: Found) -> Iterator[str]:
    for name in re.finditer(rf"{_WORD}(?:\s(?:of\s)?{_WORD})*", sentence):
        words = re.sub(r"['’]s?$", "", name[0]).split()
        for tail in (" ".join(words[i:]) for i in range(len(words))):
            if (code := country_code(tail)) and country_name(code) == tail:
                yield tail


def _dates(sentence: str, _: Found) -> Iterator[str]:
    """The first full date, else the first year."""
    if full := _DATE.search(sentence):
        yield f"{int(full['day'] or full['day_']):02} {full['month'] or full['month_']} {full['year']}"
    elif year := _YEAR.search(sentence):
        yield f"01 January {year[0]}"


def _places(sentence: str, _: Found) -> Iterator[str]:
    yield from (m[0] for m in _names("city_states").finditer(sentence))
    for match in _PLACE.finditer(sentence):
        name = re.sub(r"['’]s?$", "", match["place"])
        if not (country_code(name) or _names("no_places").search(name)):
            yield name


def _companies(sentence: str, _: Found) -> Iterator[str]:
    return (m[0] for m in _COMPANY.finditer(sentence))


def _subjects(sentence: str, _: Found) -> Iterator[str]:
    for match in _EVENT.finditer(sentence):
        yield re.sub(r"^(?:The|During|In|On)\s", "", match[0])
    yield from (m[0] for m in _names("topics").finditer(sentence))
    yield from (re.sub(r"['’]s$", "", m["who"]) for m in _ABOUT.finditer(sentence) if not country_code(m["who"]))


def _characters(sentence: str, _: Found) -> Iterator[str]:
    for match in _CHARACTER.finditer(sentence):
        yield re.sub(r"['’]s$", "", match["hero"] or match["figure"])
    if re.search(r"\b(?:cartoon|animated|short)\b", sentence):
        for match in _STARRING.finditer(sentence):
            yield from re.split(r",?\sand\s|,\s", match[1])


def _won(sentence: str, _: Found) -> Iterator[str]:
    return (m[0] for m in _AWARD.finditer(sentence)) if _WON.search(sentence) else iter(())


def _nominated(sentence: str, found: Found) -> Iterator[str]:
    yield from sorted(found["award received"])
    if "nomin" in sentence or "loss" in sentence:
        yield from (m[0] for m in _AWARD.finditer(sentence))


def _sources(sentence: str, _: Found) -> Iterator[str]:
    return (m["work"] for m in _SOURCE.finditer(sentence))


READERS: Final[Mapping[str, Reader]] = {
    "genre": _genres,
    "country of origin": _countries,
    "publication date": _dates,
    "narrative location": _places,
    "filming location": _places,
    "production company": _companies,
    "main subject": _subjects,
    "characters": _characters,
    "award received": _won,
    "nominated for": _nominated,
    "based on": _sources,
}


def written_dates(stated: Iterable[str]) -> Iterator[str]:
    """Full dates as "03 July 1943"; years, where there is no more, as their first day."""
    dates = set(stated)
    full = {d for d in dates if len(d) == len("1943-07-03")}
    for text in full or {f"{d[:4]}-01-01" for d in dates}:
        day = date.fromisoformat(text)
        yield f"{day.day:02} {_MONTHS[day.month - 1]} {day.year:04}"
