"""MediaWiki in; the text of articles, in the form that layouts know, out.

page         one file of wiki text
dump         an XML dump, streamed
article      wiki text to a document's text: title, infobox as fields, headings, items, paragraphs
rendering    nodes of wiki text to words: links as the fuller name, lists, tables of a cast
templates    what common templates stand for: dates, lists, lengths; the others are left out
"""

from kg.read.wiki.dump import DUMP
from kg.read.wiki.page import WIKI_TEXT

__all__ = ["DUMP", "WIKI_TEXT"]
