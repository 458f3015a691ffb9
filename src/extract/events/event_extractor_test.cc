#include "extract/events/event_extractor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "extract/events/event_fixture.h"

namespace dateline::events {
namespace {

using Strings = std::vector<std::string>;

TEST(EventSides, SubjectAndObject) {
  EXPECT_EQ(Lines("Russian forces shelled Ukrainian positions."),
            Strings{"ASSAULT heavy-weapons actual | RUS MIL | UKR"});
  EXPECT_EQ(Lines("Poland summoned the Belarusian ambassador."),
            Strings{"ACCUSE disapprove actual | POL | BLR GOV"});
}

TEST(EventSides, PassiveTurnsThemRound) {
  EXPECT_EQ(Lines("Ukrainian positions were shelled by Russian forces."),
            Strings{"ASSAULT heavy-weapons actual | RUS MIL | UKR"});
  const EventReading captured =
      Read("Three Kenyan soldiers were captured by rebels on Sunday, the army said.");
  ASSERT_EQ(captured.batch.events.size(), 1u);
  EXPECT_EQ(captured.Line(captured.batch.events[0]), "ASSAULT abduct claimed | UNK REB | KEN MIL");
}

TEST(EventSides, NounsTakeThemFromPossessorAndPreposition) {
  EXPECT_EQ(Lines("An Israeli air strike on Syria killed a guard."),
            Strings{"ASSAULT aerial actual | ISR | SYR"});
  EXPECT_EQ(Lines("Talks between India and Pakistan began on Monday."),
            Strings{"CONSULT actual | IND, PAK | IND, PAK"});
  EXPECT_EQ(Lines("Turkey launched a ground offensive against Kurdish fighters."),
            Strings{"ASSAULT actual | TUR | UNK UAF"});
}

TEST(EventSides, AParticipleAndASecondVerbShareTheSubject) {
  const EventReading reading =
      Read("Iran condemned the Israeli raid and urged Jordan to think again.");
  EXPECT_EQ(reading.Lines(),
            (Strings{"ACCUSE disapprove actual | IRN | ISR", "ASSAULT actual | ISR | -",
                     "REQUEST change actual | IRN | JOR"}));
}

// Who is accused is who did it.
TEST(EventSides, ControlOverVerbs) {
  const Strings accused = Lines("China accused Japan of attacking a Chinese vessel.");
  EXPECT_EQ(accused, (Strings{"ACCUSE allege actual | CHN | JPN", "ASSAULT claimed | JPN | CHN"}));
  const Strings asked = Lines("France asked Japan to free the crew.");
  EXPECT_EQ(asked, Strings{"REQUEST yield actual | FRA | JPN"});
}

TEST(EventSides, PeopleOfWhomNothingIsKnown) {
  EXPECT_EQ(Lines("Police arrested 13 people."),
            Strings{"COERCE arrest actual | UNK COP | UNK CVL"});
  EXPECT_EQ(Lines("Soldiers arrested him."), Strings{"COERCE arrest actual | UNK MIL | -"});
}

TEST(EventSides, ASecondVerbARelativeAndAReducedClause) {
  EXPECT_EQ(Lines("Kenya, which condemned Uganda, is calm."),
            Strings{"ACCUSE disapprove actual | KEN | UGA"});
  const Strings shelled =
      Lines("Ukrainian positions that were shelled by Russian forces burned overnight.");
  ASSERT_FALSE(shelled.empty());
  EXPECT_EQ(shelled[0], "ASSAULT heavy-weapons actual | RUS MIL | UKR");
}

TEST(EventSides, APlaceThatIsHitIsASideWithItsCountry) {
  const EventReading reading = Read("Russian forces shelled Rovenka.", {{"Rovenka", "UKR"}});
  ASSERT_EQ(reading.batch.events.size(), 1u);
  EXPECT_EQ(reading.Line(reading.batch.events[0]), "ASSAULT heavy-weapons actual | RUS MIL | UKR");
  ASSERT_TRUE(reading.batch.events[0].place.has_value());
}

TEST(EventSides, AReportingVerbNeedsAPoliticalSide) {
  EXPECT_EQ(Lines("The baker urged customers to be patient."), Strings{});
  EXPECT_EQ(Lines("The French government urged Mali to be patient."),
            Strings{"REQUEST change actual | FRA GOV | MLI"});
}

TEST(EventSides, ADefiniteNounIsOfTheCountryOfTheSameNounBefore) {
  const Strings lines =
      Lines("Lesotho's army was silent.\n\nBotswana is a neighbour.\n\nThe army shelled a camp.");
  EXPECT_EQ(lines, Strings{"ASSAULT heavy-weapons actual | LSO MIL | UNK"});
}

TEST(EventSides, WhatOneSendsOrFiresIsNoSideButWhoGetsItIs) {
  EXPECT_EQ(Lines("Venezuela deployed 500 troops."), Strings{"MOBILIZE troops actual | VEN | -"});
  EXPECT_EQ(Lines("Hezbollah fired 40 rockets at Israel."),
            Strings{"ASSAULT heavy-weapons actual | LBN REB | ISR"});
  EXPECT_EQ(Lines("France gave Kenya two tanks."), Strings{"AID actual | FRA | KEN"});
}

TEST(EventSides, WhoIsCountedIsWhoActs) {
  const Strings lines = Lines("Thousands of Kenyan troops deployed to the border.");
  EXPECT_EQ(lines, Strings{"MOBILIZE troops actual | KEN MIL | -"});
  EXPECT_EQ(Lines("Hundreds of people protested outside the Kenyan embassy."),
            Strings{"PROTEST demo actual | UNK CVL | KEN GOV"});
}

TEST(EventSides, WhatIsOnesOwnIsNoOtherSide) {
  const Strings lines = Lines("Chad threatened to recall its ambassador.");
  EXPECT_EQ(lines, (Strings{"THREATEN relations actual | TCD | -",
                            "SANCTION withdraw hypothetical | TCD | -"}));
}

TEST(EventSides, AProtestIsAgainstWhoseDoorItStandsAt) {
  const Strings lines = Lines("Hundreds of people protested outside the Venezuelan embassy.");
  EXPECT_EQ(lines, Strings{"PROTEST demo actual | UNK CVL | VEN GOV"});
}

struct StatusCase {
  const char* text;
  EventStatus status;
};

TEST(EventStatus, FromTheWordsAroundTheTrigger) {
  const StatusCase cases[] = {
      {"Rebels attacked the army post.", EventStatus::kActual},
      {"Rebels did not attack the army post.", EventStatus::kDenied},
      {"Rebels denied attacking the army post.", EventStatus::kDenied},
      {"The army withdrew without a ground offensive.", EventStatus::kActual},
      {"Rebels may attack the army post.", EventStatus::kHypothetical},
      {"If rebels attack the army post, roads will close.", EventStatus::kHypothetical},
      {"Rebels are considering a ground offensive.", EventStatus::kHypothetical},
      {"Rebels will attack the army post.", EventStatus::kFuture},
      {"Rebels plan to attack the army post.", EventStatus::kFuture},
      {"Rebels had attacked the army post.", EventStatus::kBackground},
      {"Poland was the last state to ratify the treaty.", EventStatus::kActual},
      {"Witnesses said attacks on the army post may be connected.", EventStatus::kClaimed},
      {"Troops had to fire tear gas at the crowd.", EventStatus::kActual},
      {"Nobody was arrested by soldiers.", EventStatus::kDenied},
      {"Iran has long condemned the blockade.", EventStatus::kBackground},
      {"Hundreds of workers marched to demand the release of the editor.", EventStatus::kActual},
      {"Iran threatened to attack Israel if the talks fail.", EventStatus::kActual},
  };
  for (const StatusCase& c : cases) {
    const EventReading reading = Read(c.text);
    ASSERT_FALSE(reading.batch.events.empty()) << c.text;
    EXPECT_EQ(reading.batch.events[0].status, c.status) << c.text;
  }
}

TEST(EventStatus, ClaimedWhereOnlyASourceSaysSo) {
  const EventReading reading = Read("Rebels attacked the army post, the governor said.");
  ASSERT_EQ(reading.batch.events.size(), 1u);
  EXPECT_EQ(reading.batch.events[0].status, EventStatus::kClaimed);
  ASSERT_TRUE(reading.batch.events[0].claimed_by.has_value());
}

TEST(EventStatus, AnOldDateIsBackground) {
  const EventReading reading =
      Read("Rebels attacked the army post in March 2021.", {}, {{"March 2021", "2021-03"}});
  ASSERT_EQ(reading.batch.events.size(), 1u);
  EXPECT_EQ(reading.batch.events[0].status, EventStatus::kBackground);
  EXPECT_EQ(reading.batch.events[0].date, "2021-03");
}

TEST(CodingRules, OfTheCodebook) {
  EXPECT_EQ(Lines("Kenya's president will meet the Ugandan leader on Friday."),
            Strings{"AGREE future | KEN GOV | UGA"});
  EXPECT_EQ(Lines("India and Nepal will sign a trade treaty in June."),
            Strings{"AGREE future | IND, NPL | IND, NPL"});
  const Strings announced = Lines("France announced the withdrawal of its troops from Niger.");
  ASSERT_EQ(announced.size(), 1u);
  EXPECT_TRUE(announced[0].starts_with("CONCEDE actual | FRA |")) << announced[0];
  EXPECT_EQ(Lines("French troops withdrew from Niger."),
            Strings{"RETREAT withdraw actual | FRA MIL | -"});
  EXPECT_EQ(Lines("Chinese warships held military exercises near Taiwan."),
            Strings{"MOBILIZE troops actual | CHN MIL | -"});
  const Strings jailed = Lines("A court in Russia jailed the opposition leader for five years.");
  ASSERT_EQ(jailed.size(), 2u);
  EXPECT_TRUE(jailed[0].starts_with("SANCTION convict actual |")) << jailed[0];
  EXPECT_TRUE(jailed[1].starts_with("COERCE arrest actual |")) << jailed[1];
  EXPECT_EQ(Lines("Commandos rescued three French hostages."),
            Strings{"AID actual | UNK MIL | FRA CVL"});
  EXPECT_EQ(Lines("The World Bank cancelled Sudan's debt."), Strings{"AID actual | IGO | SDN"});
}

TEST(CodingRules, WhoIsExpelledOrTurnedAwayDecidesTheType) {
  EXPECT_EQ(Lines("Chad expelled three French diplomats."),
            Strings{"SANCTION expel actual | TCD | FRA GOV"});
  EXPECT_EQ(Lines("Chad expelled two French reporters on Friday."),
            Strings{"COERCE deport actual | TCD | FRA JRN"});
  EXPECT_EQ(Lines("Polish border guards refused the migrants entry."),
            Strings{"REJECT actual | POL COP | UNK CVL"});
  EXPECT_EQ(Lines("The Kenyan president cancelled a summit."),
            Strings{"REJECT meet actual | KEN GOV | -"});
}

TEST(CodingRules, ARefusalIsARejectionAndNotTheActDenied) {
  EXPECT_EQ(Lines("Sudan will not lift the ban on foreign ships."),
            Strings{"REJECT yield actual | SDN | -"});
  EXPECT_EQ(Lines("Hungary says it cannot accept any refugees."),
            Strings{"REJECT assist actual | HUN | UNK REF"});
  EXPECT_EQ(Lines("Chad and Mali failed to reach an agreement."),
            Strings{"REJECT actual | TCD, MLI | TCD, MLI"});
  EXPECT_EQ(Lines("Sudan did not lift the ban on foreign ships."),
            Strings{"CONCEDE denied | SDN | -"});
}

TEST(CodingRules, WhoMustDoWhatIsARequestInSomebodysWords) {
  const Strings lines = Lines("Kenya said that Uganda must withdraw its claim.");
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines[0], "REQUEST yield actual | KEN | UGA");
  EXPECT_EQ(Lines("Kenya must be dry in May."), Strings{});
}

TEST(CodingRules, WillingnessIsAgreement) {
  const Strings lines = Lines("Kenya is willing to provide tents to Uganda.");
  EXPECT_EQ(lines, Strings{"AGREE actual | KEN | UGA"});
}

TEST(CodingRules, CameoTellsAnAppealFromADemandAndSympathyFromSupport) {
  const auto cameo = [](const char* text) { return Read(text).batch.events.at(0).cameo; };
  EXPECT_EQ(cameo("France urged Mali to free the pilot."), "025");
  EXPECT_EQ(cameo("France demanded that Mali free the pilot."), "105");
  EXPECT_EQ(cameo("The premier of Nepal expressed condolences to India."), "018");
  EXPECT_EQ(cameo("The premier of Nepal praised India."), "050");
}

TEST(CodingRules, WhoWasKilledIsASideOfTheActThatKilled) {
  const Strings lines = Lines("Rebels killed six Kenyan soldiers in an ambush.");
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0], "ASSAULT actual | UNK REB | KEN MIL");
}

TEST(CodingRules, AThingThatIsHitIsASideOfItsPlacesCountry) {
  const EventReading reading =
      Read("Warplanes attacked a market in Rovenka.", {{"Rovenka", "UKR"}});
  ASSERT_EQ(reading.batch.events.size(), 1u);
  ASSERT_EQ(reading.batch.events[0].recipients.size(), 1u);
  EXPECT_EQ(reading.batch.events[0].recipients[0].code.country, "UKR");
  EXPECT_FALSE(reading.batch.events[0].recipients[0].actor.has_value());
}

TEST(CodingRules, AMobilizationInsideAnAssaultIsDropped) {
  const Strings lines = Lines("China sent warships to attack the island.");
  EXPECT_EQ(lines, Strings{"ASSAULT hypothetical | CHN | UNK"});
  EXPECT_EQ(Lines("China mobilized its army for a ground assault.").at(0),
            "MOBILIZE troops actual | CHN | -");
}

TEST(CodingRules, ACyberModeSetsItsContext) {
  const EventReading reading = Read("Hackers breached the ministry's email server in Estonia.");
  ASSERT_EQ(reading.batch.events.size(), 1u);
  const Strings& contexts = reading.batch.events[0].contexts;
  EXPECT_NE(std::find(contexts.begin(), contexts.end(), "cyber"), contexts.end());
}

TEST(CodingRules, ABelligerentsCallForPeaceIsAgree) {
  const Strings lines =
      Lines("Sudanese forces shelled a camp in Ethiopia.\n\nSudan called for a ceasefire.");
  EXPECT_EQ(lines,
            (Strings{"ASSAULT heavy-weapons actual | SDN MIL | ETH", "AGREE actual | SDN | -"}));
}

TEST(CodingRules, TheComplementOfARequestIsNoSecondEvent) {
  EXPECT_EQ(Lines("Egypt demanded the release of the crew."),
            Strings{"REQUEST yield actual | EGY | -"});
  EXPECT_EQ(Lines("Egypt imposed sanctions on Ethiopia."), Strings{"SANCTION actual | EGY | ETH"});
}

TEST(CodingRules, ACasualtyIsToldByTheActThatCausedIt) {
  const EventReading reading = Read("An air strike killed six villagers and wounded at least 20.");
  ASSERT_EQ(reading.batch.events.size(), 1u);
  EXPECT_EQ(reading.batch.events[0].dead, 6u);
  EXPECT_EQ(reading.batch.events[0].injured, 20u);
}

TEST(EventCounts, PlainNumbersOfTheSentence) {
  const EventReading arrests =
      Read("Seven protesters were arrested when officers fired rubber bullets at marchers.");
  bool found = false;
  for (const Event& event : arrests.batch.events) found |= event.arrested == 7u;
  EXPECT_TRUE(found);
  const EventReading age = Read("Shelling wounded a 64-year-old farmer and closed a road.");
  ASSERT_EQ(age.batch.events.size(), 1u);
  EXPECT_EQ(age.batch.events[0].injured, 1u);
  EXPECT_FALSE(age.batch.events[0].dead.has_value());
}

TEST(EventPlace, TheNearestInTheSentenceElseTheDatelines) {
  const EventReading near =
      Read("LUSAKA, May 3 (Wire) - Rebels attacked a barracks in Kitwe on Thursday.",
           {{"LUSAKA", "ZMB"}, {"Kitwe", "ZMB"}}, {{"Thursday", "2024-05-02"}});
  ASSERT_EQ(near.batch.events.size(), 1u);
  EXPECT_EQ(near.batch.places[near.batch.events[0].place->index].name, "Kitwe");
  EXPECT_EQ(near.batch.events[0].date, "2024-05-02");
  const EventReading dateline =
      Read("LUSAKA, May 3 (Wire) - It was a long day.\n\nRebels attacked a barracks.",
           {{"LUSAKA", "ZMB"}});
  ASSERT_EQ(dateline.batch.events.size(), 1u);
  EXPECT_EQ(dateline.batch.places[dateline.batch.events[0].place->index].name, "LUSAKA");
  EXPECT_EQ(dateline.batch.events[0].date, "2024-05-03");
}

TEST(EventDate, OfTheSceneAndNotOfAClauseBelow) {
  const EventReading scene =
      Read("Kenyan police broke up a march on Monday. Four protesters were arrested.", {},
           {{"Monday", "2024-04-29"}});
  ASSERT_EQ(scene.batch.events.size(), 2u);
  EXPECT_EQ(scene.batch.events[1].date, "2024-04-29");
  const EventReading below =
      Read("Kenya accused Uganda, whose army had shelled a camp in March 2020.", {},
           {{"March 2020", "2020-03"}});
  ASSERT_FALSE(below.batch.events.empty());
  EXPECT_EQ(below.batch.events[0].date, "2024-05-03");
}

TEST(EventDate, ALaterTellingTakesTheDateOfTheFirst) {
  const EventReading reading = Read(
      "The Turkish invasion of Syria began in March 2021.\n\nThe Turkish invasion of Syria was "
      "costly.",
      {}, {{"March 2021", "2021-03"}});
  ASSERT_EQ(reading.batch.events.size(), 2u);
  EXPECT_EQ(reading.batch.events[1].date, "2021-03");
  EXPECT_EQ(reading.batch.events[1].status, EventStatus::kBackground);
}

TEST(EventSides, TheAgencyAndTheGovernmentPointBack) {
  const Strings lines = Lines(
      "The World Health Organization sent tents.\n\nKenyan ministers accused the agency of "
      "theft.");
  EXPECT_EQ(lines,
            (Strings{"AID actual | IGO UNO | -", "ACCUSE allege actual | KEN GOV | IGO UNO"}));
}

TEST(EventTellings, ASecondTellingPointsToTheFirst) {
  const EventReading reading = Read(
      "Israeli air strike hits Syrian depot\n\nAn Israeli air strike hit a Syrian army depot, "
      "killing two guards.");
  ASSERT_EQ(reading.batch.events.size(), 2u);
  EXPECT_FALSE(reading.batch.events[0].same_as.has_value());
  EXPECT_EQ(reading.batch.events[1].same_as, EventId{0});
}

TEST(EventTellings, OtherSidesAreAnotherAct) {
  const EventReading reading =
      Read("Israeli air strikes hit Syria.\n\nTurkish air strikes hit Iraq.");
  ASSERT_EQ(reading.batch.events.size(), 2u);
  EXPECT_FALSE(reading.batch.events[1].same_as.has_value());
}

TEST(EventJudgement, SaysWhyInWordsThatAPersonCanFollow) {
  const EventReading reading = Read("Russian forces shelled Ukrainian positions.");
  ASSERT_EQ(reading.batch.events.size(), 1u);
  EXPECT_EQ(reading.batch.events[0].judgement.why,
            "trigger 'shelled' (ASSAULT heavy-weapons, verb); actor: subject 'Russian forces'; "
            "recipient: object "
            "'Ukrainian positions'; status: told as fact");
}

TEST(EventCost, LinearInTheTriggers) {
  const auto seconds = [](int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i) {
      text += "Russian forces shelled Ukraine and seized a bridge. ";
      if (i % 8 == 7) text += "\n\n";
    }
    const auto start = std::chrono::steady_clock::now();
    Limits limits;
    limits.text_code_points = std::size_t{1} << 30;
    const EventReading reading = Read(std::move(text), {}, {}, limits);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_GE(reading.batch.events.size(), static_cast<std::size_t>(sentences));
    return took.count();
  };
  const double small = seconds(250), large = seconds(1000);
  EXPECT_LT(large, 12 * small + 0.5);
}

TEST(EventCost, OddTextIsKeptInBounds) {
  const char* const kTexts[] = {"",
                                "attack",
                                "attack attack attack",
                                "to attack",
                                "by killed by",
                                ", killed",
                                "and and attacked and",
                                "\"attacked",
                                "who attacked",
                                "attack - attack: attack;"};
  for (const char* text : kTexts) {
    const EventReading reading = Read(text);
    for (const Event& event : reading.batch.events)
      EXPECT_LE(event.trigger.hull().end, std::string(text).size());
  }
}

}  // namespace
}  // namespace dateline::events
