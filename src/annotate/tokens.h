// Which words are there?  Two annotators: "sentences" (paragraphs, sentences, raw tokens) is folded
// into one pass with "tokens" (shape, lower case), since a sentence is a run of tokens.
//
// Covers the text up to Limits::text_code_points (Diagnostic "text.truncated" beyond); a sentence
// of more than Limits::sentence_tokens is split hard (Diagnostic "sentence.split", once an
// article). Cost: linear.
#pragma once

#include <cstdint>
#include <span>

#include "dateline/limits.h"
#include "document/stage.h"

namespace dateline {

class TokenAnnotator : public Annotator {
 public:
  explicit TokenAnnotator(const Limits& limits = {}) : limits_(limits) {}
  StageInfo info() const override;
  void Annotate(Document& doc) const override;

 private:
  Limits limits_;
};

// REQUIRES: not empty.
Shape ShapeOf(std::string_view token);

// Adds a sentence of these tokens.  REQUIRES: not empty, in order, behind those of the document.
void AppendSentence(Document& doc, std::span<const Span> spans, std::uint32_t paragraph);

}  // namespace dateline
