"""The stages composed: files in, a validated graph in a folder out."""

from kg.pipeline.build import Steps, build
from kg.pipeline.options import Options
from kg.pipeline.report import Summary
from kg.pipeline.study import study, study_all

__all__ = ["Options", "Steps", "Summary", "build", "study", "study_all"]
