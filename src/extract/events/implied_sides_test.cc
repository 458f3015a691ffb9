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
  EXPECT_EQ(lines,
            (Strings{"REQUEST yield actual | SDN | TCD", "REJECT change actual | TCD | SDN"}));
}

TEST(ImpliedSides, TalksWithoutNamesAreThoseOfTheTwoParties) {
  const Strings lines =
      Lines("India praised Nepal.\n\nIndia and Nepal are neighbours.\n\nThe peace talks resumed.");
  EXPECT_EQ(lines, (Strings{"SUPPORT actual | IND | NPL", "CONSULT actual | IND, NPL | IND, NPL"}));
}

TEST(ImpliedSides, AnActToldAgainHasTheSidesOfItsFirstTelling) {
  const Strings lines =
      Lines("The Turkish invasion of Syria began in May.\n\nThe invasion is still going on.");
  EXPECT_EQ(lines, (Strings{"ASSAULT actual | TUR | SYR", "ASSAULT actual | TUR | SYR"}));
}

TEST(ImpliedSides, WhoIsNotNamedAsAForeignerIsOfTheSceneOrOfTheReportsState) {
  const EventReading reading = Read(
      "Kenya and Kenya's president were silent.\n\nPolice in Kampala arrested two activists. Four "
      "protesters were detained.\n\nIt rained.\n\nProsecutors charged the minister.",
      {{"Kampala", "UGA"}, {"Kenya", "KEN", PlaceKind::kCountry}});
  EXPECT_EQ(reading.Lines(), (Strings{"COERCE arrest actual | UGA COP | UGA CVL",
                                      "COERCE arrest actual | UGA | UGA CVL",
                                      "ACCUSE allege actual | KEN JUD | KEN GOV"}));
  const auto why = [&reading](int e) { return reading.batch.events.at(e).judgement.why; };
  EXPECT_NE(why(0).find("'two activists' is UGA CVL: the country of who acts"), std::string::npos)
      << why(0);
  EXPECT_NE(why(1).find("actor, not named, is UGA: the country told of just before"),
            std::string::npos)
      << why(1);
  EXPECT_NE(why(2).find("'Prosecutors' is KEN JUD: the country that the report is about"),
            std::string::npos)
      << why(2);
}

TEST(ImpliedSides, BothSidesAndARivalAreThePartiesOfTheReport) {
  const Strings both =
      Lines("India and Pakistan are at odds.\n\nKenya's minister urged both sides to talk.");
  EXPECT_EQ(both, Strings{"REQUEST meet actual | KEN GOV | IND, PAK"});
  const Strings rival =
      Lines("India and Pakistan are at odds.\n\nIndia accused its rival of murder.");
  EXPECT_EQ(rival, Strings{"ACCUSE allege actual | IND | PAK"});
}

TEST(ImpliedSides, ADroneIsNotOfTheTownThatItHits) {
  const EventReading reading =
      Read("Azerbaijani troops shelled Armenian villages.\n\nA drone hit two soldiers in Yerevan.",
           {{"Yerevan", "ARM"}});
  EXPECT_EQ(reading.Lines(), (Strings{"ASSAULT heavy-weapons actual | AZE MIL | ARM CVL",
                                      "ASSAULT drone actual | AZE | ARM MIL"}));
}

// Chad deals with Mali most, but by helping it.
TEST(ImpliedSides, HelpMakesNobodyAnEnemy) {
  EXPECT_EQ(
      Lines("Chad sent food to Mali.\n\nSudan and Sudan's army are silent.\n\nMalian soldiers "
            "were shelled."),
      (Strings{"AID actual | TCD | MLI", "ASSAULT heavy-weapons actual | SDN | MLI MIL"}));
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
