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
#include "model/buffer.h"
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
  // What the words of a window bring to arcs and relations, as dependents and as heads.
  struct Projected {
    Buffer<float> wanted;    // [words][kArc]
    Buffer<float> heads;     // [words][kArc]
    Buffer<float> relation;  // [words][kLabel]
    Buffer<float> labels;    // [words][kLabel]
  };

  void Tag(const WordVectors& words, Document& doc) const;
  void Attach(const Projected& all, Range words, Range sentence, Document& doc) const;
  void Relate(const Projected& all, Range words, Document& doc) const;
  Deprel RelationOf(const float* form, const float* head) const;

  std::vector<Upos> uposes_;
  std::vector<Xpos> xposes_;
  std::vector<Deprel> deprels_;
  std::vector<LemmaScript> scripts_;
  Buffer<float> root_head_, root_label_;  // the root as a head
  Matrix upos_, xpos_, lemma_;
  Matrix arc_word_, arc_head_, arc_;
  Matrix label_word_, label_head_, label_;
};

}  // namespace dateline
