"""A graph in, files out: every format in one tuple, and the folder of a build written whole or not at all."""

from kg.export.build import OUTPUTS, PARTS, REPORT, SHARDS, build_folder, write_notes
from kg.export.evidence_page import LARGEST, write_page
from kg.export.exporters import EXPORTERS, Exporter, exporter, exporter_for, packing_of
from kg.export.graph import Graph
from kg.export.graph_files import GRAPH_FILES, Patch, change_graph, lines_in, write_graph
from kg.export.network import network
from kg.export.patching import SortedFile
from kg.export.runs import Runs, unit, write_merged, write_run, write_shard

__all__ = [
    "EXPORTERS",
    "GRAPH_FILES",
    "LARGEST",
    "OUTPUTS",
    "PARTS",
    "REPORT",
    "SHARDS",
    "Exporter",
    "Graph",
    "Patch",
    "Runs",
    "SortedFile",
    "build_folder",
    "change_graph",
    "exporter",
    "exporter_for",
    "lines_in",
    "network",
    "packing_of",
    "unit",
    "write_graph",
    "write_merged",
    "write_notes",
    "write_page",
    "write_run",
    "write_shard",
]
