// All stages of dateline, in order.  This file is the one place that lists them.
#include "dateline/engine.h"

#include <utility>
#include <vector>

#include "annotate/names.h"
#include "annotate/quotes.h"
#include "annotate/tokens.h"
#include "base/check.h"
#include "base/table.h"
#include "document/stage.h"
#include "extract/actors/actors.h"
#include "extract/events/event_extractor.h"
#include "extract/places/places.h"
#include "extract/statements/statement_extractor.h"
#include "extract/times/times.h"
#include "gazetteer/gazetteer.h"
#include "pipeline/chain.h"

namespace dateline {

struct Engine::Stages {
  explicit Stages(Gazetteer opened, const Limits& limits) : gazetteer(std::move(opened)) {
    annotators.push_back(std::make_unique<TokenAnnotator>(limits));
    annotators.push_back(std::make_unique<QuoteAnnotator>());
    annotators.push_back(std::make_unique<NameAnnotator>(&gazetteer));
    extractors.push_back(std::make_unique<TimesExtractor>());
    extractors.push_back(std::make_unique<PlaceExtractor>(&gazetteer));
    extractors.push_back(std::make_unique<ActorExtractor>());
    extractors.push_back(std::make_unique<StatementExtractor>());
    extractors.push_back(std::make_unique<EventExtractor>());

    std::vector<StageInfo> chain;
    chain.reserve(annotators.size() + extractors.size());
    for (const auto& annotator : annotators) chain.push_back(annotator->info());
    for (const auto& extractor : extractors) chain.push_back(extractor->info());
    DL_CHECK(ChainProblem(chain).empty());
  }

  Gazetteer gazetteer;
  std::vector<std::unique_ptr<Annotator>> annotators;
  std::vector<std::unique_ptr<Extractor>> extractors;
};

Engine::Engine(std::unique_ptr<Stages> stages) : stages_(std::move(stages)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::Open(const EngineOptions& options) {
  Result<Gazetteer> gazetteer = Gazetteer::Open(options.data_dir + "/gazetteer.bin");
  if (!gazetteer) return std::unexpected(gazetteer.error());
  return Engine(std::make_unique<Stages>(*std::move(gazetteer), options.limits));
}

RecordBatch Engine::Read(std::shared_ptr<const Article> article) const {
  DL_CHECK(article != nullptr);
  Document doc(std::move(article));
  for (const auto& annotator : stages_->annotators) annotator->Annotate(doc);
  RecordBatch batch;
  for (const Sentence& sentence : doc.sentences) batch.sentences.push_back(sentence.span);
  batch.diagnostics = doc.article().diagnostics;
  batch.diagnostics.insert(batch.diagnostics.end(), doc.diagnostics.begin(), doc.diagnostics.end());
  for (const auto& extractor : stages_->extractors) extractor->Extract(doc, batch);
  return batch;
}

std::string_view Engine::Version() {
  static const std::string kVersion =
      DATELINE_VERSION "+" + Table::DigestOfEmbedded().substr(0, 12);
  return kVersion;
}

}  // namespace dateline
