"""A graph in, files out: every format in one tuple, and the folder of a build written whole or not at all."""

from kg.export.build import OUTPUTS, PARTS, REPORT, SHARDS, build_folder, write_judgements, write_report
from kg.export.evidence_page import LARGEST, PAGE, recount_page, write_page
from kg.export.exporters import EXPORTERS, Exporter, exporter, exporter_for, packing_of
from kg.export.graph import UNWRITTEN, Graph, namespace, prefixes_of
from kg.export.graph_files import (
    GRAPH_FILES,
    Half,
    Patch,
    change_facts,
    change_quads,
    quads_in_halves,
    write_facts,
    write_half,
    write_pieces,
    write_quads,
)
from kg.export.network import network
from kg.export.patching import SortedFile
from kg.export.runs import PARTING, Runs, lines_in, write_merged, write_run, write_shard

__all__ = [
    "EXPORTERS",
    "GRAPH_FILES",
    "LARGEST",
    "OUTPUTS",
    "PAGE",
    "PARTING",
    "PARTS",
    "REPORT",
    "SHARDS",
    "UNWRITTEN",
    "Exporter",
    "Graph",
    "Half",
    "Patch",
    "Runs",
    "SortedFile",
    "build_folder",
    "change_facts",
    "change_quads",
    "exporter",
    "exporter_for",
    "lines_in",
    "namespace",
    "network",
    "packing_of",
    "prefixes_of",
    "quads_in_halves",
    "recount_page",
    "write_facts",
    "write_half",
    "write_judgements",
    "write_merged",
    "write_page",
    "write_pieces",
    "write_quads",
    "write_report",
    "write_run",
    "write_shard",
]
