#include "dateline/engine.h"

#include <utility>

#include "base/table.h"
#include "pipeline/stages.h"

namespace dateline {

Engine::Engine(std::unique_ptr<const Stages> stages) : stages_(std::move(stages)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::Open(const EngineOptions& options) {
  Result<std::unique_ptr<Stages>> stages = Stages::Open(options);
  if (!stages) return std::unexpected(stages.error());
  return Engine(*std::move(stages));
}

RecordBatch Engine::Read(std::shared_ptr<const Article> article) const {
  return stages_->Extract(stages_->Annotate(std::move(article)));
}

std::string Engine::Version() const {
  constexpr std::size_t kDigits = 12;
  return DATELINE_VERSION "+" + Table::DigestOfEmbedded().substr(0, kDigits) + "+" +
         stages_->encoder().model_digest().substr(0, kDigits);
}

}  // namespace dateline
