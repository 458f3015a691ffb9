// What do the learned layers say of a report?  One pass of the encoder, read by all heads.
//
// Assigns lemma, tags and tree, names, attributions and acts.  The text is read in windows of whole
// sentences (windows.h).  The content of an attribution is read once more as a sentence of its own,
// which finds who is quoted inside it: "He said [she had told him that ...]"; only where a word of
// reporting has a subject or a clause of its own in it. Cost: linear in the text.  Thread rule:
// const, shared; the model file is mapped once a process.
#pragma once

#include <memory>
#include <string>

#include "dateline/result.h"
#include "document/stage.h"

namespace dateline {

class EncoderAnnotator : public Annotator {
 public:
  // `path`: the model, a file in the form of docs/formats/model.md.
  static Result<std::unique_ptr<EncoderAnnotator>> Open(const std::string& path);
  ~EncoderAnnotator() override;

  std::string model_digest() const;  // which model this is: 32 hex digits

  StageInfo info() const override;
  void Annotate(Document& doc) const override;

  // The same for sentences that do not follow each other: each a window of its own.
  void AnnotateSentences(Document& doc) const;

 private:
  struct Model;
  class Pass;
  explicit EncoderAnnotator(std::unique_ptr<Model> model);
  std::unique_ptr<Model> model_;
};

}  // namespace dateline
