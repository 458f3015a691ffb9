// What do the words around a name say of it?  Prepositions, place nouns, datelines.
//
// "in Troy", "the town of Troy", "Troy county", "TROY, N.C. (AP) -".  Looks at a few tokens on
// either side and never beyond the sentence.  Cost: constant a call.  Thread rule: immutable.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "dateline/record.h"
#include "document/document.h"

namespace dateline::places {

struct PlaceNoun {
  PlaceKind kind;
  int level;
  bool alone;  // makes a place of any capitals beside it: "Road"; "state" does not
};

// data/place_nouns.tsv.
class PlaceNouns {
 public:
  static const PlaceNouns& Get();
  // "county", and "counties" of "Pike and Riley counties".
  std::optional<PlaceNoun> After(const Token& token) const;
  std::optional<PlaceNoun> Before(std::string_view lower) const { return Find(before_, lower); }
  std::optional<PlaceNoun> Of(std::string_view lower) const { return Find(of_, lower); }

 private:
  using Map = std::unordered_map<std::string_view, PlaceNoun>;
  PlaceNouns();
  static std::optional<PlaceNoun> Find(const Map& map, std::string_view lower);
  Map after_, before_, of_;
};

bool IsCapital(const Token& token);      // begins with a capital letter
bool IsCompass(std::string_view lower);  // "eastern", "central", "occupied"

// The token before `first` if it stands in the same sentence, else nullptr.
const Token* Before(const Document& doc, std::uint32_t first, std::uint32_t steps = 1);
// The token at `last` (the first after a half-open range) if it stands in the sentence of last - 1.
const Token* After(const Document& doc, std::uint32_t last, std::uint32_t steps = 0);

// The word of the range, the last if several, that hangs from a word outside: "University" of
// "University of Troy".
std::uint32_t HeadOf(const Document& doc, Range tokens);

// "in", "near", "from" ... directly before, "the" and a compass word between: "in the eastern
// Donbas".
bool BehindLocative(const Document& doc, std::uint32_t first);

// "the town of Troy": the noun.
std::optional<PlaceNoun> NounOf(const Document& doc, std::uint32_t first);

// The range opens a paragraph and a dash, a colon or an agency in brackets ends its dateline:
// "TROY, N.C. (AP) -".
bool InDateline(const Document& doc, Range tokens);

}  // namespace dateline::places
