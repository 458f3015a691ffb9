#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "annotate/annotated_text.h"

namespace dateline {
namespace {

Document Read(std::string text) { return AnnotatedText(std::move(text)); }

std::vector<std::string> NamesOf(const Document& doc) {
  std::vector<std::string> names;
  for (const Name& name : doc.names) names.emplace_back(doc.Words(name.span));
  return names;
}

const Name* Find(const Document& doc, std::string_view words) {
  for (const Name& name : doc.names)
    if (doc.Words(name.span) == words) return &name;
  return nullptr;
}

NameKind KindOf(const Document& doc, std::string_view words) {
  const Name* name = Find(doc, words);
  EXPECT_NE(name, nullptr) << words;
  return name == nullptr ? NameKind::kOther : name->kind;
}

using Names = std::vector<std::string>;

TEST(Names, TitleAndNationalityStandOutside) {
  const Document doc = Read("The Kenyan Foreign Minister Amina Otieno flew to Oslo.");
  EXPECT_EQ(NamesOf(doc), (Names{"Kenyan", "Amina Otieno", "Oslo"}));
  EXPECT_EQ(KindOf(doc, "Kenyan"), NameKind::kNationality);
  EXPECT_EQ(KindOf(doc, "Amina Otieno"), NameKind::kPerson);
  EXPECT_EQ(KindOf(doc, "Oslo"), NameKind::kPlace);
}

TEST(Names, ParticlesAndHyphensInside) {
  const Document doc = Read("Talks with Jean-Luc de Vries, Omar al-Hakim and Kim Yo-jong began.");
  EXPECT_EQ(NamesOf(doc), (Names{"Jean-Luc de Vries", "Omar al-Hakim", "Kim Yo-jong"}));
}

TEST(Names, HyphenBetweenCountriesParts) {
  EXPECT_EQ(NamesOf(Read("A round of US-China talks ended.")), (Names{"US", "China"}));
  EXPECT_EQ(NamesOf(Read("The Hamas-run office closed.")), (Names{"Hamas"}));
}

TEST(Names, BodiesWithOfAndNationality) {
  const Document doc = Read(
      "He left the Ministry of the Interior for the University of Leeds and the Ghanaian Health "
      "Ministry.");
  EXPECT_EQ(NamesOf(doc),
            (Names{"Ministry of the Interior", "University of Leeds", "Ghanaian Health Ministry"}));
  for (const Name& name : doc.names)
    EXPECT_EQ(name.kind, NameKind::kOrganization) << doc.Words(name.span);
}

TEST(Names, OfBehindAnOfficeDoesNotJoin) {
  const Document doc = Read("He met the President of Chad on Monday.");
  EXPECT_NE(Find(doc, "Chad"), nullptr);
}

TEST(Names, FirstWordsNeedMoreThanACapital) {
  EXPECT_EQ(NamesOf(Read("Talks resumed. Police waited. Officials said no. Yesterday Ghana won.")),
            (Names{"Ghana"}));
  EXPECT_EQ(NamesOf(Read("Former President Lena Holm spoke.")), (Names{"Lena Holm"}));
  EXPECT_EQ(NamesOf(Read("They saw Kessler leave. Kessler was late.")),
            (Names{"Kessler", "Kessler"}));
}

TEST(Names, CapitalisedNounsAreNone) {
  EXPECT_TRUE(
      NamesOf(
          Read("She asked the President and the Foreign Minister to wait until Tuesday in May."))
          .empty());
}

TEST(Names, PlaceByPrepositionPersonByAge) {
  const Document doc =
      Read("A shop in Zurnovka burned, said its owner, Teld Varkas, 54, on Friday.");
  EXPECT_EQ(KindOf(doc, "Zurnovka"), NameKind::kPlace);
  EXPECT_EQ(KindOf(doc, "Teld Varkas"), NameKind::kPerson);
}

TEST(Names, GivenNameThatIsACountry) {
  const Document doc = Read("The coach, Jordan Ellery, flew from Jordan.");
  EXPECT_EQ(KindOf(doc, "Jordan Ellery"), NameKind::kPerson);
  EXPECT_EQ(KindOf(doc, "Jordan"), NameKind::kPlace);
}

TEST(Names, HeadlineInCapitals) {
  const Document doc = Read(
      "OSEI WARNS RUSSIA OVER GRAIN DEAL WITH US\n\nMinister Kwame Osei warned Russia on Monday "
      "that the deal may end.");
  EXPECT_EQ(NamesOf(doc), (Names{"OSEI", "RUSSIA", "Kwame Osei", "Russia"}));
}

TEST(Names, HeadlineInTitleCase) {
  const Document doc = Read(
      "President Lena Holm Urges Calm After Riots in Chad\n\nLena Holm urged calm on Sunday after "
      "riots.");
  EXPECT_EQ(NamesOf(doc), (Names{"Lena Holm", "Chad", "Lena Holm"}));
}

TEST(NameClusters, PersonBySurnameAndFullName) {
  const Document doc =
      Read("Lena Holm spoke. Holm left early. Mr Holm is her husband's name too, Holm said.");
  ASSERT_FALSE(doc.clusters.empty());
  EXPECT_EQ(doc.clusters[0].name, "Lena Holm");
  EXPECT_EQ(Find(doc, "Holm")->cluster, 0u);
}

TEST(NameClusters, SurnameFirst) {
  const Document doc =
      Read("Minister Wang arrived. Later Wang Shen spoke, and reporters asked Wang again.");
  EXPECT_EQ(doc.clusters[0].name, "Wang Shen");
  EXPECT_EQ(doc.clusters[0].names.size(), 3u);
}

TEST(NameClusters, TwoPersonsOfOneSurnameStayApart) {
  const Document doc = Read("Maria Lopez met Pedro Lopez in the hall.");
  EXPECT_NE(Find(doc, "Maria Lopez")->cluster, Find(doc, "Pedro Lopez")->cluster);
}

TEST(NameClusters, AcronymInBracketsAndSpellings) {
  const Document doc = Read(
      "The Coastal Relief Association (CRA) met. The CRA and the United Nations agreed, the UN "
      "said.");
  EXPECT_EQ(Find(doc, "CRA")->cluster, Find(doc, "Coastal Relief Association")->cluster);
  EXPECT_EQ(Find(doc, "UN")->cluster, Find(doc, "United Nations")->cluster);
}

TEST(NameRoles, BeforeTheName) {
  const Document doc = Read("The US Secretary of State Ann Reed met rebel leader Karim Sol.");
  EXPECT_EQ(doc.clusters[Find(doc, "Ann Reed")->cluster].role, "US Secretary of State");
  EXPECT_EQ(doc.clusters[Find(doc, "Karim Sol")->cluster].role, "rebel leader");
}

TEST(NameRoles, InApposition) {
  const Document doc =
      Read("Wang Shen, China's top diplomat, met the group's founder, Lina Osei, on Monday.");
  EXPECT_EQ(doc.clusters[Find(doc, "Wang Shen")->cluster].role, "China's top diplomat");
}

TEST(NameRoles, AListIsNoApposition) {
  const Document doc = Read("Lena Holm, Omar Diallo and the minister met.");
  EXPECT_EQ(doc.clusters[Find(doc, "Lena Holm")->cluster].role, "");
}

TEST(Names, ArticlesAndPronounsStandOutside) {
  EXPECT_EQ(NamesOf(Read("The Norwegian Red Cross asked whether we had met in The Hague.")),
            (Names{"Norwegian Red Cross", "The Hague"}));
}

TEST(Names, APlaceAndItsStateAreTwo) {
  EXPECT_EQ(NamesOf(Read("TROY, N.C. (AP) — Two barns burned down on Sunday, a sheriff said.")),
            (Names{"TROY", "N.C."}));
}

TEST(Names, EmptyAndNameless) {
  EXPECT_TRUE(NamesOf(Read("")).empty());
  EXPECT_TRUE(NamesOf(Read("it rained all day.")).empty());
}

}  // namespace
}  // namespace dateline
