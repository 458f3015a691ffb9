"""Heads on the encoder.  A head is one class, registered here; nothing else lists heads.

A head has
  layer                       the gold layer that it learns from; documents without it do not reach it
  labels(documents)           class method: its label lists out of training data, kept in the model file
  __init__(width, labels)     width of a word's vector
  loss(y, windows)            y [words of all windows, width]
  decode(y, windows)          the layer for each window, positions relative to the window
"""
from training.heads.events import EventsHead
from training.heads.names import NamesHead
from training.heads.parse import ParseHead
from training.heads.stance import StanceHead
from training.heads.statements import StatementsHead

HEADS = {"parse": ParseHead, "names": NamesHead, "statements": StatementsHead, "stance": StanceHead,
         "events": EventsHead}
