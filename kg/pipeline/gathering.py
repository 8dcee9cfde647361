"""Documents in, the claims of a build out: what is known already is taken over, the rest is studied."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.errors import KgError
from kg.export.texts import CLAIMS
from kg.model import Document, Skipped
from kg.pipeline.claims import Claims, Spill, rules_version
from kg.pipeline.options import Options, Steps
from kg.pipeline.runners import Lost
from kg.pipeline.study import set_aside, study_packed
from kg.read import read


def gather(
    paths: Sequence[str], folder: Path, old: Path, options: Options, beside: Iterable[Document], steps: Steps
) -> Claims:
    """Read these files into the folder of a build; `old` is one whose claims save studying the same texts again.

    Documents that are `beside` them are not studied, but their texts are kept.
    """
    with Spill(folder) as spill:
        sort_out(read(paths), spill, _known(old, rules_version(options.model)), steps)
        study_waiting(spill, options, steps)
        return spill.settle(rules_version(options.model), beside).at_least(options.min_confidence)


def sort_out(items: Iterable[Document | Skipped], spill: Spill, known: Claims | None, steps: Steps) -> None:
    """Take over what is known of each document, and have the others wait."""
    for count, item in enumerate(items, start=1):
        steps("reading", count, count)
        if isinstance(item, Skipped):
            spill.skip(item)
        elif known and (entry := known.known(item)):
            spill.take(entry, item)
        else:
            spill.wait(item)


def study_waiting(spill: Spill, options: Options, steps: Steps) -> None:
    """Study what waits."""
    total = spill.waiting
    found = study_packed(spill.to_study(), options.model, options.runner)
    for done, item in enumerate(found, start=1):
        steps("studying", done, total)
        if isinstance(item, Lost):
            spill.give_up(set_aside(item.item))
        else:
            spill.state(*item)


def _known(old: Path, rules: str) -> Claims | None:
    """The claims of an older build, if there are any and the same rules and model found them."""
    if not (old / CLAIMS).is_file():
        return None
    try:
        claims = Claims.open(old)
    except KgError:
        return None  # nothing is lost but time
    return claims if claims.rules == rules else None
