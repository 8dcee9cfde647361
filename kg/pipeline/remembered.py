"""The folder of a build in; how it was built out, so that what changes it later does the same."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.assemble import Detail, Encoding
from kg.errors import InputError
from kg.export import REPORT
from kg.export.texts import find_texts
from kg.pipeline.curation import Curation
from kg.pipeline.options import Options
from kg.resolve import decisions_in, links_in
from kg.vocab import BaseIri


def remembered(out: Path, given: Options) -> tuple[Options, Curation]:
    """The options and the curation of a build; files of decisions or links that are `given` take the place of its own.

    Of the other options that are given only the runner counts.
    """
    report = _report(out)
    try:
        evidence = Encoding(Detail(report["evidence"]["detail"]), report["evidence"]["rdf12"])
        base, model, least = BaseIri(report["base"]), report["model"], report["min_confidence"]
        shards = report["shards"]
        names = {kind: report[kind] for kind in ("decisions", "links")}
    except (LookupError, TypeError, ValueError) as error:
        raise InputError(f"{out / REPORT}: is not the report of a build by this version of kg: {error!r}") from error
    options = replace(given, base=base, model=model, min_confidence=least, evidence=evidence, shards=shards)
    return options, _curation(out, names, options)


def _report(out: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((out / REPORT).read_text(encoding="utf-8"))
        return found
    except OSError as error:
        raise InputError(f"{out}: is no build that could be changed; make one with kg build") from error
    except ValueError as error:
        raise InputError(f"{out / REPORT}: is not as it was written: {error}; build the graph again") from error


def _curation(out: Path, names: dict[str, str | None], options: Options) -> Curation:
    """The given files, else those of the build, whose texts it keeps."""
    fresh = Curation.read(options)
    texts = find_texts(out, [name for name in names.values() if name])
    decisions, links = (name if name in texts else None for name in (names["decisions"], names["links"]))
    if decisions and not options.decisions:
        known = decisions_in(decisions, texts[decisions], f"{decisions} of {out}", options.base)
        fresh = replace(fresh, decisions=known)
    if links and not options.links:
        fresh = replace(fresh, links=links_in(links, texts[links], f"{links} of {out}"))
    return fresh
