"""What a candidate for a title shows by its words alone: words in, features for a classifier out."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global

from kg.lexis.given import is_full_name
from kg.lexis.lexemes import everyday, kinds
from kg.lexis.names import opens_a_name
from kg.lexis.titles import title_key
from kg.lexis.words import word_lists

_SMALL_INSIDE: Final = re.compile(r"\s(?:of|the|and|in|on|to|for|a|an|with|is|at|from|de|la|le|les)\s")
_MARKED_INSIDE: Final = re.compile(r"[:,&]")
_OPENS: Final = frozenset({"the", "a", "an", "la", "le", "les", "il", "der", "die", "das", "el", "my", "i"})
_EDGES: Final = "\"“”‘’'[](){}:.,"
_MOST: Final = 5  # words, beyond which more of them say nothing new


def shape(title: str, key: str) -> Iterator[str]:
    """What the words themselves show: whether they look like a title, a person, a place or a mere word."""
    first, *rest = title.split()
    yield f"words={min(len(rest) + 1, _MOST)}"
    yield f"given={is_full_name(title)}"
    yield f"name={opens_a_name(title)}"
    yield f"place={key in _places()}"
    yield f"small={bool(_SMALL_INSIDE.search(title))}"
    yield f"opens={first.casefold() if first.casefold() in _OPENS else first[0].isdigit()}"
    yield f"shout={title.isupper()}"
    yield f"lower={title.islower()}"
    yield f"mark={'' if title[-1].isalnum() else title[-1]}"
    yield f"inner={bool(_MARKED_INSIDE.search(title))}"
    yield f"head={_bare(first)}"
    yield f"foot={_bare((rest or [first])[-1])}"
    yield from kinds(title)


def _bare(word: str) -> str:
    return everyday(word.casefold().strip(_EDGES))


@cache
def _places() -> frozenset[str]:
    """Cities that name a time zone, countries and their people, as title keys."""
    cities = {zone.rpartition("/")[2].replace("_", " ") for zone in get_global("zone_territories")}
    countries = set(Locale("en").territories.values())
    return frozenset(map(title_key, cities | countries | set(word_lists()["demonym"])))
