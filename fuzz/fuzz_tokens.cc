// Any valid UTF-8: tokens are ordered, disjoint and cover all that is no white space; sentences
// cover all tokens.
#include <cstdint>

#include "annotate/tokens.h"
#include "base/check.h"
#include "text/unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!IsValidUtf8(bytes)) return 0;
  auto article = std::make_shared<Article>();
  article->text = bytes;
  Document doc(article);
  TokenAnnotator().Annotate(doc);
  std::uint32_t at = 0;
  const auto only_space = [&](std::uint32_t from, std::uint32_t to) {
    while (from < to) {
      const CodePoint c = DecodeAt(bytes, from);
      DL_CHECK(IsSpace(c.value));
      from += c.size;
    }
  };
  for (const Token& token : doc.tokens) {
    DL_CHECK(token.span.begin >= at && token.span.begin < token.span.end && token.span.end <= size);
    only_space(at, token.span.begin);
    at = token.span.end;
  }
  only_space(at, static_cast<std::uint32_t>(size));
  std::uint32_t token = 0;
  for (const Sentence& sentence : doc.sentences) {
    DL_CHECK(sentence.tokens.first == token && !sentence.tokens.empty());
    token = sentence.tokens.last;
  }
  DL_CHECK(token == doc.tokens.size());
  return 0;
}
