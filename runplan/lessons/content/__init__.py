"""The questions of the lessons, one module a lesson; answers come from the tables."""
