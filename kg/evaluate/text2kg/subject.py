"""A sentence that was taken out of its text in, the title of the work that it speaks of out.

The benchmark's sentences come one by one, and wherever an article said "it" or "its" someone has put the title
("… for Low Tide's performance"), so a title may stand anywhere. Candidates are weighed, and the best one wins.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

_CAPITAL: Final = re.compile(r"[\"'“‘(\[]*(?:[^\W\d_a-z]|\d)")  # mojibake such as "Ã‰" begins with a capital too
_MARK: Final = re.compile(r"(?:[:!?&+–-]+|\.\.\.|'s|'n|n't|'re|'ll|'m|')$")
_ENDS: Final = re.compile(r"[,;)\"”]$|(?<!\b[A-Z])(?<!Dr|Mr|St|Jr|vs)(?<!Mrs)(?<!\.\.)\.$|['’]s$")
_DATE: Final = re.compile(
    r"(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|\d{4}|\d+(?:st|nd|rd|th))\b"
)
_SINGULAR: Final = re.compile(r"['’]s$")
_AFTER_AWARD: Final = re.compile(
    r".*\b(?:Awards?|Festival|Actor|Actress|Oscars?|Director|Picture|Screenplay|Globe)\s(?:for|in)\s(?=.)"
)
_JOINED: Final = re.compile(
    r".+?\s(?:and|with|in|for|as|&)\s(?=(?:The|A|An|Who|What)\s|(?:\S+\s)+(?:of|a|the|:)\s)(?!the\s|of\s)"
)
_LONGEST: Final = 14  # words of a title
_ENOUGH: Final = 1.5  # weight below which a candidate is not believed


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(tomllib.loads((Path(__file__).parent / "subject.toml").read_text(encoding="utf-8"))[name].split())


class Candidate(NamedTuple):
    """A title with its weight; of equals the earlier wins."""

    weight: float
    earliness: int
    title: str


class Stretch(NamedTuple):
    """Words `first` to `last` of a sentence, which look like a name; `possessive` when "'s" follows."""

    first: int
    last: int
    title: str
    possessive: bool


def subject(sentence: str) -> str | None:
    """The title as it stands in the sentence; None where none is found."""
    words = sentence.split()
    if not words:
        return None
    end = _initial_end(words)
    opening = _opens_a_phrase(words, end)
    candidates = [_weighed(words, s, opening) for s in _stretches(words) if _may_be_title(s, opening)]
    if end and not opening and (found := _initial(words, end)):
        candidates.append(found)
    best = max(candidates, default=None)
    return best.title if best and best.weight >= _ENOUGH else None


def _initial_end(words: list[str]) -> int:
    """How many words a title at the beginning may have: up to its verb, a bracket or an apposition; 0 for none."""
    if words[0] in _words("pronouns") and not (_is_capital(_at(words, 1)) or _joins(_at(words, 1))):
        return 0  # "The film …", "He recruits …"
    for i, word in enumerate(words[1 : _LONGEST + 1], 1):
        before, lower = words[i - 1], not _is_capital(word)
        if word.startswith(("(", "[")) or word in _words("verbs"):
            return i
        if before.endswith(",") and lower:
            return i - 1 if before == "," else i
        if _SINGULAR.search(before) and lower and before != "'s":
            return i
        if word in ("'s", "-", "–") and not _is_capital(_at(words, i + 1)):
            return i
    return 0


def _opens_a_phrase(words: list[str], end: int) -> bool:
    """Whether the sentence begins with a phrase before its subject, and not with a title such as "In Old Towns"."""
    first = _bare(words[0])
    if first in _words("participles") | _words("conjunctions"):
        return True
    is_title = bool(end) and "," not in " ".join(words[:end]) and _at(words, end) in ("is", "was", "won", "(also")
    return first in _words("prepositions") and not is_title


def _initial(words: list[str], end: int) -> Candidate | None:
    """The candidate at the beginning of the sentence."""
    first = _bare(words[0])
    title = _SINGULAR.sub("", " ".join(words[:end]).rstrip(" ,").strip('"“”)'))
    if not _is_capital(words[0]) or title in _words("pronouns") or first in _words("professions"):
        return None
    after, then = _at(words, end), _at(words, end + 1)
    if after == "'s":
        after = then
    weight = 7.0 if after in ("is", "was") else 6.0 if after in _words("verbs") or after.startswith(("(", "[")) else 5.0
    weight += 2 * (after in ("is", "was") and then in ("a", "an", "the", "one"))
    weight -= 0.5 * sum(w[:1].islower() and w not in _words("small") for w in title.split())
    return Candidate(weight, 0, title)


def _stretches(words: list[str]) -> Iterator[Stretch]:
    """The stretches of capitalised words, with the small words and marks between them."""
    i = 0
    while i < len(words):
        if not _is_capital(words[i]):
            i += 1
            continue
        last = _stretch_end(words, i)
        possessive = bool(_SINGULAR.search(words[last])) or _at(words, last + 1) in ("'s", "’s")
        first = i + _lead_in(words[i : last + 1], possessive)
        title = _SINGULAR.sub("", " ".join(words[first : last + 1])).strip('"“”(),;')
        title = title if title.endswith("...") or re.search(r"\.[A-Z]\.$", title) else title.rstrip(".")
        yield Stretch(first, last, title, possessive)
        i = last + 1


def _stretch_end(words: list[str], first: int) -> int:
    last = first
    while not _ENDS.search(words[last]):
        i = last + 1
        while i < len(words) and i - last <= 4 and _joins(words[i]):
            i += 1
        if _at(words, i) == "'s" and _is_capital(_at(words, i + 1)):
            i += 1
        if not _is_capital(_at(words, i)) or words[i].startswith(('"', "(", "“")):
            break
        last = i
    while re.fullmatch(r"[!?]+|\.\.\.", _at(words, last + 1)):
        last += 1
    return last


def _lead_in(words: list[str], possessive: bool) -> int:
    """How many words of a stretch come before the title: of "Although Low Tide", "Park and The Low Tide's"."""
    first = 0
    if len(words) > 1 and (words[0] in _words("conjunctions") or (possessive and words[0] in _words("prepositions"))):
        first = 1
    for pattern in (_AFTER_AWARD, _JOINED) if possessive else (_AFTER_AWARD,):
        if match := pattern.match(" ".join(words[first:])):
            first += len(match[0].split())
    return first


def _may_be_title(stretch: Stretch, opening: bool) -> bool:
    title = stretch.title.split()
    if not title or (stretch.first == 0 and not opening and not stretch.possessive):
        return False
    openers = _words("participles") | _words("conjunctions") | _words("prepositions")
    alone = _bare(stretch.title)
    return len(title) > 1 or not (alone in _words("pronouns") or (stretch.first == 0 and alone in openers))


def _weighed(words: list[str], stretch: Stretch, opening: bool) -> Candidate:
    """The weight of a stretch by what stands around it and by its form."""
    before = words[stretch.first - 1] if stretch.first else ","
    after = _at(words, stretch.last + 1)
    if after in ("'s", "’s"):
        after = _at(words, stretch.last + 2)
    weight = _form(stretch.title)
    if opening and after in _words("verbs") and before.endswith(","):
        weight += 6
    elif after in _words("verbs") and before.endswith(",") and stretch.first == words.index(before) + 1:
        weight += 2.5  # "The studio's first feature, TITLE was …"
    elif before == "In" and stretch.first == 1 and words[stretch.last].endswith(","):
        weight += 3
    elif opening and stretch.possessive and (before.endswith(",") or stretch.first == 1):
        weight += 3.5
    if stretch.possessive:
        weight += _as_possessor(before, _bare(after).casefold())
    elif after in _words("verbs") and not before.endswith(","):
        weight += 2 if before in _words("before_clause") else 1
    weight -= 2.5 * (before in _words("before_others"))
    weight -= 4 * (not stretch.possessive and bool(_words("institutions") & set(map(_bare, stretch.title.split()))))
    weight -= 4 * bool(_DATE.match(stretch.title))
    return Candidate(weight, -stretch.first, stretch.title)


def _as_possessor(before: str, after: str) -> float:
    """Weight of "TITLE's NOUN": most for the part someone played in it, least for what people have."""
    if after in _words("of_credit"):
        return 9 if before in ("for", "For", "both") else 4
    if after in _words("of_work"):
        return 4
    return -1.5 if after in _words("of_person") else 2.3 if after[:1].islower() else 1.5


def _form(title: str) -> float:
    """Weight of a title's form: articles, small words, figures and marks are rare in the names of people."""
    words = title.split()
    marked = 0.8 * (words[0] in ("The", "A", "An"))
    marked += 0.8 * any(w in _words("small") for w in words[1:-1])
    marked += 0.8 * bool(re.search(r"[:!?\d]", title))
    return marked - 0.5 * (len(words) == 1) - 0.3 * (len(words) == 2 and not marked)


def _joins(word: str) -> bool:
    return (word.casefold() in _words("small") or bool(_MARK.match(word))) and not _is_capital(word) and word != "'s"


def _is_capital(word: str) -> bool:
    return bool(_CAPITAL.match(word))


def _bare(word: str) -> str:
    return word.strip("\"'“”‘’(),;.:!?")


def _at(words: list[str], i: int) -> str:
    return words[i] if i < len(words) else ""
