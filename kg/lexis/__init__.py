"""The shapes of names, titles, years and sentences in English text: pattern fragments that several stages share."""

from kg.lexis.compiled import keeping_patterns

with keeping_patterns():
    from kg.lexis.lists import listed
    from kg.lexis.names import NAME, clean_name, is_company, names_in
    from kg.lexis.sentences import sentences
    from kg.lexis.titles import TITLE, YEAR, title_key

__all__ = ["NAME", "TITLE", "YEAR", "clean_name", "is_company", "listed", "names_in", "sentences", "title_key"]
