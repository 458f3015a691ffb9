#include "ontology/actor_codes.h"

#include "base/check.h"
#include "base/table.h"
#include "text/unicode.h"

namespace dateline {

namespace {

template <class Visit>
void ForEachPart(std::string_view cell, Visit visit) {
  while (!cell.empty()) {
    const std::size_t bar = cell.find('|');
    visit(cell.substr(0, bar));
    if (bar == std::string_view::npos) return;
    cell.remove_prefix(bar + 1);
  }
}

// "WHO", "U.S.", "ISIS" but neither "G20 summit" nor "Nato": five letters or fewer, all capitals.
bool IsAcronym(std::string_view alias) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < alias.size();) {
    const CodePoint c = DecodeAt(alias, i);
    if (IsLower(c.value) || IsSpace(c.value)) return false;
    if (IsLetter(c.value)) ++letters;
    i += c.size;
  }
  return letters > 0 && letters <= 5;
}

AgentKind AgentKindOf(std::string_view word) {
  if (word == "person") return AgentKind::kPerson;
  if (word == "group") return AgentKind::kGroup;
  if (word == "institution") return AgentKind::kInstitution;
  if (word == "country") return AgentKind::kCountry;
  DL_CHECK(word == "thing");
  return AgentKind::kThing;
}

}  // namespace

const ActorTables& ActorTables::Get() {
  static const ActorTables* const kTables = new ActorTables;
  return *kTables;
}

ActorTables::ActorTables() {
  AddOrganizations();  // first: "Vatican" the body before the country
  AddCountries();
  AddAgents();
}

void ActorTables::AddName(std::string_view alias, KnownName name) {
  using Case = PhraseTable::Case;
  name_phrases_.Add(alias, static_cast<std::uint32_t>(names_.size()),
                    IsAcronym(alias) ? Case::kUpper : Case::kCapital);
  names_.push_back(std::move(name));
}

void ActorTables::AddCountries() {
  const Table table = Table::Embedded("countries.tsv", 7);
  for (const TableRow& row : table.rows()) {
    const std::string country(row.cells[0]);
    const auto add = [&](std::string_view cell, KnownKind kind, std::string_view sector) {
      ForEachPart(cell, [&](std::string_view alias) {
        const std::string_view name = kind == KnownKind::kCountry ? row.cells[2] : alias;
        const std::string_view state = kind == KnownKind::kDemonym ? "" : row.cells[2];
        AddName(alias,
                {kind, std::string(name), std::string(state), {country, std::string(sector)}});
        // "two Russians", "Britons"; a noun in -s, -ish, -ese has no such plural, and none is met
        if (kind == KnownKind::kDemonym && !alias.ends_with("s"))
          AddName(std::string(alias) + "s",
                  {kind, std::string(alias), "", {country, std::string(sector)}});
      });
    };
    add(row.cells[2], KnownKind::kCountry, "");
    add(row.cells[5], KnownKind::kCountry, "");
    add(row.cells[6], KnownKind::kDemonym, "");
    add(row.cells[3], KnownKind::kCapital, "GOV");
  }
}

void ActorTables::AddOrganizations() {
  const Table table = Table::Embedded("organizations.tsv", 5);
  for (const TableRow& row : table.rows()) {
    const std::string_view code = row.cells[3].empty() ? row.cells[2] : row.cells[3];
    std::string_view sector = row.cells[4];
    if (sector.empty() && row.cells[2] == "NGO" && code != "NGO") sector = "NGO";
    const KnownName name{KnownKind::kOrganization,
                         std::string(row.cells[0]),
                         "",
                         {std::string(code), std::string(sector)}};
    AddName(row.cells[0], name);
    ForEachPart(row.cells[1], [&](std::string_view alias) { AddName(alias, name); });
  }
}

void ActorTables::AddAgents() {
  const Table table = Table::Embedded("agents.tsv", 4);
  for (const TableRow& row : table.rows()) {
    agent_phrases_.Add(row.cells[0], static_cast<std::uint32_t>(agents_.size()),
                       PhraseTable::Case::kAny, true);
    agents_.push_back({std::string(row.cells[0]), std::string(row.cells[1]),
                       AgentKindOf(row.cells[2]), row.cells[3] == "1"});
  }
}

Known<KnownName> ActorTables::NameAt(std::span<const PhraseWord> words) const {
  const auto match = name_phrases_.Longest(words);
  return match ? Known<KnownName>{&names_[match->value], match->size} : Known<KnownName>{};
}

Known<Agent> ActorTables::AgentAt(std::span<const PhraseWord> words) const {
  const auto match = agent_phrases_.Longest(words);
  return match ? Known<Agent>{&agents_[match->value], match->size} : Known<Agent>{};
}

}  // namespace dateline
