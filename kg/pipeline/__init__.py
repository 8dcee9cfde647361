"""The stages composed: files in, a validated graph in a folder out."""

from kg.lexis.compiled import keeping_patterns

with keeping_patterns():  # of the rules
    from kg.pipeline.changing import Changed, add, remove
    from kg.pipeline.options import Options, Steps
    from kg.pipeline.report import Summary
    from kg.pipeline.runners import Dask, Runner, local
    from kg.pipeline.stages import build
    from kg.pipeline.study import study_all

__all__ = [
    "Changed",
    "Dask",
    "Options",
    "Runner",
    "Steps",
    "Summary",
    "add",
    "build",
    "local",
    "remove",
    "study_all",
]
