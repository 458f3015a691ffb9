// Half of ordinary news holds no political act: sentences whose words are those of acts and that
// tell of none.

#include "extract/events/silence.h"

#include <gtest/gtest.h>

#include "extract/events/event_fixture.h"

namespace dateline::events {
namespace {

TEST(Silence, OrdinarySentencesYieldNoEvent) {
  const char* const kSentences[] = {
      // disasters
      "The earthquake killed 40 people in the hill villages.",
      "Lightning struck a barn and burned it to the ground.",
      "Floodwater destroyed the bridge and cut off two valleys.",
      "The hurricane hit the coast and wrecked hundreds of homes.",
      "A wildfire threatened the capital's northern suburbs.",
      // accidents
      "A lorry crashed into a bus on the ring road, killing six passengers.",
      "A gas explosion flattened a house on Mill Lane.",
      "Two climbers died when their rope broke.",
      "The train derailed and wounded 14 passengers.",
      // sport
      "The striker fired a shot wide in the second half of the cup final.",
      "Arsenal attacked from the first minute and beat Everton 3-1.",
      "The champion defended her title at the tennis tournament.",
      "The goalkeeper was shown a red card after a clash with a midfielder.",
      "The coach resigned after the team lost its sixth match.",
      // markets
      "Shares rallied on Wall Street as investors welcomed the earnings.",
      "The dollar retreated against the yen while traders awaited the figures.",
      "The retailer launched a hostile takeover bid for its rival.",
      // entertainment
      "The film bombed at the box office.",
      "The singer stormed the charts with her new album.",
      "The actor was nominated for an Oscar for his role in the thriller.",
      // routine crime
      "Police arrested a man over a burglary at a jewellery shop.",
      "A teenager was stabbed outside a nightclub on Saturday.",
      "The thief was jailed for stealing a stolen car twice.",
      "A magistrate fined the drunk driver for speeding.",
      // obituaries
      "The composer died peacefully at home after a long illness.",
      "She is survived by two sons.",
      // metaphors and everyday senses
      "The columnist attacked the budget.",
      "Doctors fight cancer with a new drug.",
      "The museum opens a new wing in June.",
      "The two firms struck a balance between price and speed.",
      "Bakers demand better flour.",
      "The weather will be mild with some rain.",
  };
  for (const char* sentence : kSentences)
    EXPECT_EQ(Lines(sentence), std::vector<std::string>{}) << sentence;
}

TEST(Silence, WordsOfConflictOutweighDisasterAndCrime) {
  EXPECT_EQ(Lines("An earthquake did not stop rebels, who shelled the army post.").size(), 1u);
  EXPECT_EQ(Lines("Police arrested an opposition leader on a charge of theft.").size(), 1u);
}

TEST(Silence, AidAndTalksAfterADisasterAreActs) {
  EXPECT_EQ(Lines("Turkey sent food and tents to Syria after the earthquake."),
            std::vector<std::string>{"AID actual | TUR | SYR"});
}

// The lede says that it is sport; most of what follows could stand in any report.
TEST(Silence, ALedeOfSportNeedsFewerSentencesOfSport) {
  EXPECT_EQ(Lines("Late drama in the rain\n\nOrense beat Lugo 2-1 to win the cup final.\n\n"
                  "Orense attacked down both wings.\n\nThe visitors were under siege.\n\n"
                  "The referee showed a red card. They retreated. The mayor praised them."),
            std::vector<std::string>{});
}

TEST(Silence, AnElectionWonIsNoSport) {
  EXPECT_EQ(Lines("Silva beats rival to win presidential race\n\nPresident Silva beat his rival in "
                  "the race.\n\n"
                  "Rebels attacked the army in the north.\n\nFrance condemned the rebels.\n\n"
                  "Voters queued.\n\nCounting went on.")
                .size(),
            2u);
}

TEST(Silence, AReportOfAMatchIsSilentThroughout) {
  EXPECT_EQ(Lines("Rovers win cup final on penalties\n\nThe striker scored twice in the match.\n\n"
                  "Brazil attacked Argentina from the start."),
            std::vector<std::string>{});
}

}  // namespace
}  // namespace dateline::events
