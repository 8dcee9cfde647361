"""A graph in, files out: every format in one tuple, and the folder of a build written whole or not at all."""

from kg.export.build import OUTPUTS, REPORT, build_folder, write_build
from kg.export.exporters import EXPORTERS, Exporter, exporter
from kg.export.graph import Graph

__all__ = [
    "EXPORTERS",
    "OUTPUTS",
    "REPORT",
    "Exporter",
    "Graph",
    "build_folder",
    "exporter",
    "write_build",
]
