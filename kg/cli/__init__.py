"""The command line: arguments in; files, tables, messages and an exit code out."""

from kg.cli.commands import kg, main

__all__ = ["kg", "main"]
