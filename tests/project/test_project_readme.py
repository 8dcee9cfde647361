"""Every console block of the README is run, in order, on the example pages, and prints what it says."""

import re

from readme import README, ROOT, printed, shown, steady, steps

TEXT = README.read_text(encoding="utf-8")


def test_every_command_prints_what_the_readme_says() -> None:
    said = steps(TEXT)
    assert len(said) >= 6
    for (command, before), output in zip(said, printed([command for command, _ in said]), strict=True):
        assert steady(shown(output, before)) == steady(before), f"{command}: `make readme` writes it anew"


def test_every_link_leads_somewhere() -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)", TEXT) if not target.startswith("https://")]
    assert targets
    assert all((ROOT / target).exists() for target in targets)


def test_exit_codes_are_documented() -> None:
    assert all(re.search(rf"^\| {code} \|", TEXT, re.MULTILINE) for code in (0, 1, 2))
