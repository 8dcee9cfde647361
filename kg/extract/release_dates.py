"""Page in, what it says about the film's releases out: when, where, at which festival, through whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.dates import DATE, MONTH
from kg.extract.reading import fields, film_at, group, once_a_page, sentences
from kg.extract.words import any_of, words
from kg.lexis import NAME, is_company
from kg.lexis.prefilter import prefiltered
from kg.model import Page, Span, Thing
from kg.vocab.places import country_code, country_spellings

_FIELDS: Final = frozenset(words("fields.release"))
_BEFORE: Final = re.compile(
    rf"\b{any_of('release.not_before')}\b(?![^,;]*\b(?:film|movie|picture|it|remake)\b)[^,;]*$", re.I
)
_AFTER: Final = re.compile(
    rf"(?:\s[^\s,;.]+){{0,6}}?\s{any_of('release.not_behind')}\b|\sfrom\s(?:an?|the|his|her|their)\s", re.I
)
_VERB: Final = prefiltered(
    r"(?<![\w-])(?:released|distributed|opened|opens|premiered|premieres|debuted|debuts|screened|shown|exhibited|c[ao]mes?\sout"
    r"|(?:reached|hit)\s(?:the\s)?(?:cinemas|theat(?:er|re)s|screens)|first\s(?:broadcast|aired)"
    r"|(?P<noun>premiere|debut|release|opening))(?![\w-])"
)
_RECEIVED: Final = re.compile(
    r"\b(?:ha[sd]|having|held|made|making|received|receiving|saw|got|given|with|following)"
    r"\s(?:an?|its|the)\s(?:[\w-]+\s){0,4}$|\bwent\sinto\s(?:[\w-]+\s){0,3}$"
)
_COUNTRY: Final = rf"(?:the\s)?(?:{'|'.join(map(re.escape, country_spellings()))})(?![\w-]|\s[A-Z])"
_FESTIVAL: Final = (
    r"(?:(?:the|its)\s)?(?:\d{4}\s|\d{1,3}(?:st|nd|rd|th)\s(?:[Aa]nnual\s)?|[Aa]nnual\s)?"
    r"(?P<festival>(?:[A-Z][\w'’&-]*\s){0,5}(?:(?:Film\s)?Festival|Filmfest|Film\sFest|Mostra)"
    rf"(?:\s(?:of|du|de)\s(?:the\s)?[A-Z][\w-]+)*|{any_of('release.festival')})"
)
_COMPANY: Final = rf"{NAME}(?:(?<=Bros|Corp)\.|(?<=Inc|Ltd)\.|(?<=Co)\.)?(?:(?<=\.)\s{NAME})?"
_ELEMENT: Final = re.compile(
    rf"(?P<date>{DATE})"
    rf"|\bat\s{_FESTIVAL}"
    rf"|\b(?:in|across|throughout|for|to)\s(?:(?:theat(?:er|re)s|cinemas)\s(?:in|across|throughout)\s)?"
    rf"(?P<countries>{_COUNTRY}(?:(?:,|,?\sand)\s{_COUNTRY})*)"
    rf"|\b(?:in|at)\s(?:the\s)?(?P<elsewhere>(?!{MONTH})[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)*)"
    rf"|\b(?:by|through)\s(?P<company>{_COMPANY}(?:(?:,\s|\s&\s|\sand\s){_COMPANY})*)"
    r"|(?P<end>;|\band\s(?!(?:in|on|at|by|for|the|throughout|across|internationally|worldwide)\b)(?=[a-z])"
    rf"|\b{any_of('release.end')}\b)"
)
_ONE_COUNTRY: Final = re.compile(_COUNTRY)
_OBJECT: Final = re.compile(r"\s(?:it|the\s(?:film|movie|picture))\b")
_AGENT: Final = re.compile(rf"(?P<company>{_COMPANY})\s(?:has\s|had\s|then\s|also\s|theatrically\s)?$")
_OPENS: Final = re.compile(rf"(?:On|In)\s(?P<date>{DATE})\b")
_DATED: Final = re.compile(rf"(?P<date>{DATE})(?:\s?[(\[](?P<where>[^()\[\]]+)[)\]])?")


@dataclass(frozen=True, slots=True)
class Opening:
    """One coming-out of a film: `span` reaches from the verb to the last word on when, where and through whom.

    `rule` is "field" or "prose"; `elsewhere` says that the place is no country.
    """

    film: Thing
    span: Span
    rule: str
    date: Span | None = None
    countries: tuple[str, ...] = ()
    festival: str = ""
    elsewhere: bool = False
    company: Span | None = None

    @property
    def placed(self) -> bool:
        """Whether a place is known."""
        return bool(self.countries or self.festival or self.elsewhere)


@once_a_page
def openings(page: Page) -> tuple[Opening, ...]:
    """Every release that the page tells of, fields first."""
    return (*_in_fields(page), *_in_prose(page))


def _in_fields(page: Page) -> Iterator[Opening]:
    text = page.document.text
    for value in fields(page, _FIELDS):
        for match in _DATED.finditer(text, value.start, value.end):
            opening = Opening(page.main, group(match), "field", group(match, "date"))
            where = re.compile(_FESTIVAL).search(match["where"] or "")
            if where:
                yield replace(opening, festival=where["festival"])
            else:
                codes = tuple(c for w in re.split(r"[,/]\s*|\sand\s", match["where"] or "") if (c := country_code(w)))
                yield replace(opening, countries=codes, elsewhere=bool(match["where"]) and not codes)


def _in_prose(page: Page) -> Iterator[Opening]:
    text = page.document.text
    for sentence in sentences(page, reviews=False):  # reviewers tell when they, or other films, were in the cinema
        verbs = [v for v in _VERB.finditer(text, sentence.start, sentence.end) if _is_release(text, sentence, v)]
        for verb, following in zip(verbs, [*(v.start() for v in verbs[1:]), sentence.end], strict=False):
            film = film_at(page, verb.start())
            if not film:
                continue
            first = Opening(film, group(verb), "prose")
            if (agent := _AGENT.search(text, sentence.start, verb.start())) and _OBJECT.match(text, verb.end()):
                first = replace(first, company=group(agent, "company"), span=Span(agent.start(), verb.end()))
            found = list(_read(text, first, verb.end(), following))
            opens = _OPENS.match(text, sentence.start)
            if opens and verb is verbs[0] and not found[0].date:
                found[0] = replace(found[0], date=group(opens, "date"), span=Span(opens.start(), found[0].span.end))
            yield from found


def _is_release(text: str, sentence: Span, verb: re.Match[str]) -> bool:
    before = text[sentence.start : verb.start()]
    if _BEFORE.search(before) or _AFTER.match(text, verb.end(), sentence.end):
        return False
    return not verb["noun"] or bool(_RECEIVED.search(before))


def _read(text: str, opening: Opening, start: int, end: int) -> Iterator[Opening]:
    """The releases told of after one verb: a second date, place or company opens the next of them."""
    last = start
    for found in _ELEMENT.finditer(text, start, end):
        if found["end"]:
            break
        kind = found.lastgroup or ""
        if kind == "company" and not (is_company(found[kind]) or text[last : found.start()] in (" ", ", ")):
            break  # "and features songs by …"
        last = found.end()
        if opening.date if kind == "date" else opening.company if kind == "company" else opening.placed:
            yield opening
            opening = Opening(opening.film, group(found), opening.rule)
        opening = replace(_with(opening, kind, found), span=Span(opening.span.start, found.end()))
    yield opening


def _with(opening: Opening, kind: str, found: re.Match[str]) -> Opening:
    match kind:
        case "date":
            return replace(opening, date=group(found, kind))
        case "company":
            return replace(opening, company=group(found, kind))
        case "festival":
            return replace(opening, festival=found[kind])
        case "countries":
            return replace(opening, countries=tuple(_codes(found[kind])))
        case _:
            return replace(opening, elsewhere=True)


def _codes(words: str) -> Iterator[str]:
    for match in _ONE_COUNTRY.finditer(words):
        if code := country_code(match[0]) or country_code(match[0].removeprefix("the ")):
            yield code
