"""The film a page is about: blocks in; its title, year and their places out, the most explicit place first."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kg.annotate.films.circling import ENOUGH_IN_REVIEW, circled_title
from kg.annotate.films.columns import is_column
from kg.annotate.films.marked import marked_title
from kg.annotate.nouns import works
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME
from kg.lexis.titles import QUOTED, TITLE, YEAR, unquoted
from kg.lexis.words import alternation, any_of
from kg.model import Block, BlockKind, Document, Film, Kind, Sentence, Span, Thing

MAIN: Final = Thing(Kind.MOVIE, "main")

_AFTER_TITLE: Final = re.compile(
    rf"\s*(?:[(\[](?:[^()\[\]]*?\b)?(?:film|movie|{YEAR})[^()\[\]]*[)\]]|[-–—|:]\s*(?:movie\s|film\s|blu-ray\s|dvd\s|4k\s(?:uhd\s)?|book\s(?:&|and)\s)*(?:reviews?|synopsis"
    rf"|plot(?:\ssummary)?|cast|ratings?|wikipedia|imdb)\b.*"
    r"|\s(?:poster|trailers?|reviews?|movie review|film review|synopsis|plot summary|user reviews|ratings(?:\s(?:&"
    r"|and)\sreviews)?|official trailer))*\s*$",
    re.IGNORECASE,
)
_BEFORE_TITLE: Final = re.compile(
    r"^(?:(?:film|movie)?\s*reviews?(?:\sof)?\s?[:–—-]\s*|watch\s(?=\S+\s)|title:\s*)", re.IGNORECASE
)
_OPENING: Final = re.compile(  # "Directed by A, X is …", "In 1998, X was …"; not "After Dark, My Sister is …"
    rf"^(?:(?:[A-Z][a-z]+ed|Written|Co-written)\sby\b|(?:[A-Z][a-z]+ed|Written"
    rf"|Co-written)(?:,\s\w+)*,?\sand\s[\w-]+\sby\b"
    r"|(?:Set|Shot|Filmed|Based|Starring|Featuring|Loosely\sbased|Originally|Inspired|Known|Released|Adapted"
    r"|Produced)\s[a-z]+\b"
    rf"|(?:In\s(?:{YEAR}|\w+\s{YEAR})|After|At|On)\b(?=[^.,]*\s(?!(?:the|and|for|with|from|into|upon)\b)[a-z]{{3,}}"
    rf"|[^.,]*\d)"
    r"|Starring\b)[^.]*?"
    r"(?:\b(?:director|writer|star|producer|author|creator),\s[^.,]+)?,\s"  # "by its director, A, X is …"
)
_YEAR: Final = re.compile(YEAR)
_YEAR_FIELDS: Final = frozenset({"year", "release year", "released", "release", "release date", "release dates"})
_YEAR_BEHIND: Final = re.compile(rf"[\"”’']?\s\((?:[^()]*?\s)?(?P<year>{YEAR})\b[^()]*\)")
_YEAR_DEFINING: Final = (
    re.compile(rf"\s(?:is|was|are)\s(?:(?!\bin\b)[^.;])*?(?P<year>{YEAR})(?=\s(?!and\b)[\w-])"),
    re.compile(rf".*?\s(?:is|was)\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}(?P<year>{YEAR})(?=\s[\w-])"),
    re.compile(
        rf"\s(?:is|was)\s(?:an?|the)\s[^.;,]*?\b(?:film|movie|picture|comedy|drama)\s(?:of"
        rf"|from)\s(?P<year>{YEAR})"
    ),
)
_NOT_TITLES: Final = re.compile(
    r"^(?:It|Here|Nobody|This|That|He|She|They|We|I|There|His|Her|Its|The\s(?:film|movie|picture|story|plot|cast"
    r"|screenplay|script|episode|series|production|documentary|short|sequel|original|soundtrack|title|first|second"
    r"|second|third)\b.*|A\s.*\bfilm|One\sof\b.*|Originally|What|Who|.*,\s(?:this|that|it|he|she))$"
)
_DEFINES: Final = re.compile(
    r"[\"“”‘’']?,?(?:\s\((?P<note>(?:[^()]|\([^()]*\))*)\)?)?,?(?:\s(?:also|or|better|originally|released|known"
    r"|titled|aka|a\.k\.a\.|alternatively|stylized|styled|subtitled|sometimes|internationally)\b[^.]*?,?)?"
    r"(?:,\s(?:[^.]{2,80}?|(?:(?:co-)?(?:written|directed|produced)|starring|released|made)\s[^.;]{2,240}?),)?\s(?:is|was|are|were)\s(?:an?|the|one\sof|another)\s(?P<rest>[^.]{0,160})"
)
_OWNED: Final = re.compile(rf"{NAME}['’]s?\s(?=(?:The|A|An)\s)")  # "Ana Ruiz's The Salt Ledger"
_SMALL: Final = re.compile(
    r"(?:of|the|an?|and|or|nor|but|in|on|at|to|for|from|with|by|is|it|as|vs|de|la|le|les|du|des|di|del|della|il|lo"
    r"|der|die|das|und|im|el|los|las|y|e|en|et|aux|au|into|upon|no|n|s|up|off|out|over|du|von|van|zu|a|que|qui|ni"
    r"|na|ka|ki|ke|se|no)"
)
_FOREIGN: Final = re.compile(alternation(works()["foreign"]))
_ENGLISH: Final = re.compile(alternation(works()["goes_on"]))
_TITLE_START: Final = re.compile(rf"[\"“‘']?(?P<title>(?:{UPPER}|\d|['’.…#$¡¿@(]).*?)$")
_VERBS: Final = re.compile(
    r"\s(?:stars?|starred|won|received|premiered|contains|follows|tells|depicts|takes\splace|has\sbeen|had|went\son"
    r"|features|uses|centers|centres|focuses|opened|was|is|were|chronicles|explores|concerns|marks|marked|deals"
    r"|documents|"
    r"recounts|revolves|earned|grossed|became|would|also|aired|ran|begins|opens|ends|shows|offers|boasts|includes"
    r"|garnered|made)\b"
)
_REMAKES: Final = re.compile(  # "Ebb (1995), directed by Ada Holt, remakes", "Ebb (1995) was adapted from"
    rf"(?:\s\({YEAR}\))?(?:,[^.;]{{3,80}}?,)?\s(?:remakes|reworks|retells|transplants|(?:is|was)\s(?:\w+\s){{0,2}}?(?:remake|remade|adapted|based)\b)"
)
_POSSESSED: Final = re.compile(
    rf"(?<![\w’'-])(?P<title>{TITLE})\s?['’]s\s(?:[a-z]+\s){{0,3}}?(?:film|story|plot|performance|role|release"
    rf"|production|soundtrack|cast|director|screenplay|score|ending|premiere|success|assignment|sequel|script"
    rf"|cinematography|lead)"
)
_MADE: Final = re.compile(
    rf"(?:(?<=,\s)|(?<=^)|(?<=[.!?]\s))(?P<title>{TITLE})\s(?:was|is|were)\s(?:\w+ly\s)?(?:co-)?(?:directed|written"
    rf"|produced|filmed|shot|released"
    r"|made|distributed|scripted|edited|adapted)\b"
)
_APPOSED: Final = re.compile(
    rf"(?:^|(?<=[\s:(]))(?P<title>{QUOTED}|{TITLE}),\s(?:an?|the|his|her"
    rf"|(?={YEAR}))\s?(?:[\w'’-]+\s){{0,6}}?{any_of('film_noun')}\b"
)
_FILM_WORDS: Final = re.compile(
    r"\b(?:films?|movies?|cinemas?|direct(?:ed|s|or|ing|ion)?|starring|stars?|screenplay|script|documentary|cartoon"
    r"|screen(?:ing)?|actors?|actress(?:es)?|acting|cast|episode|anime|OVA|miniseries|serial|trailers?|box\soffice"
    r"|picture|remake|plot|voiced|scenes?|camera|performances?|plays|audiences?|sequel|DVD|role|close-ups?|reels?"
    r"|footage|cinematograph\w+|directorial|rom-?coms?|screenwriter|box-office|close-up|comed(?:y|ies))\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r"[.;(]|,\s(?!\w+,?\s\w+)|\b(?:who|whose|known|born|best|by|directed|starring|that|which|from|based|written"
    r"|produced|about|at|with|for)\b"
)
_DATED_HEADING: Final = re.compile(rf"\s*\S[^\n]{{0,80}}\s\({YEAR}\)\s*\n")
_FILM_NOUN: Final = re.compile(r"\b" + any_of("film_noun") + r"\b", re.IGNORECASE)


def about_films(text: str) -> bool:
    """Whether a text speaks of films at all: it has a word of the trade, or a title with its year as its heading."""
    return bool(_FILM_WORDS.search(text) or _FILM_NOUN.search(text) or _DATED_HEADING.match(text))


def main_film(
    document: Document, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...]
) -> tuple[Film | None, bool]:
    """The page's own film with the best title and year that its text states, None when no title can be found.

    The second value tells whether no sentence says what the film is, as in reviews.
    """
    defined = _defined(document, sentences)
    circled = defined is None
    title = marked_title(document, blocks, headed := _headed(document, blocks)) or headed
    if any(block.kind is BlockKind.REVIEW for block in blocks):
        circling = circled_title(document.text, sentences, ENOUGH_IN_REVIEW)
        title = title or _named(document) or circling or defined
    else:
        title = title or defined or _named(document) or circled_title(document.text, sentences)
    title = title or _subject(document, sentences)
    if title is None:
        return None, False
    if owned := _OWNED.match(title.of(document.text)):
        title = Span(title.start + owned.end(), title.end)
    year = _year(document, blocks, sentences, title)
    name = " ".join(title.of(document.text).split())
    return Film(MAIN, name, title, year.of(document.text) if year else None, year, title), circled


def _headed(document: Document, blocks: tuple[Block, ...]) -> Span | None:
    """The title of the first title heading, without year, "(film)" and the names of page parts."""
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.label == "title":
            if span := _bare_title(document.text, block.span):
                return span
        elif block.kind is BlockKind.FIELD and block.label.casefold() in (
            "title",
            "name",
            "film",
            "movie",
            "original title",
        ):
            return block.body
    return None


def _bare_title(text: str, span: Span) -> Span | None:
    words = span.of(text)
    start = m.end() if (m := _BEFORE_TITLE.match(words)) else 0
    tail = _AFTER_TITLE.search(words, start)
    bare = words[start : tail.start() if tail else len(words)].rstrip(" ,:–—-")
    quoted = re.fullmatch(QUOTED, bare)
    left, right = (1, 1) if quoted else (0, 0)
    if len(bare) <= left + right or is_column(words):
        return None
    return Span(span.start + start + left, span.start + start + len(bare) - right)


def _defined(document: Document, sentences: Iterable[Sentence]) -> Span | None:
    """The subject of the first sentence that says what it is ("X is a 1956 film")."""
    text = document.text
    for sentence in list(sentences)[:6]:
        start, end = sentence.span.start, sentence.span.end
        opening = _OPENING.match(text[start:end])
        first = start + (opening.end() if opening else 0)
        starts = [first, *(first + m.end() for m in re.finditer(r",\s", text[first : min(end, first + 160)]))]
        if found := next((f for at in starts[:6] if (f := _defining(text, at, end))), None):
            return found
    return None


def _subject(document: Document, sentences: Iterable[Sentence]) -> Span | None:
    """The subject of a first sentence whose verb only films take, or a title with its description or owner."""
    text = document.text
    for sentence in list(sentences)[:2]:
        start, end = sentence.span.start, sentence.span.end
        if opening := _OPENING.match(text[start:end]):
            start += opening.end()
        match = re.compile(TITLE).match(text, start, end)
        told = match and (_VERBS.match(text, match.end(), end) or _REMAKES.match(text, match.end(), end))
        if match and told and not _NOT_TITLES.match(match[0]):
            return Span(*match.span())
        if made := _MADE.search(text, start, end):
            return Span(*made.span("title"))
        if apposed := _APPOSED.search(text, start, end):
            return unquoted(text, Span(*apposed.span("title")))
        if possessed := _POSSESSED.search(text, start, end):
            return Span(*possessed.span("title"))
    return None


def _defining(text: str, start: int, end: int) -> Span | None:
    position = start
    while match := re.compile(r"\s(?:is|was|are|were)\s(?:an?|the|one\sof|another)\s").search(text, position, end):
        for cut in _subject_ends(text, start, match.start()):
            if (
                (define := _DEFINES.match(text, cut, end))
                and define.end() > match.end() - 1
                and _of_film(define["rest"])
            ):
                title = _TITLE_START.match(text[start:cut].strip())
                if (
                    title
                    and (not _NOT_TITLES.match(title["title"]) or re.match(YEAR, define["rest"]))
                    and len(title["title"]) < 100
                ):
                    if not _titled(title["title"]):
                        break
                    at = text.index(title["title"], start)
                    return _without_alternative(text, Span(at, at + len(title["title"].rstrip(" ,"))))
                break
        position = match.end()
        if position - start > 400:
            break
    return None


def _titled(words: str) -> bool:
    """Whether these words are written as titles are: only small words begin with a small letter."""
    small = [w for w in re.findall(r"[\w'’-]+", words) if w[0].islower() and not _SMALL.fullmatch(w)]
    return (
        not small
        or _is_foreign(words, small)
        or (
            len(words.split()) <= 5
            and len(small) <= 2
            and not re.search(r"\b(?:was|were|is|has|had|who|when)\b", words)
        )
    )


def _is_foreign(words: str, small: list[str]) -> bool:
    """Whether words are a title of another language: one of its small words is there, and no English one."""
    foreign = any(_FOREIGN.fullmatch(w) for w in re.findall(r"[\w'’-]+", words) if w[0].islower())
    return foreign and len(words.split()) <= 9 and not any(_ENGLISH.fullmatch(w) for w in small)


def _subject_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where the title may end before the verb: at an opening bracket, an "also known as", or the verb itself."""
    subject = text[start:end]
    for pattern in (
        r"[\"”’]?,?\s\(",
        r",?\s(?:also\sknown|also\sreleased|known|released|originally|better\sknown|aka|a\.k\.a\.|alternatively"
        r"|stylized|subtitled|also\stitled|starring|later|previously|formerly|for\sa\stime|also\ssimply|or\ssimply"
        r"|or(?=\s[^\x00-\x7f])|a\s|an\s)",
        r"$",
    ):
        if match := re.search(pattern, subject):
            yield start + match.start()


def _of_film(rest: str) -> bool:
    """Whether "is a …" goes on with what only films are; the noun must stand before any clause or name."""
    phrase = _CLAUSE.split(rest, maxsplit=1)[0]
    return bool(_FILM_NOUN.search(phrase))


def _without_alternative(text: str, span: Span) -> Span:
    words = span.of(text).strip()
    cut = re.search(rf",?\s(?:or|aka|a\.k\.a\.)[,:]?\s(?=[\"“]?{UPPER})", words)
    end = (
        cut.start() if cut and ":" not in words[: cut.start()] and len(words[: cut.start()].split()) > 1 else len(words)
    )
    bare = words[:end].strip("\"“”‘’' ,")
    if words[:1] == "'" and bare[:2].isdigit():  # '71, '83
        bare = "'" + bare
    at = text.index(bare, span.start)
    return Span(at, at + len(bare))


def _named(document: Document) -> Span | None:
    """The title that came with the document, where its text holds it."""
    if document.title:
        bare = _AFTER_TITLE.sub("", document.title).strip()
        at = document.text.find(bare) if bare else -1
        if at >= 0:
            return Span(at, at + len(bare))
    return None


def _year(document: Document, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], title: Span) -> Span | None:
    """The film's year: in its heading or a field, behind its title, or in the sentence that defines it."""
    text = document.text
    for block in blocks:
        heading = block.kind is BlockKind.HEADING and block.label == "title"
        field = block.kind is BlockKind.FIELD and block.label.casefold() in _YEAR_FIELDS
        if heading or field:
            for match in _YEAR.finditer(text, block.body.start, block.body.end):
                if Span(*match.span()) not in title:
                    return Span(*match.span())
    if behind := _YEAR_BEHIND.match(text, title.end):
        return Span(*behind.span("year"))
    for sentence in sentences:
        if title in sentence.span:
            for pattern in _YEAR_DEFINING:
                if found := pattern.match(text, title.end, sentence.span.end):
                    return Span(*found.span("year"))
    return None
