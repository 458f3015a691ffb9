// What does the encoder see at once?  Runs of whole sentences, about as long as those it learned from.
//
// Sentences are packed until the next does not fit; a run rather ends with a paragraph than inside one.
// [SEP] stands after each sentence and once more where a paragraph begins.  A sentence too long for a
// window stands alone and its later words keep one piece each.  The twin of training/window.py.
// Cost: linear in the text.  Thread rule: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "model/encoder.h"
#include "model/word_piece.h"

namespace dateline {

// The sentences of each window, in order: ranges of indices into doc.sentences that cover all of them.
std::vector<Range> PackSentences(const Document& doc, const WordPiece& pieces, std::uint32_t budget);

// The window of consecutive sentences.
Window WindowOf(const Document& doc, Range sentences, const WordPiece& pieces);

// The window of some tokens as if they were a sentence of their own.
Window WindowOfTokens(const Document& doc, Range tokens, const WordPiece& pieces);

}  // namespace dateline
