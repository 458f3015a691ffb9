// What does the encoder see at once?  Runs of whole sentences, about as long as those it learned
// from.
//
// Sentences are packed until the next does not fit; a run rather ends with a paragraph than inside
// one. [SEP] stands after each sentence and once more where a paragraph begins.  A sentence too
// long for a window stands alone, and its later words keep one piece each.  The twin of
// training/window.py. Cost: construction linear in the text; a window linear in its words.  Thread
// rule: immutable.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "model/encoder.h"
#include "model/word_piece.h"

namespace dateline {

class DocumentWindows {
 public:
  // Both must outlive it.
  DocumentWindows(const Document& doc, const WordPiece& pieces);

  // The sentences of each window, in order: ranges of indices into doc.sentences that cover all of
  // them. `budget`: pieces that a window may hold; 0 puts each sentence into a window of its own.
  std::vector<Range> Pack(std::uint32_t budget) const;

  // The window of some tokens.  `limit`: pieces that the encoder can hold.  REQUIRES: tokens not
  // empty, and no more of them than fit with their separators.
  Window Make(Range tokens, std::uint32_t limit) const;

 private:
  bool StartsParagraph(std::uint32_t sentence) const;

  const Document& doc_;
  const WordPiece& word_piece_;
  std::vector<std::uint32_t> pieces_;  // of all tokens, one after another
  std::vector<std::uint32_t> begin_;   // of each token in `pieces_`, and the end
};

}  // namespace dateline
