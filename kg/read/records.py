"""One row of a table of texts in, its document out, or what is wrong with the row. Every format of rows shares it."""

import re
from collections.abc import Mapping
from typing import Final

from kg.model import Document, Skipped

COLUMNS: Final = ("id", "text", "title", "url")
_ALLOWED: Final = {"id": (str, int), "text": (str,), "title": (str, type(None)), "url": (str, type(None))}
_HALF: Final = re.compile("[\ud800-\udfff]")  # of a surrogate pair


def document(row: object, place: str) -> Document | Skipped:
    """The document of a row {"id", "text", "title"?, "url"?}; `place` says where the row stands ("a.jsonl:17")."""
    if not isinstance(row, Mapping):
        return Skipped(place, f'a row is an object with "id" and "text", not {_kind(row)}')
    wrong = _wrong(row)
    if wrong:
        return Skipped(place, wrong)
    return Document(str(row["id"]), row["text"], row.get("title") or None, row.get("url") or None, place)


def _wrong(row: Mapping[str, object]) -> str | None:
    """What is wrong with the row, if anything."""
    missing = [key for key in ("id", "text") if row.get(key) in (None, "")]
    if missing:
        return "the row lacks " + " and ".join(f'"{key}"' for key in missing)
    for key, types in _ALLOWED.items():
        value = row.get(key)
        if not isinstance(value, types) or isinstance(value, bool):
            return f'"{key}" is a string, not {_kind(value)}'
        if isinstance(value, str) and not _encodable(value):
            return f'"{key}" holds half of a surrogate pair (\\ud800 to \\udfff), which is no character'
    return None


def _encodable(text: str) -> bool:
    return text.isascii() or _HALF.search(text) is None


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string", list: "a list"}
    return "null" if value is None else names.get(type(value), "an object")
