"""A graph in, files out: every format in one tuple, and the folder of a build written whole or not at all."""

from kg.export.build import OUTPUTS, REPORT, build_folder, write_build
from kg.export.exporters import EXPORTERS, Exporter, exporter, exporter_for, packing_of
from kg.export.graph import Graph
from kg.export.network import network

__all__ = [
    "EXPORTERS",
    "OUTPUTS",
    "REPORT",
    "Exporter",
    "Graph",
    "build_folder",
    "exporter",
    "exporter_for",
    "network",
    "packing_of",
    "write_build",
]
