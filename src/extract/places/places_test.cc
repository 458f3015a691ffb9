#include "extract/places/places.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "annotate/annotated_text.h"

namespace dateline {
namespace {

const Gazetteer& TheGazetteer() {
  static const Result<Gazetteer> gazetteer =
      Gazetteer::Open(DATELINE_SOURCE_DIR "/data/gazetteer.bin");
  return *gazetteer;
}

struct Reading {
  std::shared_ptr<const Article> article;
  std::vector<Place> places;

  const Place* Named(std::string_view words) const& {
    for (const Place& place : places) {
      for (const Span span : place.mentions.spans()) {
        if (Words(article->text, span) == words) return &place;
      }
    }
    return nullptr;
  }
  const Place* Named(std::string_view words) const&& = delete;  // it would outlive the reading
  bool Has(std::string_view words) const { return Named(words) != nullptr; }
  std::string CountryOf(std::string_view words) const {
    const Place* place = Named(words);
    return place == nullptr ? "no place" : place->country;
  }
  std::string AdminOf(std::string_view words) const {
    const Place* place = Named(words);
    return place == nullptr ? "no place" : place->admin1;
  }
};

Reading Read(std::string text) {
  auto article = std::make_shared<Article>();
  article->text = std::move(text);
  const Document doc = AnnotatedArticle(article);
  RecordBatch batch;
  PlaceExtractor(&TheGazetteer()).Extract(doc, batch);
  return {article, std::move(batch.places)};
}

TEST(Places, ASecondNameOfASmallTownAbroadIsNotTheReportsOwn) {
  const Reading here = Read("Police in Prague, Brno and Ostrava searched a farm in Marienbad.");
  EXPECT_EQ(here.CountryOf("Marienbad"), "CZE");
  const Reading far = Read("Police in Nairobi, Kisumu and Mombasa searched a farm in Marienbad.");
  ASSERT_TRUE(far.Has("Marienbad"));
  EXPECT_EQ(far.CountryOf("Marienbad"), "");
}

TEST(Places, ATownOfOneNameIsFoundWithItsReason) {
  const Reading reading = Read("Shells fell on a bakery in Siversk overnight.");
  const Place* place = reading.Named("Siversk");
  ASSERT_NE(place, nullptr);
  EXPECT_EQ(place->geonames, 694403u);
  EXPECT_EQ(place->country, "UKR");
  EXPECT_EQ(place->admin1, "Donetsk");
  EXPECT_EQ(place->kind, PlaceKind::kCity);
  EXPECT_NE(place->judgement.why.find("the only Siversk in the gazetteer"), std::string::npos)
      << place->judgement.why;
}

TEST(Places, TheStateBesideATownSaysWhichOne) {
  const Reading reading =
      Read("The fair in Springfield, Illinois, drew a crowd. Later, Springfield cleaned up.");
  EXPECT_EQ(reading.AdminOf("Springfield"), "Illinois");
  const Place* place = reading.Named("Springfield");
  ASSERT_NE(place, nullptr);
  EXPECT_EQ(place->mentions.spans().size(), 2u) << "one record, both mentions";
  EXPECT_NE(place->judgement.why.find("Illinois is named beside it"), std::string::npos)
      << place->judgement.why;
}

TEST(Places, AbbreviatedStatesStandOnlyBehindATown) {
  EXPECT_EQ(Read("A barn burned in Peoria, Ill., on Monday.").AdminOf("Peoria"), "Illinois");
  EXPECT_EQ(Read("The shop is at Long Beach, CA, near the pier.").AdminOf("Long Beach"),
            "California");
  EXPECT_EQ(Read("Ill workers stayed at home. Miss Hale did not.").places.size(), 0u);
}

// The dateline that others lose.
TEST(Places, DatelinesInCapitals) {
  const Reading reading =
      Read("TROY, N.C. (Wire) - Two barns burned down on Sunday, the sheriff said.");
  EXPECT_EQ(reading.AdminOf("TROY"), "North Carolina");
  EXPECT_EQ(reading.AdminOf("N.C."), "North Carolina");
  EXPECT_EQ(Read("NIAMEY, Aug 19 - The army said it had shut a road.").CountryOf("NIAMEY"), "NER");
  EXPECT_EQ(Read("Bhuj: The clerk works in a tent now.").CountryOf("Bhuj"), "IND");
}

// Complaints about other geoparsers.
TEST(Places, CountriesAreNoVillages) {
  const Reading reading =
      Read("The heat killed people in the USA, in France and in China, and in Geneva in May.");
  for (const char* name : {"USA", "France", "China"}) ASSERT_TRUE(reading.Has(name)) << name;
  EXPECT_EQ(reading.Named("USA")->geonames, 6252001u);
  EXPECT_EQ(reading.Named("France")->geonames, 3017382u);
  EXPECT_EQ(reading.Named("China")->geonames, 1814991u);
  EXPECT_EQ(reading.CountryOf("Geneva"), "CHE");
}

TEST(Places, DemonymsAndAdjectivesAreNoPlaces) {
  EXPECT_EQ(Read("The Russian and European envoys met Turkish traders.").places.size(), 0u);
}

TEST(Places, ALoneTownAtTheBeginOfASentence) {
  EXPECT_EQ(Read("Toronto froze again. Buses stood still.").CountryOf("Toronto"), "CAN");
}

TEST(Places, AlbanyIsNotAlbania) {
  EXPECT_EQ(Read("Lawmakers in Albany passed the budget.").CountryOf("Albany"), "USA");
}

TEST(Places, OneUnknownNameDoesNotEmptyTheReport) {
  const Reading reading =
      Read("From Xyzzyville to Lviv, and (in brackets) to Odesa, the trains ran [late.");
  EXPECT_EQ(reading.CountryOf("Lviv"), "UKR");
  EXPECT_EQ(reading.CountryOf("Odesa"), "UKR");
}

TEST(Places, WordsAndFirstNamesNeedContext) {
  EXPECT_EQ(Read("Reading is fun. Nice work, Mobile users!").places.size(), 0u);
  EXPECT_EQ(Read("The ship docked in Nice, France, at noon.").CountryOf("Nice"), "FRA");
}

TEST(Places, PeopleAreNoPlaces) {
  const Reading reading =
      Read("President Jack Lincoln met Paris Miller. Mr. Lincoln left at noon.");
  EXPECT_EQ(reading.places.size(), 0u);
}

TEST(Places, ACapitalThatSpeaksIsAGovernment) {
  EXPECT_FALSE(Read("Moscow said it would answer.").Has("Moscow"));
  EXPECT_TRUE(Read("Snow fell in Moscow on Friday.").Has("Moscow"));
}

TEST(Places, ACourtInATownMaySpeak) {
  EXPECT_EQ(Read("A court in Bern said it would sit.").CountryOf("Bern"), "CHE");
  const Reading both = Read("A driver between Beirut and Tyre tells us that roads are shut.");
  EXPECT_EQ(both.CountryOf("Beirut"), "LBN");
  EXPECT_EQ(both.CountryOf("Tyre"), "LBN");
}

TEST(Places, ASurnameThatSpeaksStaysAPerson) {
  const Reading reading =
      Read("The bridge will close, Barnes said. On Monday Barnes had seen the cracks.");
  EXPECT_EQ(reading.Named("Barnes"), nullptr);
}

TEST(Places, AVillageThatNoGazetteerHasIsKeptWithoutCoordinates) {
  const Reading reading = Read("Farmers near Zqwarinka dug trenches.");
  const Place* place = reading.Named("Zqwarinka");
  ASSERT_NE(place, nullptr);
  EXPECT_FALSE(place->at.has_value());
}

TEST(Places, AStreetIsNotTheTownWhoseNameItBears) {
  const Reading reading = Read("Two cars met on Hampton Avenue.");
  const Place* street = reading.Named("Hampton Avenue");
  ASSERT_NE(street, nullptr);
  EXPECT_FALSE(street->at.has_value());
}

TEST(Places, ACountryIsNotADivisionOfItsName) {
  const Reading buses = Read("Buses run from Puebla, Mexico, to the coast.");
  ASSERT_NE(buses.Named("Mexico"), nullptr);
  EXPECT_EQ(buses.Named("Mexico")->kind, PlaceKind::kCountry);
  EXPECT_EQ(
      Read("Rain fell in the Republic of Armenia on Monday.").CountryOf("Republic of Armenia"),
      "ARM");
}

TEST(Places, MonthsAndHeadlinesInCapitalsAreNoPlaces) {
  EXPECT_EQ(Read("It opens on Nov. 14 and closes in May.").places.size(), 0u);
}

TEST(Places, ANounBesideTheNameSaysWhatItIs) {
  const Reading region = Read("Floods hit the Kharkiv region.");
  ASSERT_NE(region.Named("Kharkiv"), nullptr);
  EXPECT_EQ(region.Named("Kharkiv")->kind, PlaceKind::kRegion);
  const Reading city = Read("Floods hit the city of Kharkiv.");
  ASSERT_NE(city.Named("Kharkiv"), nullptr);
  EXPECT_EQ(city.Named("Kharkiv")->kind, PlaceKind::kCity);
}

TEST(Places, TheCountryOfTheReportDecidesAmongTowns) {
  const Reading reading = Read(
      "Police in Ontario searched a house in London on Friday. Officers from Toronto and Hamilton "
      "helped.");
  EXPECT_EQ(reading.CountryOf("London"), "CAN");
  EXPECT_EQ(reading.CountryOf("Hamilton"), "CAN");
}

TEST(Places, SeasAndRiversAndRegions) {
  const Reading reading =
      Read("Ships left the Black Sea for the Danube while the Middle East and Donbas waited.");
  ASSERT_TRUE(reading.Has("Black Sea"));
  EXPECT_EQ(reading.Named("Black Sea")->kind, PlaceKind::kSea);
  ASSERT_TRUE(reading.Has("Danube"));
  EXPECT_EQ(reading.Named("Danube")->kind, PlaceKind::kRiver);
}

TEST(Places, AnUnlistedStreetHasNoCoordinates) {
  const Reading reading = Read("A car burned on Qwerthorpe Road in Leeds.");
  const Place* road = reading.Named("Qwerthorpe Road");
  ASSERT_NE(road, nullptr);
  EXPECT_FALSE(road->at.has_value());
  EXPECT_FALSE(road->geonames.has_value());
  EXPECT_EQ(road->kind, PlaceKind::kFacility);
}

TEST(Places, EveryMentionLiesInTheTextAndConfidencesAreShares) {
  const Reading reading =
      Read("In Łódź, Poland, and São Paulo, Brazil — “Zürich,” he said — it rained.");
  EXPECT_GE(reading.places.size(), 4u);
  for (const Place& place : reading.places) {
    EXPECT_GT(place.judgement.confidence, 0);
    EXPECT_LE(place.judgement.confidence, 1);
    EXPECT_FALSE(place.judgement.why.empty());
    EXPECT_LE(place.mentions.hull().end, reading.article->text.size());
  }
}

TEST(Places, EmptyAndOddTexts) {
  for (const char* text :
       {"", " ", ",", "Troy,", ", Ohio", "of", "U.S.", "((((", "County", "the town of", "Lake"}) {
    Read(text);
  }
}

TEST(Places, AStateIsAPlaceOnlyWhereSomethingIs) {
  EXPECT_FALSE(Read("Kenya told Uganda on Monday that it would answer.").Has("Kenya"));
  const Reading mixed =
      Read("Three people died in Kenya. Kenya told Uganda on Monday that it would answer.");
  ASSERT_TRUE(mixed.Has("Kenya"));
  EXPECT_EQ(mixed.Named("Kenya")->mentions.spans().size(), 1u);
}

TEST(Places, ANationalityIsNoPlace) {
  EXPECT_FALSE(Read("Three U.S. officials met the rebels in Siversk.").Has("U.S."));
  EXPECT_FALSE(Read("The rains failed, the Kenya Meteorological Department said.").Has("Kenya"));
}

TEST(Places, ADistanceSaysWhereAnUnknownPlaceIs) {
  const Reading reading =
      Read("Shells fell on Qwerthek, a village about 100 km to the north of Mombasa.");
  const Place* place = reading.Named("Qwerthek");
  ASSERT_NE(place, nullptr);
  ASSERT_TRUE(place->at.has_value());
  const Place* town = reading.Named("Mombasa");
  ASSERT_NE(town, nullptr);
  EXPECT_NEAR(place->at->lat, town->at->lat + 0.9, 0.01);
  EXPECT_NEAR(place->at->lon, town->at->lon, 0.01);
  EXPECT_EQ(place->country, "KEN");
  EXPECT_LT(place->judgement.confidence, 0.5);
}

TEST(Places, ADistanceBehindAVerbSaysNothing) {
  const Reading reading =
      Read("He left Qwerthek, drove all night and slept 8 km north of Mombasa.");
  const Place* place = reading.Named("Qwerthek");
  ASSERT_NE(place, nullptr);
  EXPECT_FALSE(place->at.has_value());
}

TEST(Places, AnOfficeOfAStateIsNoSurname) {
  const Reading reading =
      Read("Omar Hassan, Prince of Kenya, spoke. A mine blew up on the border with Kenya.");
  EXPECT_TRUE(reading.Has("Kenya"));
}

TEST(Places, TheLandThatNewsCallsSo) {
  const Reading reading = Read("Trucks of flour waited to enter Gaza. Two died in Maputo.");
  EXPECT_EQ(reading.CountryOf("Gaza"), "PSE");
}

TEST(Places, AnUnknownPlaceLiesWhereTheTextSays) {
  const Reading reading = Read("A market burned in the Qwerthek district of Mombasa.");
  const Place* place = reading.Named("Qwerthek");
  if (place == nullptr) place = reading.Named("Qwerthek district");
  ASSERT_NE(place, nullptr);
  EXPECT_EQ(place->country, "KEN");
  EXPECT_NE(place->judgement.why.find("Mombasa"), std::string::npos) << place->judgement.why;
}

TEST(Places, AmongStatesANameIsTheState) {
  const Reading reading = Read("Farms closed in Missouri, New York and Virginia.");
  ASSERT_TRUE(reading.Has("New York"));
  EXPECT_EQ(reading.Named("New York")->kind, PlaceKind::kRegion);
}

TEST(Places, ABodyStandsForItsTown) {
  EXPECT_EQ(Read("The Chicago Police Department closed a road.").AdminOf("Chicago"), "Illinois");
  EXPECT_FALSE(Read("The Chicago Herald printed a map.").Has("Chicago"));
}

TEST(Places, DollarsAreNoCountry) {
  EXPECT_EQ(Read("The bridge cost US$40 million.").places.size(), 0u);
}

// Time may grow with the text, not with its square.
TEST(Places, ManyNamesAreReadInLinearTime) {
  const char* names[] = {"Springfield", "Paris",    "Troy",     "Kharkiv",
                         "Lagos",       "San Jose", "Victoria", "Georgia"};
  const auto seconds = [&](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      text += std::string("in ") + names[i % 8] + (i % 3 == 0 ? ", Ohio, " : ", ");
      if (i % 20 == 19) text += "it rained.\n\n";
    }
    const auto begin = std::chrono::steady_clock::now();
    Read(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  EXPECT_LT(seconds(3'000), 30 * seconds(300) + 1);
}

}  // namespace
}  // namespace dateline
