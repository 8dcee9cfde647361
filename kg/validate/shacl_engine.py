"""A group in, the findings of the Rust library `shacl` out: its triples as N-Triples, judged by shapes/*.ttl."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from kg.errors import ConfigurationError
from kg.model import Finding, Severity
from kg.validate.shapes import shapes_text
from kg.vocab import PREFIXES, curie, expand

if TYPE_CHECKING:
    import shacl

_IRI: Final = re.compile("<([^>]*)>")
COMPARED: Final = (  # what has to be more or less than something
    *("schema:ratingValue", "schema:bestRating", "schema:worstRating", "schema:ratingCount", "schema:reviewCount"),
    *("kg:confidence", "kg:percentileRank", "kg:runtimeMinutes"),
)
_BLANK: Final = re.compile("(?:^|> )_:", re.MULTILINE)
_NUMBER: Final = re.compile(
    r'"[+-]?[0-9]{1,15}(?:"\^\^<XSDinteger>|(?:\.[0-9]{1,15})?"\^\^<XSDdecimal>)'.replace("XSD", PREFIXES["xsd"])
)
_TYPED: Final = re.compile(rf'"\^\^<{PREFIXES["xsd"]}(\w+)>')
_ALIKE: Final = frozenset(["string", "date", "gYear", "gYearMonth", "dateTime", "anyURI", "boolean", "duration"])


def is_odd(text: str) -> bool:
    """Whether N-Triples hold what the library reads unlike the reference: blank nodes and unusual numbers.

    It names blank nodes anew, and compares numbers of different datatypes, and numbers with what is none.
    """
    return (
        ("_:" in text and _BLANK.search(text) is not None)
        or any(match[1] not in _ALIKE and not _is_number(text, match.start()) for match in _TYPED.finditer(text))
        or any(not _NUMBER.match(text, start) for name in COMPARED for start in _after(text, f"<{expand(name)}> "))
    )


def _is_number(text: str, end: int) -> bool:
    """Whether the literal whose closing quotation mark is at `end` is an ordinary number."""
    start = text.rfind('"', 0, end)
    return text[start - 1] == " " and _NUMBER.match(text, start) is not None  # a quotation mark inside has a backslash


def _after(text: str, sign: str) -> Iterator[int]:
    """The places behind every occurrence of a sign."""
    at = text.find(sign)
    while at >= 0:
        yield (at := at + len(sign))
        at = text.find(sign, at)


def check(profile: str, text: str, focus: Collection[str]) -> Iterator[Finding]:
    """Findings on the nodes in `focus`; a ConfigurationError where the library is not installed."""
    for result in _shapes(profile).validate_text(text, format="ntriples").results:
        if result.focus_node in focus:
            yield _finding(result)


@cache
def _shapes(profile: str) -> "shacl.Shapes":
    try:
        import shacl
    except ModuleNotFoundError as error:
        raise ConfigurationError("the fast SHACL engine is not installed: pip install 'kg[shacl]'") from error
    return shacl.Shapes.from_turtle(shapes_text(profile))


def _finding(result: "shacl.Result") -> Finding:
    focus, value = result.focus_node[1:-1], result.value_plain or ""
    path, turned = _path(result.path or "")
    if turned:
        focus, value = value, focus
    return Finding(
        focus=focus,
        path=path,
        value=value,
        severity=Severity(result.severity),
        message=" ".join(sorted(result.messages)),
        shape=(result.source_shape or "")[1:-1],
        constraint=f"sh:{result.component}",
    )


@cache
def _path(path: str) -> tuple[str, bool]:
    """CURIE or SPARQL form of a path (`(<a>|<b>)`), and whether it is one property taken backwards (`^<a>`)."""
    turned = path.startswith("^")
    bare = path[1:-1] if path.startswith("(") else path.removeprefix("^")
    return _IRI.sub(lambda match: curie(match[1]), bare), turned
