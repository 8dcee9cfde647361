"""A file of decisions (TOML) in, the decisions with their places out; what cannot be one is named with its line."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from kg.errors import InputError, OutputError
from kg.model import Decision, Decisions, Document, Evidence, Span, Verb
from kg.vocab import BaseIri

_HEADER: Final = re.compile(r"^[ \t]*\[\[[ \t]*([\w-]+)[ \t]*\]\]", re.MULTILINE)
_ALWAYS: Final = frozenset({"who", "when", "why"})
_FIELDS: Final = {
    Verb.SAME: frozenset({"things"}),
    Verb.DIFFERENT: frozenset({"things"}),
    Verb.PREFER: frozenset({"thing", "relation", "value"}),
    Verb.REJECT: frozenset({"thing", "relation", "value"}),
    Verb.RENAME: frozenset({"thing", "name"}),
}


def read_decisions(path: Path, base: BaseIri) -> Decisions:
    """The decisions of a file; IRIs may be written without the base ("movie/…")."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as TOML: {error}") from error
    return decisions_in(path.name, text, str(path), base)


def decisions_in(name: str, text: str, path: str, base: BaseIri) -> Decisions:
    """The same of a file that was read already."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: cannot be read as TOML: {error}") from error
    document = Document(name, text, path=path, media_type="application/toml")
    return Decisions(document, tuple(_entries(document, tables, base)))


def add_decision(path: Path, verb: str, things: Sequence[str], who: str, when: str, why: str) -> None:
    """Add an entry about several things to a file of decisions, which is written whole or not at all."""
    said = [("things", list(things)), ("who", who), ("when", when), ("why", why)]
    # A JSON string is a basic string of TOML (https://toml.io/en/v1.0.0#string), and a list of them an array.
    entry = [f"[[{verb}]]", *(f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in said)]
    fresh = path.with_name(f".{path.name}.new")
    try:
        old = path.read_text(encoding="utf-8").rstrip() + "\n\n" if path.exists() else ""
        fresh.write_text(old + "\n".join(entry) + "\n", encoding="utf-8", newline="\n")
        fresh.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror}; nothing was added") from error


def _entries(document: Document, tables: Mapping[str, Any], base: BaseIri) -> Iterator[Decision]:
    """Every table with the stretch of text that it was read from."""
    found = [*_HEADER.finditer(document.text)]
    if any(not isinstance(e, list) for e in tables.values()) or len(found) != sum(map(len, tables.values())):
        raise InputError(f"{document.path}: a decision is a table of its own, headed [[{']], [['.join(Verb)}]]")
    left = {name: iter(entries) for name, entries in tables.items()}
    for match, end in zip(found, [*(match.start() for match in found[1:]), len(document.text)], strict=False):
        place = f"{document.path}, line {document.text.count(chr(10), 0, match.start()) + 1}"
        if match[1] not in map(str, Verb):
            raise InputError(f"{place}: [[{match[1]}]] is no decision; known: {', '.join(Verb)}")
        entry = next(left[match[1]])
        span = Span(match.start(), match.start() + len(document.text[match.start() : end].rstrip()))
        yield _decision(
            Verb(match[1]), entry, Evidence.quoting(document, span, f"decision.{match[1]}", 1.0), place, base
        )


def _decision(verb: Verb, entry: dict[str, Any], evidence: Evidence, place: str, base: BaseIri) -> Decision:
    wanted = _FIELDS[verb] | _ALWAYS
    if wanted != entry.keys():
        wrong = [f"lacks {name}" for name in sorted(wanted - entry.keys())]
        wrong += [f"has no use for {name}" for name in sorted(entry.keys() - wanted)]
        raise InputError(f"{place}: [[{verb}]] {', '.join(wrong)}")
    things = entry["things"] if "things" in entry else [entry["thing"]]
    if not isinstance(things, list) or len(set(map(str, things))) < (2 if "things" in entry else 1):
        raise InputError(f"{place}: things lists two IRIs or more")
    said = {name: str(entry.get(name, "")).strip() for name in ("relation", "value", "name", "who", "when", "why")}
    if empty := sorted(name for name in said if name in wanted and not said[name]):
        raise InputError(f"{place}: {empty[0]} is empty")
    iris = tuple(sorted(iri if "://" in iri else base.base + iri for iri in map(str, things)))
    value = said["value"] or said["name"]
    return Decision(verb, iris, said["relation"], value, said["who"], said["when"], said["why"], evidence, place)
