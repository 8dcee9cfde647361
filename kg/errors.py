"""Every error that `kg` raises on purpose; each message says where the trouble is and what to do about it.

KgError                   exit code 1
├── UsageError            exit code 2: a wrong name, option or value; `near` suggests the right one
├── InputError            a document or data file that cannot be read as what it should be
├── ConfigurationError    something the program itself needs is missing (the spaCy model, an asset)
└── OutputError           a result that could not be written whole; the old one is untouched
"""

from collections.abc import Iterable
from difflib import get_close_matches


class KgError(Exception):
    """Root of the tree; `exit_code` is what the command line returns for it."""

    exit_code = 1


class UsageError(KgError):
    """The caller asked for something that does not exist or does not fit."""

    exit_code = 2

    @classmethod
    def unknown(cls, what: str, given: str, known: Iterable[str]) -> "UsageError":
        """Error for the name `given` that is not among `known`, with the nearest ones as a suggestion."""
        names = sorted(known)
        near = get_close_matches(given.casefold(), names, n=3, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(names)}"
        return cls(f"no {what} is called {given!r}; {hint}")


class InputError(KgError):
    """Input that cannot be read; the message starts with its path."""


class ConfigurationError(KgError):
    """Something that the program needs at run time is not installed."""


class OutputError(KgError):
    """Output that could not be written whole."""
