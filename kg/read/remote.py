"""URLs of object stores and servers in, the files there out, by fsspec (s3://, gs://, az://, https://, hdfs:// …)."""

import glob
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO, Final

from kg.errors import ConfigurationError, UsageError
from kg.read.extras import need

_MARK: Final = "://"


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file at a URL; `name` is its path below what the caller named, `listed` says that a folder listed it."""

    name: str
    url: str
    open: Callable[[], BinaryIO]
    listed: bool


def is_url(argument: str) -> bool:
    """Whether an argument names a place by protocol and path."""
    return _MARK in argument


def files(url: str) -> list[RemoteFile]:
    """The files that a URL names: one, all below a folder, or those that match a pattern; [] where there is none.

    Raises a UsageError for a protocol that nobody knows and a ConfigurationError for one whose library is missing.
    """
    system, path = _system(url)
    if glob.has_magic(path):
        fixed = path[: min(path.index(c) for c in "*?[" if c in path)].rpartition("/")[0]
        return list(_files(system, sorted(system.glob(path)), fixed, listed=False))
    if system.isdir(path):
        return list(_files(system, sorted(system.find(path)), path, listed=True))
    return list(_files(system, [path] if system.exists(path) else [], path.rpartition("/")[0], listed=False))


def _system(url: str) -> tuple[Any, str]:
    need(url, "reading from there needs", "fsspec", extra="cluster")
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(url)
    except ValueError as error:
        raise UsageError(f"{url}: {error}") from error
    except ImportError as error:
        raise ConfigurationError(f"{url}: {error}") from error
    return system, str(path)


def _files(system: Any, paths: list[str], base: str, *, listed: bool) -> Iterator[RemoteFile]:
    for path in paths:
        if not system.isdir(path):
            name = path.removeprefix(base).lstrip("/")
            yield RemoteFile(name, system.unstrip_protocol(path), partial(system.open, path, "rb"), listed)
