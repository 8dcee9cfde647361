"""`kg diff`: two builds in; what the second has gained, lost and changed out."""

import json
from pathlib import Path

import click

from kg.cli.options import FILE


@click.command(short_help="Compare two graphs.")
@click.argument("before", type=FILE, metavar="OUT1")
@click.argument("after", type=FILE, metavar="OUT2")
@click.option("--json", "as_json", is_flag=True, help="Print the differences as JSON.")
def diff(before: Path, after: Path, as_json: bool) -> None:
    """Show what OUT2 has gained, lost and changed against OUT1, in facts and in the evidence for them.

    Each is the folder of a build or any RDF file. A fact has changed where a relation that has one value got another;
    evidence where the same words stand at another place or were read by another rule.
    """
    from kg import change

    found = change.compare(before, after)
    data = json.dumps(change.as_data(found), ensure_ascii=False, indent=2) + "\n" if as_json else change.as_text(found)
    click.echo(data, nl=False)
