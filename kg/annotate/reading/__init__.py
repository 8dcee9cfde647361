"""One document read whole: what all the readers find in it, told apart and brought together as its credits."""
