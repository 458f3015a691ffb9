#include "extract/events/implied_sides.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/events/event_fixture.h"
#include "extract/events/parties.h"

namespace dateline::events {
namespace {

using Strings = std::vector<std::string>;

TEST(ImpliedSides, WhoRejectsRejectsWhatTheOtherPartyWants) {
  const Strings lines = Lines("Sudan urged Chad to open the road.\n\nChad rejected the demand.");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_TRUE(lines[1].ends_with("| TCD | SDN")) << lines[1];
}

TEST(ImpliedSides, TalksWithoutNamesAreThoseOfTheTwoParties) {
  const Strings lines =
      Lines("India thanked Nepal.\n\nIndia and Nepal are neighbours.\n\nThe peace talks resumed.");
  ASSERT_FALSE(lines.empty());
  EXPECT_TRUE(lines.back().ends_with("| IND, NPL | IND, NPL")) << lines.back();
}

TEST(ImpliedSides, AnActToldAgainHasTheSidesOfItsFirstTelling) {
  const Strings lines =
      Lines("The Turkish invasion of Syria began in May.\n\nThe invasion is still going on.");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_TRUE(lines[1].ends_with("| TUR | SYR")) << lines[1];
}

TEST(ImpliedSides, WhoIsNotNamedAsAForeignerIsOfTheSceneOrOfTheReportsState) {
  const EventReading reading = Read(
      "Kenya and Kenya's president were silent.\n\nPolice arrested two activists in Kampala. Four "
      "protesters were detained.\n\nIt rained.\n\nProsecutors charged the minister.",
      {{"Kampala", "UGA"}, {"Kenya", "KEN", PlaceKind::kCountry}});
  ASSERT_EQ(reading.batch.events.size(), 3u);
  EXPECT_TRUE(reading.Line(reading.batch.events[0]).ends_with("UGA COP | UGA CVL"));
  EXPECT_TRUE(reading.Line(reading.batch.events[1]).ends_with("| UGA | UGA CVL"));
  EXPECT_TRUE(reading.Line(reading.batch.events[2]).ends_with("KEN JUD | KEN GOV"));
  EXPECT_NE(reading.batch.events[1].judgement.why.find("a side only implied"), std::string::npos);
}

TEST(ImpliedSides, BothSidesAndARivalAreThePartiesOfTheReport) {
  const Strings both =
      Lines("India and Pakistan are at odds.\n\nKenya's minister urged both sides to talk.");
  ASSERT_EQ(both.size(), 1u);
  EXPECT_TRUE(both[0].ends_with("| KEN GOV | IND, PAK")) << both[0];
  const Strings rival =
      Lines("India and Pakistan are at odds.\n\nIndia accused its rival of murder.");
  ASSERT_EQ(rival.size(), 1u);
  EXPECT_TRUE(rival[0].ends_with("| IND | PAK")) << rival[0];
}

TEST(ImpliedSides, HelpMakesNobodyAnEnemy) {
  const Strings lines = Lines(
      "Chad gave Mali food.\n\nSudan and Sudan's army massed on the border of Mali.\n\nA shell hit "
      "a market in Mali.");
  ASSERT_FALSE(lines.empty());
  EXPECT_TRUE(lines.back().find("SDN") != std::string::npos) << lines.back();
}

TEST(Parties, AStateThatFightsItsOwnRebelsIsItsOwnOpponent) {
  RecordBatch batch;
  Event fight{.trigger = Evidence(Span{0, 1}), .type = EventType::kAssault};
  fight.actors = {{{}, std::nullopt, {"MMR", "MIL"}}};
  fight.recipients = {{{}, std::nullopt, {"MMR", "REB"}}};
  batch.events.push_back(fight);
  const Parties parties(batch, "THA");
  EXPECT_EQ(parties.home(), "THA");
  ASSERT_TRUE(parties.Opponent(fight.actors).has_value());
  EXPECT_EQ(parties.Opponent(fight.actors)->country, "MMR");
  EXPECT_FALSE(parties.Opponent({{{}, std::nullopt, {"THA", ""}}}).has_value());
}

}  // namespace
}  // namespace dateline::events
