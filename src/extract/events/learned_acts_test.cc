#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "extract/events/event_fixture.h"

namespace dateline::events {
namespace {

using Strings = std::vector<std::string>;

EventReading ReadActs(std::string text, std::vector<GivenAct> acts) {
  return Read(std::move(text), {}, {}, {}, std::move(acts));
}

TEST(LearnedActs, StandWhereTheTableHasNoWords) {
  const std::string text = "Chadian soldiers walloped Sudanese rebels.";
  EXPECT_EQ(ReadActs(text, {}).Lines(), Strings{});
  const EventReading reading = ReadActs(text, {{"walloped", EventType::kAssault, "beat", "", ""}});
  ASSERT_EQ(reading.Lines(), Strings{"ASSAULT beat actual | TCD MIL | SDN REB"});
  EXPECT_NE(reading.batch.events[0].judgement.why.find("as the encoder reads it"),
            std::string::npos);
}

TEST(LearnedActs, WordsOfTheTableComeFirst) {
  EXPECT_EQ(ReadActs("Chadian soldiers shelled Sudanese rebels.",
                     {{"shelled", EventType::kProtest, "demo", "", ""}})
                .Lines(),
            Strings{"ASSAULT heavy-weapons actual | TCD MIL | SDN REB"});
}

TEST(LearnedActs, TheUnsureAndAttributesAreNone) {
  EXPECT_EQ(ReadActs("Chadian soldiers walloped Sudanese rebels.",
                     {{"walloped", EventType::kAssault, "beat", "", "", 0.4F}})
                .Lines(),
            Strings{});
  EXPECT_EQ(ReadActs("The walloped leader of Chad slept.",
                     {{"walloped", EventType::kAssault, "beat", "", ""}})
                .Lines(),
            Strings{});
}

TEST(LearnedActs, AreNoneInASentenceOfSport) {
  const std::string text = "Kenya walloped Uganda 4-0 in the league match, with a late penalty.";
  EXPECT_EQ(ReadActs(text, {{"walloped", EventType::kAssault, "beat", "Kenya", "Uganda"}}).Lines(),
            Strings{});
}

TEST(LearnedActs, OfAPassiveTakeNoActorFromTheEncoder) {
  const EventReading reading =
      ReadActs("Two Sudanese nurses were walloped in May and met Chadian soldiers.",
               {{"walloped", EventType::kRetreat, "release", "Chadian soldiers", ""}});
  ASSERT_EQ(EventReading::Codes(reading.batch.events.at(0).recipients), "SDN MED");
  const std::string& why = reading.batch.events[0].judgement.why;
  EXPECT_EQ(why.find("by the encoder"), std::string::npos) << why;
}

TEST(LearnedActs, AModeThatTheTypeHasNotIsLeftOut) {
  EXPECT_EQ(ReadActs("Chadian soldiers walloped Sudanese rebels.",
                     {{"walloped", EventType::kAssault, "curfew", "", ""}})
                .Lines(),
            Strings{"ASSAULT actual | TCD MIL | SDN REB"});
}

TEST(LearnedActs, GiveSidesWhereTheTreeNamesNobody) {
  const std::string text = "In Khartoum there was talk of Chadian soldiers and of a walloping.";
  const EventReading reading =
      ReadActs(text, {{"walloping", EventType::kAssault, "beat", "Chadian soldiers", ""}});
  ASSERT_EQ(reading.batch.events.size(), 1U);
  EXPECT_EQ(EventReading::Codes(reading.batch.events[0].actors), "TCD MIL");
  EXPECT_NE(reading.batch.events[0].judgement.why.find("by the encoder 'Chadian soldiers'"),
            std::string::npos);
}

TEST(LearnedActs, NobodyIsOnBothListsByTheEncoder) {
  const EventReading reading =
      ReadActs("Chadian soldiers walloped.",
               {{"walloped", EventType::kAssault, "beat", "", "Chadian soldiers"}});
  ASSERT_EQ(reading.batch.events.size(), 1U);
  EXPECT_EQ(EventReading::Codes(reading.batch.events[0].actors), "TCD MIL");
  for (const Participant& side : reading.batch.events[0].recipients)
    EXPECT_NE(side.code.country, "TCD");
}

TEST(LearnedActs, OfOneTypeAreNoSecondTellingForThat) {
  const EventReading reading =
      ReadActs("Chadian soldiers walloped.\n\nIt rained.\n\nChadian soldiers thumped.",
               {{"walloped", EventType::kMobilize, "troops", "", ""},
                {"thumped", EventType::kMobilize, "troops", "", ""}});
  ASSERT_EQ(reading.batch.events.size(), 2U);
  EXPECT_FALSE(reading.batch.events[1].same_as.has_value());
}

}  // namespace
}  // namespace dateline::events
