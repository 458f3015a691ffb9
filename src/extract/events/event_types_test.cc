// A sentence for each PLOVER type and for each mode that prose has a plain word for.

#include <gtest/gtest.h>

#include <string>

#include "extract/events/event_fixture.h"

namespace dateline::events {
namespace {

struct Case {
  const char* text;
  const char* types;  // "TYPE mode" of all events, joined by ", "; or a line of the fixture
};

std::string Types(const std::vector<Event>& events) {
  std::string types;
  for (const Event& event : events) {
    if (!types.empty()) types += ", ";
    types += ToString(event.type);
    if (!event.mode.empty()) types.append(" ").append(event.mode);
  }
  return types;
}

void Expect(const Case& c) { EXPECT_EQ(Types(Read(c.text).batch.events), c.types) << c.text; }

TEST(EventTypes, OneSentenceForEachTypeWithItsSides) {
  const Case cases[] = {
      {"Kenya and Uganda agreed to share the waters of the lake.",
       "AGREE actual | KEN, UGA | KEN, UGA"},
      {"Kenya's president met his Ugandan counterpart on Tuesday.",
       "CONSULT actual | KEN GOV | UGA"},
      {"Japan's foreign minister praised the Kenyan mission.", "SUPPORT actual | JPN GOV | KEN"},
      {"The French government lifted the curfew after a week.", "CONCEDE actual | FRA GOV | -"},
      {"Indian and Japanese warships held joint exercises in the gulf.", "COOPERATE actual |"},
      {"Turkey sent food and tents to Syria.", "AID actual | TUR | SYR"},
      {"Sudanese troops pulled out of the valley.", "RETREAT withdraw actual | SDN MIL | -"},
      {"Egypt urged Ethiopia to think again.", "REQUEST change actual | EGY | ETH"},
      {"Poland accused Belarus of staging the crisis.", "ACCUSE allege actual | POL | BLR"},
      {"Iran rejected the Saudi demand for an inquiry.", "REJECT change actual | IRN | SAU"},
      {"North Korea threatened South Korea with war.", "THREATEN violence actual | PRK | KOR"},
      {"Thousands protested outside the parliament in Tbilisi.",
       "PROTEST demo actual | - | GEO LEG"},
      {"Canada expelled two Russian diplomats.", "SANCTION expel actual | CAN | RUS GOV"},
      {"China massed troops along the border.", "MOBILIZE troops actual | CHN | -"},
      {"Belarusian police arrested 12 protesters.", "COERCE arrest actual | BLR COP | BLR CVL"},
      {"Rebels attacked the army post at dawn.", "ASSAULT actual | UNK REB |"},
  };
  for (const Case& c : cases) {
    const std::vector<std::string> lines = Lines(c.text);
    ASSERT_EQ(lines.size(), 1u) << c.text;
    EXPECT_TRUE(lines[0].starts_with(c.types)) << c.text << ": " << lines[0];
  }
}

TEST(EventTypes, ModesOfAssault) {
  const Case cases[] = {
      {"Army officers beat the journalists.", "ASSAULT beat"},
      {"Police fired tear gas at the protesters.", "ASSAULT crowd-control"},
      {"A man stabbed two soldiers near the barracks.", "ASSAULT primitive"},
      {"Gunmen kidnapped three engineers.", "ASSAULT abduct"},
      {"Rebels captured 12 soldiers near the river.", "ASSAULT abduct"},
      {"Guards tortured the prisoners.", "ASSAULT torture"},
      {"Militiamen raped women in the refugee camp.", "ASSAULT sexual"},
      {"Fighters blew up the bridge.", "ASSAULT destroy"},
      {"Soldiers opened fire on the convoy.", "ASSAULT firearms"},
      {"A car bomb went off near the ministry.", "ASSAULT explosives"},
      {"Gunmen assassinated the mayor.", "ASSAULT targeted"},
      {"A suicide bombing hit the recruits' queue.", "ASSAULT suicide-attack"},
      {"An air strike flattened the depot.", "ASSAULT aerial"},
      {"Drones hit a fuel store outside the city.", "ASSAULT drone"},
      {"The army shelled the village.", "ASSAULT heavy-weapons"},
      {"A rocket struck the depot.", "ASSAULT heavy-weapons"},
      {"The regime used chemical weapons on the suburb.", "ASSAULT unconventional"},
      {"The navy shot down two drones.", "ASSAULT"},
  };
  for (const Case& c : cases) Expect(c);
}

TEST(EventTypes, ModesOfCoercion) {
  const Case cases[] = {
      {"Rebel forces seized the airport.", "COERCE seize"},
      {"The Syrian government closed the border.", "COERCE restrict"},
      {"Serbia deported 40 migrants.", "COERCE deport"},
      {"Russia cut off gas to its neighbour.", "COERCE withhold"},
      {"Hackers breached the Ukrainian ministry's computer network.", "COERCE cyber"},
      {"A cyberattack on the ministry took its pages down.", "COERCE cyber"},
      {"The government blocked three news sites.", "COERCE censor"},
      {"The governor imposed a curfew.", "COERCE curfew"},
      {"A disinformation campaign preceded the election.", "COERCE misinformation"},
      {"The president declared martial law.", "COERCE martial-law"},
  };
  for (const Case& c : cases) Expect(c);
}

TEST(EventTypes, ModesOfTheOtherTypes) {
  const Case cases[] = {
      {"President Sall telephoned his Malian counterpart.", "CONSULT phone"},
      {"Qatar mediated between Chad and the rebels.", "CONSULT third-party"},
      {"A summit of African leaders opened on Monday.", "CONSULT multilateral"},
      {"Rebels released 40 hostages.", "RETREAT release"},
      {"The militia disarmed under the eyes of the army.", "RETREAT disarm"},
      {"A truce between the army and the rebels took effect at dawn.", "RETREAT ceasefire"},
      {"The junta let inspectors into the plant.", "RETREAT access"},
      {"The prime minister resigned.", "RETREAT resign"},
      {"Somalia asked Turkey for more weapons.", "REQUEST assist"},
      {"The opposition demanded that the minister resign.", "REQUEST change"},
      {"The Israeli government demanded the release of the crew.", "REQUEST yield"},
      {"The Sudanese army called for talks.", "REQUEST meet"},
      {"Lawmakers condemned the raid.", "ACCUSE disapprove, ASSAULT"},
      {"Prosecutors opened an inquiry into the ministry.", "ACCUSE investigate"},
      {"Cuban rebels refused to free the pilots.", "REJECT yield"},
      {"The foreign minister cancelled his visit to Cairo.", "REJECT meet"},
      {"Brussels threatened Serbia with new sanctions.", "THREATEN restrict"},
      {"Iran threatened to expel the French envoys.", "THREATEN expel, SANCTION expel"},
      {"A court in Spain issued an arrest warrant for the general.", "THREATEN arrest"},
      {"Youths rioted in the suburbs.", "PROTEST riot"},
      {"Nurses went on strike.", "PROTEST strike"},
      {"Prisoners began a hunger strike.", "PROTEST hunger"},
      {"The opposition boycotted the election.", "PROTEST boycott"},
      {"Farmers blocked the motorway.", "PROTEST obstruct"},
      {"Activists daubed paint on the statue.", "PROTEST vandalize"},
      {"Argentina broke off relations with Iran.", "SANCTION withdraw"},
      {"The Dutch ministry halted exports of chips to Russia.", "SANCTION discontinue"},
      {"North Korea test-fired two missiles.", "MOBILIZE weapons"},
      {"The city deployed riot police near the parliament.", "MOBILIZE police"},
      {"Villagers near the border formed a militia.", "MOBILIZE militia"},
  };
  for (const Case& c : cases) Expect(c);
}

}  // namespace
}  // namespace dateline::events
