"""The benchmark's broken letters in, sound ones out, and back again."""


def repaired(text: str) -> str:
    """A text whose UTF-8 was read as Latin-1 ("BrontÃ«") put right; any other text as it is."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def damaged(text: str) -> str:
    """A text as the benchmark has it, its UTF-8 read as Latin-1."""
    return text.encode("utf-8").decode("latin-1")
