// A place name in the text, before and after it is known which place it means.
//
// Detection (detect.h) finds the words and what they tell of the place; resolution (resolve.h)
// picks one place of the gazetteer.  Plain data; a toponym points into its document and its
// gazetteer.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "gazetteer/gazetteer.h"

namespace dateline::places {

inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

struct Toponym {
  Range tokens;     // of the mention
  Span span;        // its characters
  std::string key;  // NameKey of the words that stand in the gazetteer
  // What the words beside it say: "Troy county" -> region, level 1; "the town of Troy" -> city.
  std::optional<PlaceKind> kind;
  int level = 0;
  std::string state;             // the country that news calls so, as alpha-3: PSE for "Gaza"
  std::uint32_t inside = kNone;  // index of the toponym that contains it: "Troy" of "Troy, N.C."
  bool contains = false;         // another one is inside it: "N.C."
  double confidence = 0;         // that it names a place
  std::string cause;             // why it is taken for one: "behind \"in\""
};

}  // namespace dateline::places
