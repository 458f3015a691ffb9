#include "document/document.h"

#include <algorithm>

#include "base/check.h"

namespace dateline {

std::string_view ToString(Layer layer) {
  static constexpr std::string_view kNames[] = {
      "sentences", "tokens", "quotes", "syntax", "names",      "attributions", "acts",
      "clusters",  "times",  "places", "actors", "statements", "events"};
  return kNames[static_cast<int>(layer)];
}

Range Document::TokensIn(Span span) const {
  const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.span.end <= span.begin;
  });
  const auto last = std::partition_point(
      first, tokens.end(), [&](const Token& token) { return token.span.begin < span.end; });
  return {static_cast<std::uint32_t>(first - tokens.begin()),
          static_cast<std::uint32_t>(last - tokens.begin())};
}

Span Document::SpanOf(Range range) const {
  DL_CHECK(!range.empty() && range.last <= tokens.size());
  return {tokens[range.first].span.begin, tokens[range.last - 1].span.end};
}

}  // namespace dateline
