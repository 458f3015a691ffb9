// For tests: a text with all layers, by the model in the repository.
//
// The model is opened once a process.  Thread rule: tests are single-threaded.
#pragma once

#include <memory>
#include <string>

#include "annotate/encoder_annotator.h"
#include "annotate/name_clusters.h"
#include "annotate/quotes.h"
#include "annotate/tokens.h"
#include "base/check.h"

namespace dateline {

inline const EncoderAnnotator& TestEncoder() {
  static const std::unique_ptr<EncoderAnnotator> encoder = [] {
    Result<std::unique_ptr<EncoderAnnotator>> opened =
        EncoderAnnotator::Open(DATELINE_SOURCE_DIR "/models/core.dlm");
    DL_CHECK(opened.has_value());
    return *std::move(opened);
  }();
  return *encoder;
}

inline Document AnnotatedArticle(std::shared_ptr<const Article> article,
                                 const Limits& limits = {}) {
  Document doc(std::move(article));
  TokenAnnotator(limits).Annotate(doc);
  QuoteAnnotator().Annotate(doc);
  TestEncoder().Annotate(doc);
  ClusterAnnotator().Annotate(doc);
  return doc;
}

inline Document AnnotatedText(std::string text, const Limits& limits = {}) {
  auto article = std::make_shared<Article>();
  article->text = std::move(text);
  return AnnotatedArticle(std::move(article), limits);
}

}  // namespace dateline
