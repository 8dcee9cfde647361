"""A folder's new content in; the folder replaced whole or not at all, even when the process is killed on the way.

The new content is written into a hidden folder beside the old one and forced to disk; then one call to the file system
swaps the two (renameat2 with RENAME_EXCHANGE on Linux, renamex_np with RENAME_SWAP on macOS). A killed process leaves
hidden names behind (".out.new", ".out.lock"), which the next one clears away.
"""

import ctypes
import fcntl
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from kg.errors import OutputError

_MANY: Final = 100  # files that are better flushed with the whole system than one by one
_HERE: Final = -100  # AT_FDCWD: paths are relative to the working directory
_EXCHANGE: Final = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS


@contextmanager
def replacing(folder: Path, outputs: Collection[str], mark: str) -> Iterator[Path]:
    """An empty folder to write `outputs` in, which takes the place of `folder` when the block ends without an error.

    A folder that holds something but not the file `mark` is somebody else's: OutputError, as when another process is
    writing it. What else lies in the old folder moves along. A failure leaves the old folder as it was, and so does a
    block that writes nothing.
    """
    folder = folder.resolve()
    fresh = folder.with_name(f".{folder.name}.new")
    try:
        _refuse_foreign(folder, mark)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            shutil.rmtree(fresh, ignore_errors=True)
            fresh.mkdir()
            try:
                if folder.exists():
                    _try_to_swap(fresh)
                yield fresh
                if any(fresh.iterdir()):
                    _carry_over(folder, fresh, outputs)
                    _to_disk(fresh)
                    _swap(fresh, folder)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        raise OutputError(f"{error.filename or folder}: {error.strerror or error}; {folder} is as it was") from error


def _refuse_foreign(folder: Path, mark: str) -> None:
    if folder.is_mount():
        raise OutputError(f"{folder} is a mount point, which cannot be replaced; name a folder inside it")
    if folder.exists() and any(folder.iterdir()) and not (folder / mark).exists():
        raise OutputError(f"{folder} holds other files and no {mark}; name a new or an empty folder")


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    lock = folder.with_name(f".{folder.name}.lock")
    with lock.open("w") as file:
        if not _held(file, lock):
            raise OutputError(f"{folder}: another process is writing there; wait until it has ended")
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


def _held(file: IO[str], lock: Path) -> bool:
    """Whether the lock is ours, and is still the file of that name: its last holder may just have removed it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(file.fileno()), lock.stat())
    except (BlockingIOError, FileNotFoundError):
        return False


def _to_disk(folder: Path) -> None:
    paths = list(folder.rglob("*"))
    if len(paths) > _MANY:
        os.sync()
        return
    for path in (*paths, folder):
        _sync(path)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _carry_over(old: Path, new: Path, outputs: Collection[str]) -> None:
    for entry in sorted(old.iterdir()) if old.exists() else ():
        if entry.name in outputs:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, new / entry.name, symlinks=True, copy_function=os.link)
        else:
            os.link(entry, new / entry.name, follow_symlinks=False)


def _try_to_swap(place: Path) -> None:
    """Find out before the work, not after it, whether two folders there can be swapped; OSError when they cannot."""
    one, other = place / "one", place / "other"
    one.mkdir()
    other.mkdir()
    _exchange(os.fsencode(one), os.fsencode(other))
    one.rmdir()
    other.rmdir()


def _swap(fresh: Path, folder: Path) -> None:
    if folder.exists():
        _exchange(os.fsencode(fresh), os.fsencode(folder))
    else:
        fresh.rename(folder)
    _sync(folder.parent)


def _exchange(one: bytes, other: bytes) -> None:
    """Each name now means what the other meant; OSError where system or file system cannot do that in one step."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(_HERE, one, _HERE, other, _EXCHANGE)
    else:
        failed = libc.renamex_np(one, other, _EXCHANGE)
    if failed:
        raise OSError(ctypes.get_errno(), "folders cannot be swapped here; name a new folder", os.fsdecode(other))
