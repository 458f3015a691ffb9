"""Readers of training data: each gives window.Document objects.  READERS is the one table of them."""
from training.data import authored, clauses, names, statements, treebank

READERS = {
    "treebank": treebank.read,
    "clauses": clauses.read,
    "statements": statements.read,
    "columns": names.read,
    "authored": authored.read,
    "contents": authored.read_contents,
}
