#include "extract/places/known_part.h"

#include <algorithm>

#include "text/unicode.h"

namespace dateline::places {

std::string PartFinder::KeyOf(Range range) const { return NameKey(doc_.Words(doc_.SpanOf(range))); }

KnownPart PartFinder::Longest(std::uint32_t first, std::uint32_t last) const {
  KnownPart best{.tokens = {first, first}, .key = "", .known = false, .noun = {}};
  last = std::min({last, first + kLongestName, doc_.SentenceOf(first).tokens.last});
  for (std::uint32_t end = first + 1; end <= last; ++end) {
    std::string key = KeyOf({first, end});
    const Token& token = doc_.tokens[end - 1];
    const bool more = gazetteer_.IsPrefix(key);
    if ((IsCapital(token) || token.shape == Shape::kNumber) && gazetteer_.Contains(key))
      best = {{first, end}, std::move(key), true, {}};
    if (!more) break;
  }
  return best;
}

KnownPart PartFinder::Of(Range name) const {
  if (KnownPart longer = Longest(name.first, name.first + kLongestName);
      longer.tokens.last >= name.last)
    return longer;
  KnownPart part{.tokens = name, .key = KeyOf(name), .known = true, .noun = {}};
  if (gazetteer_.Contains(part.key)) return part;
  if (name.size() > 1) {
    if ((part.noun = PlaceNouns::Get().After(doc_.tokens[name.last - 1]))) {
      const Range rest{name.first, name.last - 1};
      // "Hampton Avenue" is no town of that name; "Lamu County" is the county of Lamu.
      const bool region =
          part.noun->kind == PlaceKind::kRegion || part.noun->kind == PlaceKind::kCity;
      part.known = (region || !part.noun->alone) && Known(rest);
      if (part.known) part.key = KeyOf(rest);
      return part;
    }
  }
  for (std::uint32_t first = name.first + 1; first < name.last; ++first) {
    if (!Known({first, name.last})) continue;
    part.key = KeyOf({first, name.last});
    return part;
  }
  part.known = false;
  KnownPart front = Longest(name.first, name.last);
  if (front.known && !IsCapital(doc_.tokens[front.tokens.last])) return front;
  return part;
}

}  // namespace dateline::places
