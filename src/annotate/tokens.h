// Which words are there?  Two annotators: "sentences" (paragraphs, sentences, raw tokens) is folded
// into one pass with "tokens" (shape, lower case, lemma), since a sentence is a run of tokens.
//
// Covers the text up to Limits::text_code_points (Diagnostic "text.truncated" beyond); a sentence
// of more than Limits::sentence_tokens is split hard (Diagnostic "sentence.split", once an
// article). Cost: linear.
#pragma once

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

// The dictionary form of a lower-cased word: a table of irregular forms (data/lemmas.tsv), then
// suffix rules. Without a tagger a form of two words gets the commoner one: "said" -> "say",
// "accused" -> "accuse", "forces" -> "force".
std::string LemmaOf(std::string_view lower);

}  // namespace dateline
