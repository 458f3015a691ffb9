// Any bytes as a line of JSON: an article with valid UTF-8 or a typed error.
#include <cstdint>

#include "base/check.h"
#include "ingest/jsonl.h"
#include "text/unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  UnreadFields unread;
  const auto article = ReadJsonLine({reinterpret_cast<const char*>(data), size}, JsonSchema::kAuto,
                                    "line:1", Limits{}, unread);
  if (article) DL_CHECK(IsValidUtf8(article->text) && !article->id.empty());
  return 0;
}
