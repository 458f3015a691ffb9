#include "extract/places/known_part.h"

#include <algorithm>

#include "extract/places/name_facts.h"
#include "ontology/senses.h"
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
  const Range whole = name;
  // "north Troy" is Troy, whatever bears the name North Troy.
  while (name.size() > 1 && doc_.tokens[name.first].shape == Shape::kLower) ++name.first;
  KnownPart part{.tokens = whole, .key = KeyOf(name), .known = true, .noun = {}};
  if (KnownPart longer = Longest(name.first, name.first + kLongestName);
      longer.tokens.last >= name.last) {
    longer.tokens.first = whole.first;
    return longer;
  }
  if (gazetteer_.Contains(part.key)) return part;
  if (name.size() > 1 && (part.noun = PlaceNouns::Get().After(doc_.tokens[name.last - 1]))) {
    const Range rest{name.first, name.last - 1};
    // "Hampton Avenue" is no town of that name; "Lamu County" is the county of Lamu.
    const bool region =
        part.noun->kind == PlaceKind::kRegion || part.noun->kind == PlaceKind::kCity;
    const bool word = gazetteer_.TraitsOf(KeyOf(rest)).word;  // "the Council building"
    part.known = (region || (!part.noun->alone && !word)) && Known(rest);
    if (part.known) part.key = KeyOf(rest);
    if (part.known || part.noun->alone) return part;
  }
  if (name.size() > 1 && Means(doc_.tokens[name.first].lower, Sense::kCompass) &&
      Known({name.first + 1, name.last})) {
    part.key = KeyOf({name.first + 1, name.last});
    return part;
  }
  // "Florida resort", "Clarke County Jail": the place where it is.
  KnownPart front = Longest(name.first, name.last);
  const bool telling =
      front.tokens.size() > 1 || FactsOf(gazetteer_, front.key).fame >= Fame::kCity;
  if (front.known && telling) return front;
  part.known = false;
  if (!part.noun) part.noun = PlaceNouns::Get().Before(doc_.tokens[name.first].lower);  // "Lake X"
  return part;
}

}  // namespace dateline::places
