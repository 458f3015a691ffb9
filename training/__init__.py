"""Training of dateline's encoder and heads.  README.md tells how to run it."""
