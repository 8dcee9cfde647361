"""Paths in, a folder with their graph out: the stages in their order, and what came of them."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.export import build_folder, write_report
from kg.pipeline.assembling import assemble
from kg.pipeline.basis import Basis
from kg.pipeline.claims import Claims
from kg.pipeline.curation import Curation
from kg.pipeline.gathering import gather
from kg.pipeline.identifying import identify
from kg.pipeline.options import Options, Steps
from kg.pipeline.report import Outcome, Summary, located, report, summarised
from kg.pipeline.runners import SELDOM, Here


def build(paths: Sequence[str], out: Path, options: Options, steps: Steps = lambda *_: None) -> Summary:
    """Read, study, resolve, validate and write; `out` is replaced whole or not at all.

    Every byte written depends on the documents and the options alone, not on who works, nor on an older build in `out`,
    which saves studying again what has not changed.
    """
    with collecting_seldom(), build_folder(out) as folder:
        curation = Curation.read(options)
        claims = gather(paths, folder, out, options, curation.documents, steps)
        return complete(claims, curation, folder, options, steps, out)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Within it, garbage in circles is looked for as seldom as workers do."""
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def complete(
    claims: Claims, curation: Curation, folder: Path, options: Options, steps: Steps, old: Path | None = None
) -> Summary:
    """Resolve, validate and write: all that follows once it is known what each document states.

    What the build in the folder `old` kept saves doing again what has not changed.
    """
    basis = Basis.of(old, claims, curation, options)
    runner = options.runner if options.runner.sees(folder) else Here()
    beside = {document.id: document.text for document in curation.documents}
    with TemporaryDirectory(prefix=".desks.", dir=folder) as desks:
        identified = identify(basis, claims, curation, options, runner, folder, Path(desks), steps)
        assembled = assemble(claims, identified, options, runner, folder, steps, basis)
        findings = located(assembled.findings, lambda id: beside.get(id) or claims.document(id).text)
        outcome = Outcome(claims.documents, claims.skipped, identified.resolution, assembled, findings)
        summary = summarised(outcome)
    write_report(folder, report(outcome, summary, curation, options))
    return summary
