#include "pipeline/stages.h"

#include <utility>

#include "annotate/language.h"
#include "annotate/name_clusters.h"
#include "annotate/quotes.h"
#include "annotate/tokens.h"
#include "base/check.h"
#include "extract/actors/actors.h"
#include "extract/events/event_extractor.h"
#include "extract/places/places.h"
#include "extract/statements/statement_extractor.h"
#include "extract/times/times.h"
#include "pipeline/chain.h"

namespace dateline {

Stages::Stages(Gazetteer gazetteer, std::unique_ptr<EncoderAnnotator> encoder, const Limits& limits)
    : gazetteer_(std::move(gazetteer)), encoder_(encoder.get()) {
  annotators_.push_back(std::make_unique<TokenAnnotator>(limits));
  annotators_.push_back(std::make_unique<LanguageAnnotator>());
  annotators_.push_back(std::make_unique<QuoteAnnotator>());
  annotators_.push_back(std::move(encoder));
  annotators_.push_back(std::make_unique<ClusterAnnotator>());
  extractors_.push_back(std::make_unique<TimesExtractor>());
  extractors_.push_back(std::make_unique<PlaceExtractor>(&gazetteer_));
  extractors_.push_back(std::make_unique<ActorExtractor>());
  extractors_.push_back(std::make_unique<StatementExtractor>());
  extractors_.push_back(std::make_unique<EventExtractor>());

  std::vector<StageInfo> chain;
  chain.reserve(annotators_.size() + extractors_.size());
  for (const auto& annotator : annotators_) chain.push_back(annotator->info());
  for (const auto& extractor : extractors_) chain.push_back(extractor->info());
  DL_CHECK(ChainProblem(chain).empty());
}

Result<std::unique_ptr<Stages>> Stages::Open(const EngineOptions& options) {
  Result<Gazetteer> gazetteer = Gazetteer::Open(options.data_dir + "/gazetteer.bin");
  if (!gazetteer) return std::unexpected(gazetteer.error());
  Result<std::unique_ptr<EncoderAnnotator>> encoder = EncoderAnnotator::Open(
      options.model.ends_with(".dlm") ? options.model
                                      : options.data_dir + "/" + options.model + ".dlm");
  if (!encoder) return std::unexpected(encoder.error());
  return std::unique_ptr<Stages>(
      new Stages(*std::move(gazetteer), *std::move(encoder), options.limits));
}

Document Stages::Annotate(std::shared_ptr<const Article> article) const {
  DL_CHECK(article != nullptr);
  Document doc(std::move(article));
  const WorkingOn work(doc.article().id, doc.article().source);
  for (const auto& annotator : annotators_) annotator->Annotate(doc);
  return doc;
}

RecordBatch Stages::Extract(const Document& doc) const {
  const WorkingOn work(doc.article().id, doc.article().source);
  RecordBatch batch;
  for (const Sentence& sentence : doc.sentences) batch.sentences.push_back(sentence.span);
  batch.diagnostics = doc.diagnostics;
  for (const auto& extractor : extractors_) extractor->Extract(doc, batch);
  return batch;
}

}  // namespace dateline
