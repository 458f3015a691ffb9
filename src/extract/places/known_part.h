// Which words of a name stand in the gazetteer, and under which key?
//
// The names layer may take in more than the gazetteer has, or less.  Tries the name with the
// capitals behind it ("Pacific" of "Pacific Ocean"), the whole, without its noun ("Lamu County"),
// without the compass word before it ("Eastern Donbas"), and at last what it begins with: "Clarke
// County Jail" is in Clarke County, and only these words are the mention.
//
// Cost: a few hash probes a token, at most kLongestName tokens.  Thread rule: pure.
#pragma once

#include <optional>
#include <string>

#include "document/document.h"
#include "extract/places/place_nouns.h"
#include "gazetteer/gazetteer.h"

namespace dateline::places {

inline constexpr std::uint32_t kLongestName = 6;  // tokens

struct KnownPart {
  Range tokens;                   // the mention
  std::string key;                // NameKey of the words of the gazetteer; of all if none is known
  bool known = false;             // does the gazetteer have the key?
  std::optional<PlaceNoun> noun;  // the noun inside the mention that is no part of the key
};

class PartFinder {
 public:
  PartFinder(const Document& doc, const Gazetteer& gazetteer) : doc_(doc), gazetteer_(gazetteer) {}

  KnownPart Of(Range name) const;
  // The longest run of capitals from `first`, not beyond `last` and the sentence.
  KnownPart Longest(std::uint32_t first, std::uint32_t last) const;

 private:
  std::string KeyOf(Range range) const;
  bool Known(Range range) const { return gazetteer_.Contains(KeyOf(range)); }

  const Document& doc_;
  const Gazetteer& gazetteer_;
};

}  // namespace dateline::places
