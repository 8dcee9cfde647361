"""A pattern in; what `re.compile` and `required` make of it out, from a file in the user's cache where it is there.

Both take three seconds for the patterns of all rules, which every command that reads a text would pay, and each of its
workers. A file that is missing or damaged, or cannot be written, costs that time and nothing more.
"""

import _sre  # type: ignore[import-not-found]
import os
import re
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Final, NamedTuple
from zlib import crc32

import msgspec

from kg.lexis import letters, required
from kg.lexis.required import Required

_MOST: Final = 4_000  # patterns in a file; one with more is full of what edits of the rules left behind
_SMALL: Final = 800  # bytes of code; a third of the patterns have less, and take a hundredth of the time
_SUM: Final = 4  # bytes
_CODE: Final = "I" if _sre.CODESIZE == 4 else "H"

Key = tuple[bytes, int]
"""A pattern, as bytes since some look for surrogates, and its flags."""


class Program(NamedTuple):
    """What the matching engine is given: flags, its code as bytes, how many groups there are, their names."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]


class _Content(msgspec.Struct, array_like=True):
    programs: list[tuple[Key, Program]] = []
    words: list[tuple[Key, Required | None]] = []


class Kept:
    """What is known of patterns, in memory and in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        content = _read(file)
        self._programs, self._words = dict(content.programs), dict(content.words)
        self._new = False

    def program(self, pattern: str, flags: int) -> Program:
        """The program of a pattern; re.error where it is none."""
        key = _key(pattern, flags)
        if known := self._programs.get(key):
            return known
        program = _program(pattern, flags)
        if len(program.code) >= _SMALL:
            self._programs[key], self._new = program, True
        return program

    def words(self, pattern: str, flags: int) -> Required | None:
        """See `required`."""
        key = _key(pattern, flags)
        if key not in self._words:
            self._words[key], self._new = required.required(pattern, flags), True
        return self._words[key]

    def save(self) -> None:
        """Write the file where there is something new; no harm is done where it cannot be written."""
        if not self._new:
            return
        full = len(self._programs) > _MOST
        kept = ([], []) if full else (list(self._programs.items()), list(self._words.items()))
        fresh = self._file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            content = msgspec.msgpack.encode(_Content(*kept))
            fresh.write_bytes(_sum(content) + content)
            fresh.replace(self._file)
        self._new = False


@cache
def _kept() -> Kept:
    try:
        caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:  # a user without a home
        caches = Path(os.devnull)
    return Kept(caches / "kg" / f"patterns-{_version()}")


def prepared(pattern: str, flags: int = 0) -> Required | None:
    """What `required` finds; `compiled` will be quick."""
    _kept().program(pattern, flags)
    return _kept().words(pattern, flags)


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`."""
    return _made(pattern, _kept().program(pattern, flags))


def keep_patterns() -> None:
    """Write down what is new, for the next process."""
    _kept().save()


@contextmanager
def keeping_patterns() -> Iterator[None]:
    """Within it modules are loaded, and their `re.compile` is `compiled`; on leaving, what is new is written down."""
    usual = compiler.compile

    def compile_kept(pattern: object, flags: int = 0) -> object:
        if isinstance(pattern, str) and not flags & re.DEBUG:
            return compiled(pattern, flags)
        return usual(pattern, flags)

    compiler.compile = compile_kept
    try:
        yield
    finally:
        compiler.compile = usual
    keep_patterns()


def _read(file: Path) -> _Content:
    try:
        stored = file.read_bytes()
        content = memoryview(stored)[_SUM:]
        return msgspec.msgpack.decode(content, type=_Content) if stored[:_SUM] == _sum(content) else _Content()
    except (OSError, ValueError, msgspec.MsgspecError):
        return _Content()


def _sum(content: bytes | memoryview) -> bytes:
    """What damage shows by."""
    return crc32(content).to_bytes(_SUM, "big")


def _version() -> str:
    """A hash of Python's matching engine, and of how words are found."""
    engine = f"{sys.version} {sys.byteorder} {_sre.MAGIC} {_sre.CODESIZE}".encode()
    sources = (Path(module.__file__ or "").read_bytes() for module in (letters, required, sys.modules[__name__]))
    return sha256(b"".join((engine, *sources))).hexdigest()[:16]


def _key(pattern: str, flags: int) -> Key:
    return pattern.encode(errors="surrogatepass"), int(flags)


def _program(pattern: str, flags: int) -> Program:
    """What `re` does to compile a pattern, but for its last step."""
    tree = parser.parse(pattern, flags)
    code = array(_CODE, compiler._code(tree, flags)).tobytes()
    return Program(flags | tree.state.flags, code, tree.state.groups - 1, dict(tree.state.groupdict))


def _made(pattern: str, program: Program) -> re.Pattern[str]:
    """The last step."""
    numbers: list[str | None] = [None] * (program.groups + 1)
    for name, number in program.names.items():
        numbers[number] = name
    code = array(_CODE, program.code).tolist()
    made: re.Pattern[str] = _sre.compile(pattern, program.flags, code, program.groups, program.names, tuple(numbers))
    return made
