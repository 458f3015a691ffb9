#include "ontology/actor_codes.h"

#include <gtest/gtest.h>

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "base/table.h"
#include "ontology/function_words.h"
#include "ontology/titles.h"
#include "text/tokenizer.h"
#include "text/unicode.h"

namespace dateline {
namespace {

// Words of a phrase as an article would have them; the lemma only drops a plural -s.
class Phrase {
 public:
  explicit Phrase(std::string text) : text_(std::move(text)) {
    for (Span token : Tokenize(text_, {0, static_cast<std::uint32_t>(text_.size())})) {
      const std::string_view word = Words(text_, token);
      const std::string& lower = kept_.emplace_back(Lower(word));
      const bool plural = lower.size() > 3 && lower.ends_with("s") && !lower.ends_with("ss");
      words_.push_back(
          {word, lower, std::string_view(lower).substr(0, lower.size() - (plural ? 1 : 0))});
    }
  }
  std::span<const PhraseWord> words() const { return words_; }

 private:
  std::string text_;
  std::deque<std::string> kept_;
  std::vector<PhraseWord> words_;
};

Known<KnownName> NameIn(const char* text) {
  return ActorTables::Get().NameAt(Phrase(text).words());
}
Known<Agent> AgentIn(const char* text) { return ActorTables::Get().AgentAt(Phrase(text).words()); }

TEST(ActorTables, LongestNameWins) {
  EXPECT_EQ(NameIn("South Sudan rebels").size, 2u);
  EXPECT_EQ(NameIn("South Sudan rebels").entry->code.country, "SSD");
  EXPECT_EQ(NameIn("Sudan rebels").entry->code.country, "SDN");
  EXPECT_EQ(NameIn("UN Security Council vote").size, 3u);
}

TEST(ActorTables, SpellingsOfOneName) {
  for (const char* text : {"US", "U.S.", "USA", "United States", "United States of America"}) {
    ASSERT_TRUE(NameIn(text)) << text;
    EXPECT_EQ(NameIn(text).entry->code.country, "USA") << text;
  }
  EXPECT_EQ(NameIn("Côte d'Ivoire").entry->code.country, "CIV");
  EXPECT_EQ(NameIn("al-Qaeda fighters").entry->name, "Al-Qaeda");
  EXPECT_EQ(NameIn("al-Qaeda fighters").size, 3u);
  EXPECT_EQ(NameIn("Israel's army").entry->name, "Israel");
}

TEST(ActorTables, AcronymsWantCapitals) {
  EXPECT_TRUE(NameIn("WHO"));
  EXPECT_FALSE(NameIn("who"));
  EXPECT_FALSE(NameIn("Who"));
  EXPECT_FALSE(NameIn("us"));
  EXPECT_FALSE(NameIn("turkey"));
}

TEST(ActorTables, CapitalsStandForGovernments) {
  EXPECT_EQ(NameIn("Moscow").entry->kind, KnownKind::kCapital);
  EXPECT_EQ(NameIn("Moscow").entry->code, (ActorCode{"RUS", "GOV"}));
  EXPECT_EQ(NameIn("Russia").entry->code, (ActorCode{"RUS", ""}));
}

TEST(ActorTables, DemonymsAndTheirPlurals) {
  EXPECT_EQ(NameIn("Brazilians").entry->kind, KnownKind::kDemonym);
  EXPECT_EQ(NameIn("Dutch").entry->code.country, "NLD");
  EXPECT_EQ(NameIn("South Korean").entry->code.country, "KOR");
}

TEST(ActorTables, BodiesHaveTheirClassOrCountry) {
  EXPECT_EQ(NameIn("NATO").entry->code, (ActorCode{"IGO", "NAT"}));
  EXPECT_EQ(NameIn("Nato").entry->code.country, "IGO");
  EXPECT_EQ(NameIn("Pentagon").entry->code, (ActorCode{"USA", "MIL"}));
  EXPECT_EQ(NameIn("Hezbollah").entry->code, (ActorCode{"LBN", "REB"}));
  EXPECT_EQ(NameIn("Amnesty International").entry->code.country, "NGO");
}

TEST(ActorTables, AgentsInSingularAndPlural) {
  EXPECT_EQ(AgentIn("soldiers").entry->sector, "MIL");
  EXPECT_EQ(AgentIn("Foreign Minister").entry->term, "foreign minister");
  EXPECT_EQ(AgentIn("police").entry->kind, AgentKind::kGroup);
  EXPECT_FALSE(AgentIn("police").entry->anonymous);
  EXPECT_TRUE(AgentIn("officials").entry->anonymous);
  EXPECT_FALSE(AgentIn("table"));
}

TEST(ActorTables, SectorsAreThoseOfPlover) {
  const std::set<std::string_view> sectors = {
      "",    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "AGR", "BUS",
      "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "NGO"};
  const std::set<std::string_view> bodies = {"UNO", "EUR", "NAT"};
  const Table agents = Table::Embedded("agents.tsv", 4);
  for (const TableRow& row : agents.rows())
    EXPECT_TRUE(sectors.contains(row.cells[1])) << "agents.tsv:" << row.line;
  const Table organizations = Table::Embedded("organizations.tsv", 5);
  for (const TableRow& row : organizations.rows())
    EXPECT_TRUE(sectors.contains(row.cells[4]) || bodies.contains(row.cells[4]))
        << "organizations.tsv:" << row.line;
}

TEST(ActorTables, EveryCountryOfAnOrganizationIsKnown) {
  std::set<std::string_view> countries;
  const Table table = Table::Embedded("countries.tsv", 7);
  for (const TableRow& row : table.rows()) {
    EXPECT_EQ(row.cells[0].size(), 3u) << row.line;
    EXPECT_TRUE(countries.insert(row.cells[0]).second) << row.cells[0];
  }
  const Table organizations = Table::Embedded("organizations.tsv", 5);
  for (const TableRow& row : organizations.rows())
    EXPECT_TRUE(row.cells[3].empty() || countries.contains(row.cells[3]))
        << "organizations.tsv:" << row.line;
}

TEST(Titles, LongestTitleWithAndWithoutStop) {
  EXPECT_EQ(TitleAt(Phrase("Lt. Gen. Ruiz").words()).size, 2u);
  EXPECT_EQ(TitleAt(Phrase("Mr Wang").words()).entry->kind, TitleKind::kHonorific);
  EXPECT_EQ(TitleAt(Phrase("Secretary of State").words()).size, 3u);
  EXPECT_FALSE(TitleAt(Phrase("Wang").words()));
}

TEST(FunctionWords, HaveTheirClass) {
  EXPECT_EQ(FunctionClassOf("the"), FunctionClass::kDeterminer);
  EXPECT_EQ(FunctionClassOf("he"), FunctionClass::kPronoun);
  EXPECT_EQ(FunctionClassOf("tuesday"), FunctionClass::kTime);
  EXPECT_EQ(FunctionClassOf("said"), FunctionClass::kVerb);
  EXPECT_EQ(FunctionClassOf("minister"), FunctionClass::kNone);
}

}  // namespace
}  // namespace dateline
