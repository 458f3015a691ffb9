// Which pieces of the vocabulary make up a word?  WordPiece of BERT, lower-cased, accents stripped.
//
// The twin of training/wordpiece.py: the word is lower-cased and decomposed, combining marks are
// dropped, punctuation and CJK ideographs stand alone, and each part is cut into the longest pieces
// from the left.  A word gives at least one piece ([UNK] if nothing fits) and at most kMaxPieces.
// Cost: linear in the word.  Thread rule: immutable after Open, shared freely.
// REQUIRES: the ModelFile outlives it; words are valid UTF-8.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/result.h"
#include "model/model_file.h"

namespace dateline {

class WordPiece {
 public:
  static constexpr std::uint32_t kMaxPieces = 12;  // a web address must not fill a window

  static Result<WordPiece> Open(const ModelFile& model);

  // Appends the pieces of a word.
  void Append(std::string_view word, std::vector<std::uint32_t>& ids) const;

  std::uint32_t cls() const { return cls_; }  // opens a window
  std::uint32_t sep() const { return sep_; }  // stands after a sentence

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t next_id = 0;  // the piece's number and one; 0: free
  };

  WordPiece() = default;
  void Insert(std::uint32_t id);
  // The number of the piece `text` (without its "##"); kNone.
  std::uint32_t Find(std::uint32_t hash, std::string_view text, bool inside) const;
  void AppendPart(std::string_view part, std::vector<std::uint32_t>& ids) const;

  std::vector<std::string_view> pieces_;
  std::vector<Slot> slots_;    // open addressing, a power of two
  std::uint32_t longest_ = 0;  // bytes of the longest piece
  std::uint32_t unknown_ = 0;
  std::uint32_t cls_ = 0;
  std::uint32_t sep_ = 0;
};

}  // namespace dateline
