"""A film made after the page's own and from it, and what its readers ask of the words about it."""

import re
from dataclasses import dataclass
from typing import Final

from kg.annotate.works.authorship import is_known
from kg.lexis.names import is_company, opens_a_name
from kg.lexis.titles import YEAR
from kg.model import Span

SAME: Final = re.compile(r"\b(?:same\s(?:title|name))\b")
IN_YEAR: Final = re.compile(
    rf"\b(?:[Ii]n|from|of)\s(?:[A-Z][a-z]+\s)?(?P<year>{YEAR})|\((?:[^()]*?\s)?(?P<bracket>{YEAR})\)"
)


@dataclass(slots=True)
class Later:
    """A later film as found: "remadeAs" or "sequelTo", the words that say so, its title and year where stated.

    `same_name` says that it bears the title of the page's film; `scope` is the stretch of text that speaks of it.
    """

    relation: str
    cue: Span
    scope: Span
    title: Span | None
    year: Span | None
    same_name: bool = False
    maker: Span | None = None
    country: Span | None = None
    language: Span | None = None


def year_in(match: re.Match[str]) -> Span:
    """The year of a match of `IN_YEAR`."""
    return Span(*match.span("year" if match["year"] else "bracket"))


def maker_in(text: str, match: re.Match[str], group: str) -> Span | None:
    """The maker in a group of a match: a person whom the text knows."""
    name = match[group]
    known = is_known(text, name) and opens_a_name(name.split(" ", 1)[0]) and not is_company(name)
    return Span(*match.span(group)) if known else None
