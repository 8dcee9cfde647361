"""A document in, its layout and blocks out. Extractors see kinds of blocks and never layouts.

lines, words       what layouts look at: lines with their places, words.toml
markup, figures    the forms of headings, items and fields; of dates, scores and averages
fields, beside, facts    infobox fields over one line or many, several on one; facts without a label
paired             lists of names and trades by turns
embedded           the structured data of a web page, which stands below its text
titles, sections, article    the parts that pages of text share; tone: how a text speaks
reviewers, asides, heads, entry, inline, stacked, entries, headlines, preamble    the parts that pages of reviews share
cells, bylines, torn, anchors, forms, signers, recurring    reviews as groups of lines that recur, in any order
capsule, encyclopedia, synopsis, user_reviews, rating_page, critic, paragraph    one layout each
voices             reviews of one line each, which begins with who speaks
layouts            LAYOUTS and the choice among them
wrapped, casing, foreign    lines of one width joined again; capitals where a text, or a title in it, has none
series             pages about several films taken apart
"""

from kg.segment.casing import cased
from kg.segment.foreign import titled
from kg.segment.layout import Segmentation
from kg.segment.layouts import LAYOUTS, segment
from kg.segment.series import series
from kg.segment.wrapped import unwrapped

__all__ = ["LAYOUTS", "Segmentation", "cased", "segment", "series", "titled", "unwrapped"]
