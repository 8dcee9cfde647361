"""A build and documents to add or to remove, in; the build that all its documents together would have given, out."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from kg.errors import InputError, UsageError
from kg.export import REPORT, build_folder
from kg.export.texts import CLAIMS
from kg.model import Document, Skipped
from kg.pipeline.claims import Claims, Head, Key, Line, Spill, rules_version
from kg.pipeline.gathering import sort_out, study_waiting
from kg.pipeline.options import Options, Steps
from kg.pipeline.remembered import remembered
from kg.pipeline.report import Summary
from kg.pipeline.stages import collecting_seldom, complete
from kg.read import read

_NEAR: Final = 3  # names to suggest


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of a build: the ids of documents that came, took another's place, are as they were, or went.

    Without a `summary` there was nothing to do, and nothing was written. `skipped` is what came and is of no use.
    """

    summary: Summary | None
    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@collecting_seldom()
def add(out: Path, paths: Sequence[str], given: Options, steps: Steps = lambda *_: None) -> Changed:
    """Add documents; one whose id is there already takes its place. Curation files that are `given` replace the old.

    The build is replaced whole or not at all, by the bytes that all its documents would give if they were built anew.
    """
    _check(out)
    with build_folder(out) as folder, Spill(folder) as spill:
        options, curation = remembered(out, given)
        old = _claims(out, options)
        news = _News({head.key: head for head in old.heads})
        sort_out(news.among(read(paths) if paths else ()), spill, old, steps)
        unchanged = tuple(sorted(news.unchanged))
        if not (spill.keys or given.decisions or given.links):
            return Changed(None, unchanged=unchanged)
        study_waiting(spill, options, steps)
        superseded = [head for head in old.heads if news.supersede(head)]
        gone = {head.key for head in superseded}
        claims = spill.settle(old.rules, curation.documents, _without(old, gone)).at_least(options.min_confidence)
        summary = complete(claims, curation, folder, options, steps, out)
        came = {head.id: head for head in claims.heads if head.key in spill.keys}
        skipped = tuple(sorted(head.skipped for head in came.values() if head.reason))
        fresh = sorted(id for id, head in came.items() if not head.reason)
        there = {head.id for head in superseded if not head.reason}
        added, replaced = [i for i in fresh if i not in there], [i for i in fresh if i in there]
        return Changed(summary, tuple(added), tuple(replaced), unchanged, skipped=skipped)


@collecting_seldom()
def remove(out: Path, names: Sequence[str], given: Options, steps: Steps = lambda *_: None) -> Changed:
    """Take documents out, named by their ids or, where they were skipped, by their paths."""
    _check(out)
    with build_folder(out) as folder, Spill(folder) as spill:
        options, curation = remembered(out, given)
        old = _claims(out, options)
        gone = {key for name in names for key in _named(name, old.heads)}
        claims = spill.settle(old.rules, curation.documents, _without(old, gone)).at_least(options.min_confidence)
        summary = complete(claims, curation, folder, options, steps, out)
        return Changed(summary, removed=tuple(sorted(id or path for id, path in gone)))


@dataclass(slots=True)
class _News:
    """What is new among documents, against those that are there."""

    there: dict[Key, Head]
    unchanged: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)

    def among(self, items: Iterable[Document | Skipped]) -> Iterator[Document | Skipped]:
        """Those that are not there as they are."""
        for item in items:
            if self._is_there(item):
                self.unchanged.append(item.id or item.path)
            else:
                self.ids.add(item.id)
                self.paths.add(item.path)
                yield item

    def supersede(self, head: Head) -> bool:
        """Whether a document is there no more: one of its id came, or what lay at its path can be read now."""
        return (head.id != "" and head.id in self.ids) or (not head.sha256 and head.path in self.paths)

    def _is_there(self, item: Document | Skipped) -> bool:
        if isinstance(item, Skipped):
            head = self.there.get((item.id, item.path))
            return head is not None and head.skipped == item
        head = self.there.get((item.id, ""))
        return (
            head is not None
            and head.final
            and (head.sha256, head.title) == (item.sha256, item.title)
            and (head.url, head.media_type) == (item.url, item.media_type)
            and (not head.reason or head.path == item.path)
        )


def _check(out: Path) -> None:
    if missing := [name for name in (REPORT, CLAIMS) if not (out / name).is_file()]:
        raise InputError(f"{out}: is no build that could be changed: it has no {missing[0]}; make one with kg build")


def _claims(out: Path, options: Options) -> Claims:
    claims = Claims.open(out)
    if claims.rules != rules_version(options.model):
        raise InputError(
            f"{out}: was read by other rules or another model than are installed now; build it again from its sources, "
            f"or from {out}/texts.jsonl, before you change it"
        )
    return claims


def _without(old: Claims, gone: Collection[Key]) -> Iterator[Line]:
    return (line for line in old.lines() if line[0] not in gone)


def _named(name: str, heads: Sequence[Head]) -> list[Key]:
    """The documents that a name means; UsageError for none."""
    if found := [head.key for head in heads if name == head.id] or [
        h.key for h in heads if h.reason and name == h.path
    ]:
        return found
    known = sorted({head.id or head.path for head in heads})
    near = [id for id in known if name.endswith(f"/{id}")] or get_close_matches(name, known, n=_NEAR, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"it has {len(known):,}, see texts.jsonl"
    raise UsageError(f"no document of the build is called {name!r}; {hint}")
