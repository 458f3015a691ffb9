// Reads a text up to the layers that the actors tests need.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "annotate/annotated_text.h"
#include "document/document.h"

namespace dateline {

inline Document ReadWithNames(std::string text) {
  return AnnotatedText(std::move(text), Limits{.text_code_points = 10'000'000});
}

inline Span SpanIn(const Document& doc, std::string_view words) {
  const std::size_t at = doc.text().find(words);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline std::uint32_t TokenIn(const Document& doc, std::string_view word) {
  return doc.TokensIn(SpanIn(doc, word)).first;
}

}  // namespace dateline
