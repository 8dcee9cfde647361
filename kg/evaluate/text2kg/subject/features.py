"""A stretch of a sentence in, what speaks for and against its being the film's title out, as names of features.

Features are of form and of the words around: no word of a title is ever one of them.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.evaluate.text2kg.subject.spans import ABBREVIATED, Span
from kg.evaluate.text2kg.subject.words import bare, is_capital, is_mark, is_small, kind, lexeme, words
from kg.lexis.given import given_names, is_full_name
from kg.vocab import country_code

_STOP: Final = re.compile(r"[,;.)\"”:]$")
_GENITIVE: Final = re.compile(r"[\w!?.]['’]s$")
_DETACHED: Final = re.compile(r"[:!?,]|\.\.\.|[!?.]+['’]s|['’](?:s|n|re|ll|m|ve)?|n't|\(|\)")
_PRIZE_FOR: Final = (
    r"\b(?:Awards?|Festival|Actor|Actress|Oscars?|Director|Picture|Screenplay|Globe|Score|Song|Film),?\s(?:for|in)"
)
_DATE: Final = re.compile(
    r"(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|\d{4}|\d+(?:st|nd|rd|th))\b"
)
_SENTENCE_END: Final = re.compile(r"(?<=\w\w)\.$")
_ALSO_CALLED: Final = re.compile(
    r"(?:known|released|marketed|title)\s(?:\w+\s)?(?:as|is)$|\b(?:sub|re|en)?titled$|\bEnglish:$"
)


def features(sentence: list[str], span: Span) -> frozenset[str]:
    """The features of one candidate."""
    around = _Around(sentence, span)
    return frozenset((*_context(around), *_form(around), *_cut(around)))


class _Around:
    """A candidate with the words beside it; `end` is the mark that closes it, `owns` whether "'s" follows."""

    def __init__(self, sentence: list[str], span: Span) -> None:
        self.sentence, self.span, self.words = sentence, span, sentence[span.first : span.last + 1]
        self.last = self.words[-1]
        following = sentence[span.last + 1 :]
        self.owns = bool(_GENITIVE.search(self.last)) or following[:1] in (["'s"], ["’s"])
        if following[:1] in (["'s"], ["’s"]):
            following = following[1:]
        self.after, self.then = (*following[:2], "END", "END")[:2]
        before = ["START", "START", *sentence[: span.first]]
        self.before_that, self.before = before[-2:]
        self.behind_prize = bool(re.search(rf"{_PRIZE_FOR}$", f"{self.before_that} {self.before}"))
        stop = None if self.last in (*ABBREVIATED, "...", ")") else _STOP.search(self.last)
        self.end = stop[0] if stop else ""
        self.outcome = self.end or ("'s" if self.owns else "(" if self.after.startswith("(") else kind(self.after))


def _context(a: _Around) -> Iterator[str]:
    mark = a.before[-1] if a.before[-1] in ',;:.)"' else ""
    before = lexeme(a.before) + mark
    yield f"before={before}"
    yield f"before kind={kind(a.before)}{mark}"
    yield f"then={a.outcome}"
    yield f"opening={kind(a.sentence[0]) if a.span.first else ''} then={a.outcome}"
    if a.end:
        yield f"then={a.end} {kind(a.after)}"
        yield f"before kind={kind(a.before)} then={a.end}"
    elif a.owns:
        yield f"owns={lexeme(a.after)}"
        yield f"before={before} owns"
        yield from (f"owns {name}" for name in ("of_work", "of_credit", "of_person") if bare(a.after) in words(name))
    else:
        yield f"after={lexeme(a.after)}"
        if a.after in ("is", "was"):
            yield f"after={a.after} {lexeme(a.then)}"
        if a.before.endswith(","):
            yield f"before=, then={a.outcome}"
    ahead = a.sentence[: a.span.first]
    if sum(w.count("(") - w.count(")") for w in ahead) > 0:
        yield "inside brackets"
    if not any(kind(w) == "verbs" or _STOP.search(w) or w.startswith("(") for w in ahead):
        yield f"before any verb, opening={kind(a.sentence[0])}" if ahead else f"from the beginning to {a.outcome}"
        if not ahead and not any(kind(w) == "verbs" for w in a.words) and a.outcome in ("verbs", "(", "'s"):
            yield "all before the verb"
    if a.behind_prize:
        yield f"behind a prize for then={a.outcome}"
    if _ALSO_CALLED.search(" ".join(a.sentence[max(0, a.span.first - 3) : a.span.first])):
        yield "also called"


def _form(a: _Around) -> Iterator[str]:
    title = a.span.title.split()
    inner = title[1:-1]
    yield f"length={min(len(title), 6)}"
    yield f"first={kind(a.words[0])}"
    yield from (
        f"small={w}" for w in {*inner} & {"with", "for", "and", "or", "by", "in", "of", "the", "from", "on", "to", "at"}
    )
    if len(title) == 1:
        yield f"only={kind(a.words[0])}"
    said = " ".join(a.words)
    named = (
        len(title) in (2, 3)
        and all(re.fullmatch(r"[A-Z][\w.'’-]*", w) for w in title)
        and kind(a.words[0]) == "Capital"
    )
    opens = a.span.first == 0 and a.outcome in ("(", "verbs")  # where titles in other languages stand
    checks = {
        f"lower then={a.outcome}" if opens else "lower": any(w[:1].islower() and not is_small(w) for w in title),
        "article": title[0] in ("The", "A", "An"),
        "small": any(is_small(w) and w[:1].islower() for w in inner),
        "figure or mark": bool(re.search(r"[:!?\d&]", a.span.title)),
        "colon": ":" in a.span.title,
        "detached mark": any(_DETACHED.fullmatch(w) for w in a.words) and "( ," not in said,
        "empty bracket": bool(re.search(r"\( ,|\(\w+: ,", said)),
        "comma within": any(w.endswith((",", ";")) and w != "," for w in a.words[:-1]),
        "stop within": any(_SENTENCE_END.search(w) and w not in ABBREVIATED for w in a.words[:-1]),
        "open bracket": a.span.title.count("(") != a.span.title.count(")"),
        "bracket": bool(re.search(r"\(\w", a.span.title)),
        "genitive within": any(_GENITIVE.search(w) for w in a.words[:-1]),
        "institution": bool(set(map(bare, title)) & words("institutions")),
        "category": title[0] in ("Best", "Outstanding", "Worst"),
        "date": bool(_DATE.match(a.span.title)),
        "number": a.span.title.isdigit(),
        "quoted": a.words[0][0] in '"“' and bool(re.search(r"[\"”][,.;)]*$", a.last)),
        "half quoted": (a.words[0][0] in '"“') != bool(re.search(r"[\"”](?:[,.;)]|['’]s)*$", a.last)),
        "behind a bracket": a.words[0].startswith("("),
        "prize for within": bool(re.search(rf"{_PRIZE_FOR}\s", said)),
        "like a person": named,
        f"like a person then={a.outcome}": named,
        "s's": a.owns and a.last.endswith(("s's", "s’s")),
        "again": len(title) > 1 and " ".join(a.sentence).lower().count(a.span.title.lower()) > 1,
        "verb within": any(w in words("verbs") and w.islower() for w in a.words[:-1]),
        "many small words": sum(w[:1].islower() and not is_small(w) for w in a.words) > 2,
        "name and name": bool(re.fullmatch(r"(?:the\s)?[A-Z]\w+ and [A-Z]\w+", a.span.title)) and a.outcome != "END",
        f"name and name then={a.outcome}": bool(re.fullmatch(r"[A-Z]\w+ and [A-Z]\w+", a.span.title)),
        "words twice": len(set(map(str.lower, title))) < len(title) - (len([w for w in title if is_small(w)]) > 1),
        "full name": is_full_name(a.span.title),
        f"full name then={a.outcome}": is_full_name(a.span.title),
        "given name": len(title) == 1 and bare(title[0]) in given_names(),
        "holds a full name": any(is_full_name(" ".join(title[i : i + 2])) for i in range(1, len(title) - 1)),
        "opens with a full name": len(title) > 2 and is_full_name(" ".join(title[:2])),
        "country": bool(country_code(a.span.title)),
        "in a country": kind(a.words[0]) == "prepositions" and len(title) > 1 and bool(country_code(bare(title[1]))),
        "in a year": kind(a.words[0]) == "prepositions" and bool(re.search(r"\b\d{4}\b", said)),
    }
    yield from (name for name, holds in checks.items() if holds)


def _cut(a: _Around) -> Iterator[str]:
    """Whether the candidate's borders run through something larger."""
    ends_before = bool(_STOP.search(a.before) or _GENITIVE.search(a.before)) or a.before == "START"
    opener = kind(a.before) in ("conjunctions", "prepositions")
    next_word = a.sentence[a.span.last + 1] if a.span.last + 1 < len(a.sentence) else ""
    free = not (a.end or a.owns)
    small_left = a.before.islower() and is_small(a.before) and is_capital(a.before_that) and not a.behind_prize
    small_left = small_left and not (_STOP.search(a.before_that) or _GENITIVE.search(a.before_that))
    checks = {
        "cut left": is_capital(a.before) and not ends_before and not opener,
        "cut right": free and is_capital(a.after) and a.after != "END" and not a.after.startswith(("(", '"', "“")),
        "cut right at a small word": free and is_small(a.after) and is_capital(a.then) and a.then != "END",
        "cut left at a small word": small_left and a.before_that != "START",
        f"cut left at {a.before}": small_left and a.before_that != "START",
        "cut left at a small word before a detached mark": small_left and any(_DETACHED.fullmatch(w) for w in a.words),
        "cut left at a preposition": opener and is_capital(a.before),
        "cut left at a mark": bool(_DETACHED.fullmatch(a.before)),
        "cut right at a mark": not a.end and is_mark(next_word) and next_word not in ("-", "–", ",", "'s", "’s", "("),
        "cut at the beginning": a.span.first == 0 and free and kind(a.after) == "lower",
    }
    yield from (name for name, holds in checks.items() if holds)
