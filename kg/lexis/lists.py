"""A list of names as film prose writes them: "A (voice), newcomer B as Captain C, and D", read from a position on."""

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from kg.lexis.letters import UPPER
from kg.lexis.names import NAME, is_company, opens_a_name
from kg.lexis.prefilter import prefiltered
from kg.lexis.roles import of_several, role_at, shared_roles
from kg.lexis.words import any_of
from kg.model import Span

_NAME: Final = re.compile(NAME)
_FREE: Final = rf"(?:(?!{any_of('clause')}\s)(?:[\w'’/.&-]+|[\"“][\w'’-]+[\"”])\s)"
_WHO: Final = rf"(?:(?:then-|ex-|co-|late\s)?{any_of('who')}(?:/{any_of('who')})?)"
_RELATIVE: Final = (
    r"(?:sons?|daughters?|wife|husband|brothers?|sisters?|son-in-law|father|mother|partner|collaborator|co-star|friend"
    r"|cousin|nephew|niece)"
)
_KIN: Final = rf"(?:{NAME}['’]s\s(?:[a-z-]+\s){{0,2}}?{_RELATIVE},?\s)"  # "Ruiz's son Per Vik"
_PRIZED: Final = (  # "Academy Award-winning", "Tony Award nominee"
    rf"(?:(?:{UPPER}[\w.]*\s){{0,3}}(?:Awards?|Oscar|Emmy|Grammy|Tony|Globe|Prize|BAFTA|Bear)(?:[-\s]"
    rf"(?:winning|winners?|nominated|nominees?))\s)"
)
_DEMONYM: Final = (  # "American", "Swedish-Italian", "Danish-born"
    rf"(?:(?:{any_of('demonym')}|(?!Jean){UPPER}[a-z]+(?:an|ish|ese|o)-{UPPER}[a-z]+(?:ian|can|ean|ish|ese)"
    rf"|{UPPER}[a-z]+-(?:born|raised|based))\s)"
)
_ENDS_IN_DEMONYM: Final = re.compile(rf"(?<![-\w])(?:{any_of('demonym')})\s$")
_POSSESSIVE: Final = re.compile(r"['’]s|(?<=s)['’]\s[a-z]")
_OTHERS: Final = r"\s*(?:(?:him|her|them)(?:self|selves)?\sand\s|(?:among|amongst)\sothers,\s)?"
_CALLED: Final = (  # "the Danish actor", "newcomer"
    rf"(?:(?:{any_of('modifier')}\s){{0,4}}{_PRIZED}?{_FREE}{{0,4}}?{_WHO}(?:,|:"
    rf"|\s[–—])?\s(?:and\s{_FREE}{{0,2}}?{_WHO},?\s)?)"
)
_OF_A_NAME: Final = (
    rf"(?:{any_of('modifier')}\s){{0,3}}{_PRIZED}?{_DEMONYM}?"
    rf"(?:(?:(?<=\sa\s)|(?<=\san\s))(?:(?!{any_of('clause')}\s)[a-z-]+\s){{1,2}})?"
)
_LEAD_IN: Final = re.compile(rf"{_OTHERS}{_KIN}?{_CALLED}?{_OF_A_NAME}")
_PLAIN_LEAD_IN: Final = re.compile(rf"{_OTHERS}{_OF_A_NAME}")
_NOT_PLAIN: Final = prefiltered(rf"{any_of('who')}|{_RELATIVE}")  # without such words ahead, the two find the same
_GROUP: Final = re.compile(
    rf"(?:[Tt]he\s|(?:his|her|their)\s(?:horse|dog|cat|pet)\s|(?:the\s)?(?:[\w-]+\s){{0,3}}(?:band|group|troupe|duo"
    rf"|trio)\s(?:the\s)?)(?:{UPPER}[\w'’-]+\s?){{1,4}}(?:of\s{UPPER}\w+)?(?=\s?[,.;—–]|and\s|as\s|with\s)"
)
_FAMILY: Final = re.compile(rf"[Tt]he\s{UPPER}\w+s(?=,?\s(?:and|&)\s{UPPER})")
_PARENTHESIS: Final = re.compile(r"\s?[(\[]([^()\[\]\n]{0,120})[)\]]")
_DASH: Final = r"\s?(?:[–—]|\s--?\s)\s?"
_ASIDE: Final = re.compile(
    rf",?\s(?:aka|a\.k\.a\.|also\sknown\sas|better\sknown\sas|billed\sas|credited\sas)\s{NAME}"
    rf"|{_DASH}[^–—\n.;]{{3,70}}?{_DASH}"
    # "in his film debut", "making her first appearance"
    r"|,?\s(?:(?:who\s)?(?:making|marking|makes|made|marks)|in|for)\s(?:what\s|one\sof\s)?(?:his|her|their|its|the"
    r"|a|an|final|last|one|this|early|small|supporting|minor|cameo)\b"
    r"[^,.;()\n]{2,75}?(?=,|\sand\s|\.|;|\swith\s|$|\sas\s)(?:,(?=\s(?:as|and|with)\s))?"
    r"|,\s(?:who|whose|whom)\s[^,.;()\n]{3,80}?(?=,)"
    r"|,?\s(?:respectively|among\sothers|himself|herself|themselves|also|first|both|as\s(?:him|her|them)sel(?:f"
    r"|ves))(?=[,.;\s]|$)"
)
_PART: Final = (
    r"(?:title\s|titular\s|lead\s|leading\s|main\s|dual\s|eponymous\s|starring\s|key\s|supporting\s"
    r"|villainous\s|central\s)*(?:roles?|parts?|character)"
)
_PARTNERS: Final = re.compile(rf"\b(?:with|by)\s{_LEAD_IN.pattern}{NAME}$")  # ", who also wrote it with B": so did C
_AS: Final = re.compile(
    rf",?\s(?:(?:appearing\s|cast\s|starring\s|featured\s|seen\s)?(?:in\s(?:the|a|an|his|her"
    rf"|their)\s{_PART}(?:,?\sas|\sof)|in\s(?:his|her|their)\s[^,.;()]{{2,60}}?\sas|as)"
    rf"|who\s(?:also\s)?(?:returns|appears|stars|is\scast|reprises\s(?:his|her)\s(?:\w+\s)?role)\sas"
    rf"|(?:who\s)?{any_of('playing')}"
    rf"|repris(?:es|ed|ing)\s(?:his|her|their)\s(?:\w+\s)?roles?\s(?:from\s[^,.;()]{{3,40}}?\s)?as)\s(?!well\b)"
)
_SEPARATOR: Final = re.compile(rf"\s*(?:[,/]\s*{any_of('join')}|[,/]|{any_of('join')}(?=\s))\s*")
_APPOSED: Final = re.compile(  # "A as Mo, a retired spy, and B as …"
    rf"(?:an?|the|his|her|their|its|one\sof)\s(?!(?:[\w-]+\s){{0,4}}?{_WHO}\s)"
)
_VERB: Final = re.compile(  # "directed by A, and B and C wrote the script"
    r"\s(?:(?:also|then|later|both|all)\s)?(?:(?:co-)?(?:wrote|writes|directed|produced|composed|stars?|starred|adapted|scored"
    r"|edited|contributed|supplied|handled|penned)|plays?|played|portrays?|portrayed|appears?|appeared|provides?|provided|serves?|served|reprises?|reprised"
    r"|voices|joins?|joined)\s"
)
_IN_TOWN: Final = re.compile(r"\b(?:in|from|near|of)\s[A-Z][\w'’-]*$")  # "a teacher in Brindle, Norfolk."
_REGION: Final = re.compile(r"[A-Z][\w'’-]*(?=[.;]|$)")
_CAST_JOIN: Final = rf"(?:{any_of('join_cast')}|{any_of('join')})(?=\s)"
_CAST_SEPARATOR: Final = re.compile(rf"\s*(?:[,/.–—]\s*{_CAST_JOIN}|[,/—]|{_CAST_JOIN})\s*")
_NEXT_PART: Final = re.compile(
    rf"(?:[,;]|\sand|\swith|,\s(?:and|with)|\salongside|,?\salong\swith"
    rf"|;\sand)\s(?:[a-z]+\s){{0,3}}?(?P<name>{NAME})(?=(?:(?:,|,?\sand)\s{NAME}){{0,5}},?\sas\s)"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One name of a list, with the role it is listed in ("as …") and what is said of it in passing (brackets, asides).

    `supporting` names come behind a "with" or "featuring": "directed by and starring A, with B" credits B as cast only.
    """

    name: Span
    role: Span | None = None
    note: str = ""
    end: int = 0
    supporting: bool = False


def listed(text: str, start: int, end: int, cast: bool = False) -> list[Item]:
    """The names listed from `start` on; `cast` also reads roles and the phrases that interrupt a cast list."""
    items: list[Item] = []
    position: int | None = start
    supporting = False
    while position is not None:
        group = (_GROUP if cast else _FAMILY).match(text, _skip_blank(text, position), end)
        if group:  # "The Dead End Kids", "the Krantzes": no person
            after = group.end()
        elif match := _next_name(text, position, end):
            item, over = _read_item(text, match, end, cast, supporting)
            items.append(item)
            if cast:
                _share(text, items, end)
            after = end if over else items[-1].end
        else:
            after = end
        position, joined_by_cast = _separated(text, after, end, cast)
        supporting |= joined_by_cast
        if cast and position and items and items[-1].role and _strays(text, items, after, position):
            position = None
        if position is None and cast and items and items[-1].role:
            position = _next_part(text, items[-1].end, end)
    return items[: _own_clause(text, items, end)]


def _own_clause(text: str, items: list[Item], end: int) -> int:
    """How many items of the list are left when the last ones turn out to be the subject of a verb of their own."""
    if not items or not _VERB.match(text, items[-1].end, end):
        return len(items)
    return max(
        (i for i in range(1, len(items)) if "," in text[items[i - 1].end : items[i].name.start]), default=len(items)
    )


def _skip_blank(text: str, position: int) -> int:
    return position + (text[position : position + 1] == " ")


def _next_name(text: str, position: int, end: int) -> re.Match[str] | None:
    lead = (_LEAD_IN if _NOT_PLAIN.search(text, position, end) else _PLAIN_LEAD_IN).match(text, position, end)
    for start in sorted({lead.end() if lead else position, position}, reverse=True):
        match = _NAME.match(text, start, end)
        if match and opens_a_name(match[0]) and not _POSSESSIVE.match(text, match.end(), end):
            return _with_demonym(text, position, match, end)
    return None


def _with_demonym(text: str, position: int, name: re.Match[str], end: int) -> re.Match[str]:
    """The name with the demonym before it where that is part of it: "American Lantern Pictures", "French Stewart"."""
    before = _ENDS_IN_DEMONYM.search(text, position, name.start())
    own = before and (is_company(name[0]) or " " not in name[0])
    return (own and _NAME.match(text, before.start(), end)) or name if before else name


def _read_item(text: str, match: re.Match[str], end: int, cast: bool, supporting: bool) -> tuple[Item, bool]:
    """The item that begins with a name, and whether an aside about it ends the list by opening one of its own."""
    over = False
    notes: list[str] = []
    role: Span | None = None
    position = match.end()
    while True:
        if bracket := _PARENTHESIS.match(text, position, end):
            notes.append(bracket[1])
            position = bracket.end()
        elif cast and role is None and (lead := _AS.match(text, position, end)):
            notes.append(lead[0].strip(" ,"))
            role = role_at(text, lead.end(), end)
            position = role.end if role else lead.end()
        elif cast and (aside := _ASIDE.match(text, position, end)):
            notes.append(aside[0].strip(" ,–—-"))
            position = aside.end()
            over = bool(_PARTNERS.search(aside[0]))
        else:
            return Item(Span(match.start(), match.end()), role, "; ".join(notes), position, supporting), over


def _separated(text: str, position: int, end: int, cast: bool) -> tuple[int | None, bool]:
    """Where the next item may begin (None when the list is over), and whether only a cast goes on like that."""
    match = (_CAST_SEPARATOR if cast else _SEPARATOR).match(text, position, end)
    if not match or match.end() >= end:
        return None, False
    return match.end(), cast and not _SEPARATOR.fullmatch(match[0])


def _strays(text: str, items: list[Item], after: int, position: int) -> bool:
    """Whether what follows the last item's role is still about it: an apposition, or more of what two people play."""
    joined = len(items) > 1 and items[-2].role is None and text[items[-2].end : items[-1].name.start] == " and "
    role = items[-1].role
    in_town = role and _IN_TOWN.search(text, role.start, role.end) and _REGION.match(text, position)
    return bool(in_town or _APPOSED.match(text, position)) or (joined and text[after:position] == " and ")


def _share(text: str, items: list[Item], end: int) -> None:
    """Gives the names joined before the last item the roles that they share with it ("A and B as X and Y")."""
    last = items[-1]
    if last.role is None:
        return
    bare = 1 + sum(1 for _ in takewhile(lambda item: item.role is None, reversed(items[:-1])))
    joined = bare > 1 and text[items[-2].end : last.name.start].strip(" ,") in ("and", "&")
    if joined and of_several(last.role.of(text)):
        items[-bare:-1] = [replace(item, role=last.role) for item in items[-bare:-1]]
        return
    roles = shared_roles(text, last.role.start, end, bare) if joined else []
    for i, role in enumerate(roles, len(items) - len(roles)):
        items[i] = replace(items[i], role=role, end=roles[-1].end if i == len(items) - 1 else items[i].end)


def _next_part(text: str, position: int, end: int) -> int | None:
    """Where "…, NAME as …" goes on with the list after a relative clause about the last role."""
    match = _NEXT_PART.search(text, position, end)
    return match.start("name") if match else None
