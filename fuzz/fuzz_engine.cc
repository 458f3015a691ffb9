// Any text: every span in bounds and on characters, and two runs give the same records.
#include <cstdint>

#include "check_spans.h"
#include "dateline/engine.h"
#include "text/unicode.h"

namespace {

const dateline::Engine& TheEngine() {
  static const dateline::Engine* const kEngine = [] {
    auto opened = dateline::Engine::Open({DATELINE_SOURCE_DIR "/data", {}});
    DL_CHECK(opened.has_value());
    return new dateline::Engine(*std::move(opened));
  }();
  return *kEngine;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!IsValidUtf8(bytes)) return 0;
  auto article = std::make_shared<Article>();
  article->text = bytes;
  article->published = "2024-05-03";
  const RecordBatch first = TheEngine().Read(article);
  CheckSpans(article->text, first);
  const RecordBatch second = TheEngine().Read(article);
  DL_CHECK(first.statements.size() == second.statements.size() &&
           first.events.size() == second.events.size());
  DL_CHECK(first.actors.size() == second.actors.size() &&
           first.places.size() == second.places.size());
  return 0;
}
