#include "annotate/name_words.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/check.h"
#include "base/table.h"
#include "text/unicode.h"

namespace dateline {

namespace {

enum Class : unsigned {
  kGivenAndPlace = 1,
  kParticle = 2,
  kBody = 4,
  kThing = 8,
  kModifier = 16,
  kLand = 32,
  kTail = 64,
  kPeople = 128
};

unsigned ClassOfWord(std::string_view word) {
  if (word == "given-and-place") return kGivenAndPlace;
  if (word == "particle") return kParticle;
  if (word == "body") return kBody;
  if (word == "thing") return kThing;
  if (word == "modifier") return kModifier;
  if (word == "land") return kLand;
  if (word == "tail") return kTail;
  DL_CHECK(word == "people");
  return kPeople;
}

bool Has(std::string_view lower, Class what) {
  static const auto* const kClasses = [] {
    auto* classes = new std::unordered_map<std::string_view, unsigned>;
    const Table table = Table::Embedded("name_words.tsv", 2);
    for (const TableRow& row : table.rows()) (*classes)[row.cells[0]] |= ClassOfWord(row.cells[1]);
    return classes;
  }();
  const auto found = kClasses->find(lower);
  return found != kClasses->end() && (found->second & what) != 0;
}

}  // namespace

bool IsGivenName(std::string_view word) {
  static const auto* const kNames = [] {
    auto* names = new std::unordered_set<std::string>;
    const Table table = Table::Embedded("first_names.tsv", 1);
    names->reserve(table.rows().size());
    for (const TableRow& row : table.rows()) names->insert(NameKey(row.cells[0]));
    return names;
  }();
  return kNames->contains(NameKey(word));
}

bool IsGivenNameAndPlace(std::string_view lower) { return Has(lower, kGivenAndPlace); }
bool IsParticle(std::string_view lower) { return Has(lower, kParticle); }
bool IsOrganizationHead(std::string_view lower) { return Has(lower, kBody); }
bool IsThingHead(std::string_view lower) { return Has(lower, kThing); }
bool IsLandHead(std::string_view lower) { return Has(lower, kLand); }
bool IsPeople(std::string_view lower) { return Has(lower, kPeople); }
bool IsHyphenTail(std::string_view lower) { return Has(lower, kTail); }
bool IsLeadingModifier(std::string_view lower) { return Has(lower, kModifier); }

}  // namespace dateline
