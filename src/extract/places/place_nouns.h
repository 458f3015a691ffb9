// Which common nouns make a name the name of a place?
//
// "Troy county", "Lake Chad", "the town of Troy": the noun says of what kind the place is.
// data/place_nouns.tsv has them; they look at the token or two beside the name and never beyond
// the sentence.  Cost: constant a call.  Thread rule: immutable.
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

bool IsCapital(const Token& token);  // begins with a capital letter

// "the town of Troy": the noun.
std::optional<PlaceNoun> NounOf(const Document& doc, std::uint32_t first);

}  // namespace dateline::places
