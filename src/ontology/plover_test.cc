#include "ontology/plover.h"

#include <gtest/gtest.h>

#include <string>

#include "base/table.h"

namespace dateline {
namespace {

struct TypeFacts {
  const char* word;
  int quad;
  double intensity;
  const char* modes;  // "mode intensity" pairs
};

// PLOVER as POLECAT codes it.
constexpr TypeFacts kTypes[] = {
    {"AGREE", 1, 2.5, ""},
    {"CONSULT", 1, 2.5, "visit 4.0 third-party 1.0 multilateral 4.0 phone 1.5 "},
    {"SUPPORT", 1, 5, ""},
    {"CONCEDE", 1, 4.5, ""},
    {"COOPERATE", 2, 9.5, ""},
    {"AID", 2, 10, ""},
    {"RETREAT", 2, 6.5,
     "withdraw 8.0 release 6.5 disarm 10.0 ceasefire 7.5 access 6.5 resign 4.5 "},
    {"REQUEST", 3, 0, "assist 0.5 change -1.0 yield -1.0 meet 0.0 "},
    {"ACCUSE", 3, -3, "disapprove -2.0 investigate -3.5 allege -3.5 "},
    {"REJECT", 3, -2, "assist -1.5 change -2.0 yield -2.0 meet -2.0 "},
    {"THREATEN", 3, -3.5,
     "restrict -3.0 arrest -3.5 relations -3.5 expel -3.5 violence -3.5 territory -4.0 "},
    {"PROTEST", 4, -5,
     "demo -5.0 riot -7.0 strike -5.0 hunger -5.0 boycott -5.0 obstruct -4.5 vandalize -5.0 "},
    {"SANCTION", 3, -6, "convict -6.0 expel -5.5 withdraw -6.0 discontinue -6.0 "},
    {"MOBILIZE", 4, -5.5, "troops -6.5 weapons -6.5 police -5.5 militia -6.0 "},
    {"COERCE", 4, -7,
     "seize -7.0 restrict -7.0 arrest -7.0 deport -7.0 withhold -7.0 cyber -7.0 censor -6.5 "
     "curfew -6.5 misinformation -6.5 martial-law -7.5 "},
    {"ASSAULT", 4, -9,
     "beat -7.5 crowd-control -7.5 primitive -8.0 abduct -8.5 torture -8.5 sexual -8.5 "
     "destroy -8.5 firearms -9.0 explosives -9.0 targeted -9.5 suicide-attack -9.5 aerial -9.5 "
     "drone -9.5 heavy-weapons -9.5 unconventional -10.0 "},
};

std::string OneDecimal(double value) {
  std::string text = std::to_string(value);
  text.resize(text.find('.') + 2);
  return text;
}

TEST(Plover, HasTheTypesModesQuadClassesAndIntensitiesOfTheCodebook) {
  int t = 0;
  for (const TypeFacts& facts : kTypes) {
    const auto type = static_cast<EventType>(t++);
    EXPECT_EQ(EventTypeOf(facts.word), type);
    EXPECT_EQ(static_cast<int>(QuadOf(type)), facts.quad) << facts.word;
    EXPECT_DOUBLE_EQ(IntensityOf(type, ""), facts.intensity) << facts.word;
    std::string modes;
    for (const PloverRow& row : PloverRows(type).subspan(1)) {
      modes.append(row.mode).append(" ").append(OneDecimal(row.intensity)).append(" ");
      EXPECT_EQ(static_cast<int>(row.quad), facts.quad) << facts.word << " " << row.mode;
    }
    EXPECT_EQ(modes, facts.modes) << facts.word;
  }
  EXPECT_EQ(t, kEventTypes);
}

TEST(Plover, ConflictHasNegativeIntensityAndCooperationPositive) {
  for (int t = 0; t < kEventTypes; ++t) {
    for (const PloverRow& row : PloverRows(static_cast<EventType>(t))) {
      if (row.type == EventType::kRequest) continue;  // near zero on either side
      const bool conflict = static_cast<int>(row.quad) >= 3;
      EXPECT_EQ(row.intensity < 0, conflict) << t << " " << row.mode;
    }
  }
}

TEST(Plover, EveryCameoCodeIsOfTheQuadClass) {
  // CAMEO's roots by quad class, as its users group them.  090 (investigate) is verbal conflict in
  // PLOVER, and 10 (demand) as well.
  const int kQuadOfRoot[21] = {0, 1, 1, 1, 1, 1, 2, 2, 0, 3, 3, 3, 3, 3, 4, 4, 3, 4, 4, 4, 4};
  for (int t = 0; t < kEventTypes; ++t) {
    for (const PloverRow& row : PloverRows(static_cast<EventType>(t))) {
      const int root = std::stoi(std::string(row.cameo.substr(0, 2)));
      ASSERT_GE(root, 3);
      ASSERT_LE(root, 20);
      if (root == 8) {  // "yield": CONCEDE is verbal, RETREAT material
        EXPECT_LE(static_cast<int>(row.quad), 2);
      } else {
        EXPECT_EQ(static_cast<int>(row.quad), kQuadOfRoot[root]) << row.cameo;
      }
    }
  }
}

TEST(Plover, LooksUpAModeWithinItsTypeOnly) {
  EXPECT_EQ(CameoOf(EventType::kAssault, "heavy-weapons"), "194");
  EXPECT_EQ(CameoOf(EventType::kRetreat, "withdraw"), "0874");
  EXPECT_EQ(CameoOf(EventType::kSanction, "withdraw"), "161");
  EXPECT_FALSE(FindPlover(EventType::kAgree, "withdraw").has_value());
  EXPECT_EQ(PloverOf(EventType::kAgree, "withdraw").mode, "");
  EXPECT_FALSE(EventTypeOf("FIGHT").has_value());
}

TEST(Plover, AnEventGetsTheCodesOfItsTypeAndMode) {
  Event event{.trigger = Evidence({0, 7}),
              .type = EventType::kAssault,
              .mode = "heavy-weapons",
              .status = EventStatus::kActual,
              .judgement = {}};
  SetCodes(event);
  EXPECT_EQ(event.quad, 4);
  EXPECT_EQ(event.cameo, "194");
  EXPECT_EQ(event.intensity, IntensityOf(EventType::kAssault, "heavy-weapons"));
}

TEST(Plover, RolesFollowTheCodebook) {
  EXPECT_EQ(PloverOf(EventType::kAgree, "").roles, EventRoles::kParties);
  EXPECT_EQ(PloverOf(EventType::kConsult, "visit").roles, EventRoles::kVisitorHost);
  EXPECT_EQ(PloverOf(EventType::kAid, "").roles, EventRoles::kRecipientRequired);
  EXPECT_EQ(PloverOf(EventType::kAssault, "drone").roles, EventRoles::kOneWay);
  EXPECT_EQ(QuadName(QuadClass::kMaterialConflict), "MATERIAL CONFLICT");
}

TEST(Plover, HasThirtySevenContextsEachOnce) {
  const Table table = Table::Embedded("plover_contexts.tsv", 2);
  EXPECT_EQ(table.rows().size(), 37u);
  for (const TableRow& row : table.rows()) EXPECT_FALSE(row.cells[1].empty()) << row.cells[0];
}

}  // namespace
}  // namespace dateline
