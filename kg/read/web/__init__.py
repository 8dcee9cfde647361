"""A web page in; its text in the form that layouts know, and its structured data in a notation of lines, out.

page      bytes to a tree, and the tree to a document
text      the page's words, by trafilatura
tables    infoboxes, cast lists and other tables, which an extractor of prose loses
nodes     JSON-LD, microdata and RDFa, by extruct
data      what they say of films, in the notation of kg.lexis.data
"""

from kg.read.web.page import WEB_PAGE

__all__ = ["WEB_PAGE"]
