// How well known is a name, and what else may it mean?
//
// Fame decides how much context a mention needs before it is taken for a place (detect.h).
// Cost: one lookup of the gazetteer for each distinct name and report.  Thread rule: one thread.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "gazetteer/gazetteer.h"

namespace dateline::places {

enum class Fame : std::uint8_t {
  kUnknown,  // in no gazetteer
  kVillage,
  kTown,   // of 15,000 people
  kCity,   // of 100,000; seas, rivers, regions of several countries
  kWorld,  // countries, first-level divisions, capitals, towns of 500,000
  kNever   // more than any name has
};

struct NameFacts {
  Fame fame = Fame::kUnknown;
  Gazetteer::Traits traits;
  bool own_name = false;  // some place has it as its own name
  bool country = false;
  bool big_town = false;  // of 100,000 people
};

NameFacts FactsOf(const Gazetteer& gazetteer, const std::string& key);

// The facts of each name once.
class FactsBook {
 public:
  explicit FactsBook(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}
  const NameFacts& Of(const std::string& key);

 private:
  const Gazetteer& gazetteer_;
  std::unordered_map<std::string, NameFacts> facts_;
};

}  // namespace dateline::places
