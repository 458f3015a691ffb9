// What do the tables know of an actor's name or noun?  Countries, capitals, demonyms, organisations
// (data/countries.tsv, data/organizations.tsv) and agents (data/agents.tsv).
//
// A lookup takes words from the one at hand on and answers with the longest entry.  Tables only:
// who a person is, and what a phrase of several entries means, is decided in extract/actors.
//   "Russian" -> demonym RUS      "Foreign Ministry" -> no name; agent "foreign ministry" GOV
//   "the" is no part of an entry: "the Pentagon" is found at "Pentagon".
// Cost: one hash probe a word.  Thread rule: immutable, shared.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/record.h"
#include "ontology/phrase_table.h"

namespace dateline {

enum class KnownKind : std::uint8_t { kCountry, kCapital, kDemonym, kOrganization };

struct KnownName {
  KnownKind kind;
  std::string name;   // of the table: "Russia" for "Russian Federation", "Moscow", "Russian"
  std::string state;  // the country's own name, where it is a country or a capital
  ActorCode code;  // country; a capital has GOV too, since as an actor it stands for its government
};

enum class AgentKind : std::uint8_t { kPerson, kGroup, kInstitution, kCountry, kThing };

struct Agent {
  std::string term;  // "soldier"
  std::string sector;
  AgentKind kind;
  bool anonymous;  // the bare noun names nobody in particular
};

template <class T>
struct Known {
  const T* entry = nullptr;
  std::uint32_t size = 0;  // words; 0: nothing found
  explicit operator bool() const { return size != 0; }
};

class ActorTables {
 public:
  static const ActorTables& Get();

  Known<KnownName> NameAt(std::span<const PhraseWord> words) const;
  Known<Agent> AgentAt(std::span<const PhraseWord> words) const;

 private:
  ActorTables();
  void AddCountries();
  void AddOrganizations();
  void AddAgents();
  void AddName(std::string_view alias, KnownName name);

  std::vector<KnownName> names_;
  std::vector<Agent> agents_;
  PhraseTable name_phrases_;
  PhraseTable agent_phrases_;
};

}  // namespace dateline
