"""The title in a sentence that says what it is ("X is a 1956 film"): sentences in, its span out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.annotate.films.trade import FILM_NOUN
from kg.annotate.nouns import works
from kg.lexis.letters import UPPER
from kg.lexis.titles import YEAR
from kg.lexis.words import alternation
from kg.model import Document, Sentence, Span

OPENING: Final = re.compile(  # "Directed by A, X is …", "In 1998, X was …"; not "After Dark, My Sister is …"
    rf"^(?:(?:[A-Z][a-z]+ed|Written|Co-written)\sby\b|(?:[A-Z][a-z]+ed|Written"
    rf"|Co-written)(?:,\s\w+)*,?\sand\s[\w-]+\sby\b"
    r"|(?:Set|Shot|Filmed|Based|Starring|Featuring|Loosely\sbased|Originally|Inspired|Known|Released|Adapted"
    r"|Produced)\s[a-z]+\b"
    rf"|(?:In\s(?:{YEAR}|\w+\s{YEAR})|After|At|On)\b(?=[^.,]*\s(?!(?:the|and|for|with|from|into|upon)\b)[a-z]{{3,}}"
    rf"|[^.,]*\d)"
    r"|Starring\b)[^.]*?"
    r"(?:\b(?:director|writer|star|producer|author|creator),\s[^.,]+)?,\s"  # "by its director, A, X is …"
)
NOT_TITLES: Final = re.compile(
    r"^(?:It|Here|Nobody|This|That|He|She|They|We|I|There|His|Her|Its|The\s(?:film|movie|picture|story|plot|cast"
    r"|screenplay|script|episode|series|production|documentary|short|sequel|original|soundtrack|title|first|second"
    r"|second|third)\b.*|A\s.*\bfilm|One\sof\b.*|Originally|What|Who|.*,\s(?:this|that|it|he|she))$"
)
_DEFINES: Final = re.compile(
    r"[\"“”‘’']?,?(?:\s\((?P<note>(?:[^()]|\([^()]*\))*)\)?)?,?(?:\s(?:also|or|better|originally|released|known"
    r"|titled|aka|a\.k\.a\.|alternatively|stylized|styled|subtitled|sometimes|internationally)\b[^.]*?,?)?"
    r"(?:,\s(?:[^.]{2,80}?|(?:(?:co-)?(?:written|directed|produced)|starring|released"
    r"|made)\s[^.;]{2,240}?),)?\s(?:is|was|are|were)\s(?:an?|the|one\sof|another)\s(?P<rest>[^.]{0,160})"
)
_SMALL: Final = re.compile(
    r"(?:of|the|an?|and|or|nor|but|in|on|at|to|for|from|with|by|is|it|as|vs|de|la|le|les|du|des|di|del|della|il|lo"
    r"|der|die|das|und|im|el|los|las|y|e|en|et|aux|au|into|upon|no|n|s|up|off|out|over|du|von|van|zu|a|que|qui|ni"
    r"|na|ka|ki|ke|se|no)"
)
_FOREIGN: Final = re.compile(alternation(works()["foreign"]))
_ENGLISH: Final = re.compile(alternation(works()["goes_on"]))
_TITLE_START: Final = re.compile(rf"[\"“‘']?(?P<title>(?:{UPPER}|\d|['’.…#$¡¿@(]).*?)$")
_CLAUSE: Final = re.compile(
    r"[.;(]|,\s(?!\w+,?\s\w+)|\b(?:who|whose|known|born|best|by|directed|starring|that|which|from|based|written"
    r"|produced|about|at|with|for)\b"
)
_IS: Final = re.compile(r"\s(?:is|was|are|were)\s(?:an?|the|one\sof|another)\s")
_SUBJECT_ENDS: Final = (
    re.compile(r"[\"”’]?,?\s\("),
    re.compile(
        r",?\s(?:also\sknown|also\sreleased|known|released|originally|better\sknown|aka|a\.k\.a\.|alternatively"
        r"|stylized|subtitled|also\stitled|starring|later|previously|formerly|for\sa\stime|also\ssimply|or\ssimply"
        r"|or(?=\s[^\x00-\x7f])|a\s|an\s)"
    ),
    re.compile(r"$"),
)
_COMMA: Final = re.compile(r",\s")
_WORD: Final = re.compile(r"[\w'’-]+")
_ALTERNATIVE: Final = re.compile(rf",?\s(?:or|aka|a\.k\.a\.)[,:]?\s(?=[\"“]?{UPPER})")
_CLAUSAL: Final = re.compile(r"\b(?:was|were|is|has|had|who|when|he|she|they|we|you|it|because|neither|one)\b")
_BROKEN: Final = re.compile(r"^[^(]*\)|\s{2,}|[.?!]\s.*:\s")  # the end of a bracket, or a line of links
_SET_APART: Final = re.compile(rf",\sby\s.*$|\sfrom\s{YEAR}$")
_FIRST: Final = 6  # sentences that may define the film, and places in one where its title may begin
_REACH: Final = 160  # code points behind an opening in which it may begin
_FARTHEST: Final = 400  # code points from there to the verb
_LONGEST: Final = 100  # code points of a title


def defined_title(document: Document, sentences: Sequence[Sentence]) -> Span | None:
    """The subject of the first sentence that says what it is."""
    for sentence in sentences[:_FIRST]:
        start, end = sentence.span.start, sentence.span.end
        opening = OPENING.match(document.text[start:end])
        first = start + (opening.end() if opening else 0)
        commas = _COMMA.finditer(document.text[first : min(end, first + _REACH)])
        for at in [first, *(first + comma.end() for comma in commas)][:_FIRST]:
            if title := _defining(document.text, at, end):
                return title
    return None


def _defining(text: str, start: int, end: int) -> Span | None:
    """The title that begins here, if the words say what it is."""
    for verb in _IS.finditer(text, start, end):
        if title := _subject_of(text, start, verb, end):
            return title
        if verb.end() - start > _FARTHEST:
            return None
    return None


def _subject_of(text: str, start: int, verb: re.Match[str], end: int) -> Span | None:
    """The subject of a verb that calls it a film, if that can be a title."""
    for stop in _subject_ends(text, start, verb.start()):
        define = _DEFINES.match(text, stop, end)
        if define and define.end() >= verb.end() and _of_film(define["rest"]):
            title = _TITLE_START.match(text[start:stop].strip())
            if title is None or not _is_title(title["title"], define["rest"]):
                return None
            at = text.index(title["title"], start)
            words = _SET_APART.sub("", title["title"].rstrip(" ,"))
            return _without_alternative(text, Span(at, at + len(words)))
    return None


def _is_title(words: str, rest: str) -> bool:
    """Whether the subject can be a title; pronouns can where a year follows ("It is a 1990 …")."""
    plain = not NOT_TITLES.match(words) or re.match(YEAR, rest)
    return bool(plain) and len(words) < _LONGEST and not _BROKEN.search(words) and _titled(words)


def _titled(words: str) -> bool:
    """Whether these words are written as titles are: only small words begin with a small letter."""
    small = [w for w in _WORD.findall(words) if w[0].islower() and not _SMALL.fullmatch(w)]
    return (
        not small
        or _is_foreign(words, small)
        or (
            len(words.split()) <= 5
            and len(small) <= 2
            and not _CLAUSAL.search(words)
            and not FILM_NOUN.search(" ".join(small))
        )
    )


def _is_foreign(words: str, small: list[str]) -> bool:
    """Whether words are a title of another language: one of its small words is there, and no English one."""
    foreign = any(_FOREIGN.fullmatch(w) for w in _WORD.findall(words) if w[0].islower())
    return foreign and len(words.split()) <= 9 and not any(_ENGLISH.fullmatch(w) for w in small)


def _subject_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where the title may end before the verb: at an opening bracket, an "also known as", or the verb itself."""
    subject = text[start:end]
    for pattern in _SUBJECT_ENDS:
        if match := pattern.search(subject):
            yield start + match.start()


def _of_film(rest: str) -> bool:
    """Whether "is a …" goes on with what only films are; the noun must stand before any clause or name."""
    phrase = _CLAUSE.split(rest, maxsplit=1)[0]
    return bool(FILM_NOUN.search(phrase))


def _without_alternative(text: str, span: Span) -> Span:
    words = span.of(text).strip()
    cut = _ALTERNATIVE.search(words)
    end = (
        cut.start() if cut and ":" not in words[: cut.start()] and len(words[: cut.start()].split()) > 1 else len(words)
    )
    bare = words[:end].strip("\"“”‘’' ,")
    if words[:1] == "'" and bare[:2].isdigit():  # '71, '83
        bare = "'" + bare
    at = text.index(bare, span.start)
    return Span(at, at + len(bare))
