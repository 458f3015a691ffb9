// What is each word, and what does it hang from?  Tags, lemma and tree of the words of a window.
//
// UPOS, XPOS and lemma script are linear; arcs and relations are biaffine, the tree is the best one
// with a single root (best_tree.h), a sentence at a time.  training/heads/parse.py learns the
// weights. Cost: quadratic in a sentence's tokens, which Limits::sentence_tokens bounds. Thread
// rule: const, shared.
#pragma once

#include <vector>

#include "annotate/lemma_script.h"
#include "annotate/word_vectors.h"
#include "dateline/result.h"
#include "document/document.h"
#include "model/matrix.h"
#include "model/model_file.h"

namespace dateline {

class ParseHead {
 public:
  // `width`: of a word's vector.  The file must outlive the head.
  static Result<ParseHead> Open(const ModelFile& file, std::size_t width);

  // Sets the fields of layer kSyntax of the words' tokens.
  void Read(const WordVectors& words, Document& doc) const;

 private:
  void Tag(const WordVectors& words, Document& doc) const;
  void Attach(const WordVectors& words, Range sentence, Document& doc) const;
  void Relate(const std::vector<float>& forms, const std::vector<float>& heads,
              const std::vector<std::uint32_t>& tree, Range sentence, Document& doc) const;

  std::vector<Upos> uposes_;
  std::vector<Xpos> xposes_;
  std::vector<Deprel> deprels_;
  std::vector<LemmaScript> scripts_;
  const float* root_ = nullptr;
  Matrix upos_, xpos_, lemma_;
  Matrix arc_word_, arc_head_, arc_;
  Matrix label_word_, label_head_, label_;
};

}  // namespace dateline
