// All stages of dateline, in order.  stages.cc is the one place that lists them.
//
// Open checks the chain before any text runs: each stage finds the layers that it requires, and
// none is assigned twice (chain.h).  Thread rule: immutable after Open; may serve many threads.
#pragma once

#include <memory>
#include <vector>

#include "annotate/encoder_annotator.h"
#include "dateline/engine.h"
#include "document/stage.h"
#include "gazetteer/gazetteer.h"

namespace dateline {

class Stages {
 public:
  static Result<std::unique_ptr<Stages>> Open(const EngineOptions& options);

  // A report with all layers of its words.  REQUIRES: not null, valid UTF-8.
  Document Annotate(std::shared_ptr<const Article> article) const;
  // Its records.
  RecordBatch Extract(const Document& doc) const;

  const EncoderAnnotator& encoder() const { return *encoder_; }

 private:
  Stages(Gazetteer gazetteer, std::unique_ptr<EncoderAnnotator> encoder, const Limits& limits);

  Gazetteer gazetteer_;
  const EncoderAnnotator* encoder_;  // one of the annotators
  std::vector<std::unique_ptr<Annotator>> annotators_;
  std::vector<std::unique_ptr<Extractor>> extractors_;
};

}  // namespace dateline
