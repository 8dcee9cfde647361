"""How the candidates for a title lie in each other: all of them in, what that shows of each out.

Words shaped like a title often hold another: "Although Low Tide", "Ana Ruiz's Low Tide", "Low Tide [DVD]".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import Final

from kg.annotate.surroundings import words
from kg.lexis.given import is_full_name
from kg.model import Span

_OWNER: Final = re.compile(r"['’]s?\s*$")
_MOST: Final = 3  # words or places, beyond which more of them say nothing new


def nesting(text: str, places: Mapping[str, Sequence[Span]]) -> Mapping[str, set[str]]:
    """The features of every candidate by the longer ones that hold it and the shorter ones that it holds."""
    shown: defaultdict[str, set[str]] = defaultdict(set)
    covered: defaultdict[str, set[Span]] = defaultdict(set)  # where a candidate is part of a longer one
    for longer, shorter in _nested(places):
        pairs = [(whole, part) for whole in places[longer] for part in places[shorter] if part in whole]
        covered[shorter].update(part for _, part in pairs)
        shown[longer].add("holds")
        if len(places[shorter]) > len(places[longer]):
            shown[longer].add("outdone")
        for whole, part in pairs[:1]:
            more = set(_more(text[whole.start : part.start], text[part.end : whole.end]))
            shown[longer].update(f"holds {feature}" for feature in more)
            shown[shorter].update(f"held {feature}" for feature in more)
    for key, spans in places.items():
        alone = len(spans) - len(covered[key])
        shown[key].add(f"alone={min(alone, _MOST)}")
        shown[key].add(f"held={'never' if alone == len(spans) else 'sometimes' if alone else 'always'}")
    return shown


def _nested(places: Mapping[str, Sequence[Span]]) -> Iterator[tuple[str, str]]:
    """The pairs of candidates of which one's words hold the other's."""
    framed = {key: f" {key} " for key in places}
    return ((one, other) for one, other in permutations(places, 2) if framed[other] in framed[one])


def _more(before: str, behind: str) -> Iterator[str]:
    """What stands in a longer candidate before and behind the words of the shorter."""
    if before:
        yield f"before={'owner' if _OWNER.search(before) else (words(before) or [''])[-1]}"
        yield f"words before={min(len(before.split()), _MOST)}"
        yield f"given before={is_full_name(_OWNER.sub('', before).strip())}"
    if behind:
        yield f"behind={(words(behind) or [''])[0]}"
        yield f"words behind={min(len(behind.split()), _MOST)}"
