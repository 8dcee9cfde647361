"""A page's tree in, the nodes of its structured data out, by syntax; all three look alike then."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree
from lxml.html import HtmlElement, tostring

Node = Mapping[str, Any]

_JSON_LD: Final = "application/ld+json"
_PREFIXES: Final = {
    "http://schema.org/": "",
    "https://schema.org/": "",
    "schema:": "",
    "https://w3id.org/film-kg#": "kg:",
}


@dataclass(slots=True)
class Markup:
    """The nodes of one syntax in the order of the page, and what could not be read."""

    syntax: str
    nodes: list[Node] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def markups(tree: HtmlElement) -> Iterator[Markup]:
    """Everything marked up; a syntax that the page has none of gives no nodes."""
    yield _json_ld(tree)
    whole = _spelt_out(tree)
    yield _by_extruct("microdata", whole, "//*[@itemtype]")
    yield _by_extruct("rdfa", whole, "//*[@typeof]")


def local(name: str) -> str:
    """A property or type without the address of schema.org, and ours with its prefix."""
    for address, prefix in _PREFIXES.items():
        if name.startswith(address):
            return prefix + name[len(address) :]
    return name


def _json_ld(tree: HtmlElement) -> Markup:
    """Each script by itself, so that a broken one costs no other."""
    from extruct.jsonld import JsonLdExtractor

    markup = Markup("json-ld")
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().casefold() == _JSON_LD:
            script.set("type", _JSON_LD)
            try:
                markup.nodes += JsonLdExtractor().extract_items(script)
            except (ValueError, RecursionError) as error:
                markup.problems.append(f"JSON-LD of line {script.sourceline}: {str(error).splitlines()[0]}")
    markup.nodes[:] = [node for node in markup.nodes if isinstance(node, dict)]
    return markup


def _by_extruct(syntax: str, tree: HtmlElement, sign: str) -> Markup:
    """What extruct finds; a fault of the page stops it in many ways, and must not cost the page's text."""
    import extruct

    markup = Markup(syntax)
    if tree.xpath(sign):
        try:
            html = tostring(tree, encoding="unicode")
            markup.nodes += extruct.extract(html, syntaxes=[syntax], uniform=True)[syntax]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, etree.LxmlError) as error:
            markup.problems.append(f"{syntax}: {error}")
    return markup


def _spelt_out(tree: HtmlElement) -> HtmlElement:
    """The page with a blank for every break, and with the dates of `time` where RDFa looks for values."""
    whole = deepcopy(tree)
    for br in whole.xpath("//br"):
        br.tail = " " + (br.tail or "")
    for time in whole.xpath("//time[@datetime and @property and not(@content)]"):
        time.set("content", time.get("datetime"))
    return whole
