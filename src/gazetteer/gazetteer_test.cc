#include "gazetteer/gazetteer.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "base/table.h"
#include "gazetteer/layout.h"
#include "text/unicode.h"

namespace dateline {
namespace {

const std::string kFile = DATELINE_SOURCE_DIR "/data/gazetteer.bin";

const Gazetteer& Shared() {
  static const Result<Gazetteer> gazetteer = Gazetteer::Open(kFile);
  return *gazetteer;
}

bool Has(std::string_view name, std::uint64_t geonames) {
  const auto places = Shared().Find(name);
  return std::any_of(places.begin(), places.end(),
                     [&](const auto& p) { return p.geonames == geonames; });
}

std::string ReadAll(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Gazetteer, FindsATownWithAllThatIsKnownOfIt) {
  const auto places = Shared().Find("Siversk");
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].geonames, 694403u);
  EXPECT_EQ(places[0].name, "Siversk");
  EXPECT_NEAR(places[0].at.lat, 48.86, 0.02);
  EXPECT_NEAR(places[0].at.lon, 38.09, 0.02);
  EXPECT_EQ(places[0].country, "UKR");
  EXPECT_EQ(places[0].admin1, "Donetsk");
  EXPECT_EQ(places[0].kind, PlaceKind::kCity);
  EXPECT_TRUE(places[0].main_name);
  EXPECT_GT(places[0].population, 5000u);
}

TEST(Gazetteer, ComparesNamesByKey) {
  EXPECT_TRUE(Has("saint-étienne", 2980291));
  EXPECT_TRUE(Has("SAINT ETIENNE", 2980291));
  EXPECT_TRUE(Has("U.S.", 6252001));
}

TEST(Gazetteer, PutsCountriesBeforeDivisionsBeforeTowns) {
  const auto georgia = Shared().Find("Georgia");
  ASSERT_GE(georgia.size(), 2u);
  EXPECT_EQ(georgia[0].kind, PlaceKind::kCountry);
  EXPECT_EQ(georgia[1].level, 1);
  const auto springfields = Shared().Find("Springfield");
  EXPECT_GT(springfields.size(), 10u);
  EXPECT_TRUE(
      std::is_sorted(springfields.begin(), springfields.end(),
                     [](const auto& a, const auto& b) { return a.population > b.population; }));
}

TEST(Gazetteer, KnowsOldNamesAndOtherSpellings) {
  EXPECT_TRUE(Has("Kiev", 703448));
  EXPECT_TRUE(Has("Bombay", 1275339));
  EXPECT_FALSE(Shared().Find("Kiev")[0].main_name);
}

// Complaints about other geoparsers: "USA" -> a community hall, "France" -> a suburb of Paris.
TEST(Gazetteer, NoAlternateNameOfATownHidesACountry) {
  for (const std::string_view name : {"USA", "France", "China", "Turkey", "UK", "Mali"}) {
    for (const auto& place : Shared().Find(name)) {
      EXPECT_TRUE(place.kind != PlaceKind::kCity || place.main_name)
          << name << " -> " << place.name;
    }
    ASSERT_FALSE(Shared().Find(name).empty()) << name;
    EXPECT_EQ(Shared().Find(name)[0].kind, PlaceKind::kCountry) << name;
  }
}

TEST(Gazetteer, CapitalsAreMarkedOnce) {
  int capitals = 0;
  for (const auto& place : Shared().Find("Washington")) capitals += place.capital;
  EXPECT_EQ(capitals, 1);
}

TEST(Gazetteer, KnowsWherePrefixesEndAtWords) {
  EXPECT_TRUE(Shared().IsPrefix("New"));
  EXPECT_FALSE(Shared().Contains("New"));
  EXPECT_TRUE(Shared().IsPrefix("Rio de"));
  EXPECT_FALSE(Shared().IsPrefix("Sivers"));
  EXPECT_FALSE(Shared().IsPrefix("Siversk"));
}

TEST(Gazetteer, KnowsNamesThatAreWordsFirst) {
  EXPECT_TRUE(Shared().TraitsOf("Nice").word);
  EXPECT_TRUE(Shared().TraitsOf("Sydney").given_name);
  EXPECT_TRUE(Shared().TraitsOf("Ill").abbreviation);
  EXPECT_FALSE(Shared().TraitsOf("Siversk").word);
}

TEST(Gazetteer, UnknownAndOddNamesFindNothing) {
  for (const std::string_view name : {"", " ", "...", "Qwertyville", "\xff\xfe", "(", "Siversk)"}) {
    EXPECT_TRUE(Shared().Find(name).empty()) << name;
    EXPECT_FALSE(Shared().IsPrefix(name)) << name;
  }
  EXPECT_TRUE(Shared().Find(std::string(100000, 'a')).empty());
}

TEST(Gazetteer, TheFileInTheRepositoryIsWhole) { EXPECT_TRUE(Shared().Verify().has_value()); }

// data/sources/name_keys.tsv is what the builder made of names: the twins must agree.
TEST(Gazetteer, NameKeyAgreesWithTheBuilder) {
  const std::string text = ReadAll(DATELINE_SOURCE_DIR "/data/sources/name_keys.tsv");
  const auto table = Table::Parse(text, "name_keys.tsv", 3);
  ASSERT_TRUE(table.has_value());
  ASSERT_GT(table->rows().size(), 300u);
  for (const TableRow& row : table->rows()) {
    EXPECT_EQ(NameKey(row.cells[0]), row.cells[1]) << row.cells[0];
    EXPECT_EQ(std::to_string(gazetteer_layout::KeyHash(row.cells[1])), row.cells[2])
        << row.cells[0];
  }
}

// A copy of the gazetteer that a test may damage.
class DamagedGazetteer : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "gazetteer-XXXXXX").string();
    const int fd = mkstemp(pattern.data());
    ASSERT_GE(fd, 0);
    close(fd);
    path_ = pattern;
    std::filesystem::copy_file(kFile, path_, std::filesystem::copy_options::overwrite_existing);
    size_ = std::filesystem::file_size(path_);
  }
  void TearDown() override { std::filesystem::remove(path_); }

  // Writes one byte; returns the one that was there.
  char Put(std::uint64_t at, char byte) {
    std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(at));
    const char old = static_cast<char>(file.get());
    file.seekp(static_cast<std::streamoff>(at));
    file.put(byte);
    return old;
  }

  ErrorCode CodeOfOpen() {
    const auto opened = Gazetteer::Open(path_);
    EXPECT_FALSE(opened.has_value());
    if (opened) return ErrorCode::kUsage;
    EXPECT_NE(opened.error().message.find("./dev build"), std::string::npos) << "names the remedy";
    EXPECT_EQ(opened.error().where, path_);
    return opened.error().code;
  }

  // Any answer will do, as long as it comes.
  static void Ask(const Gazetteer& gazetteer) {
    for (const std::string_view name :
         {"Springfield", "New York", "Kiev", "Sea", "Georgia", "San", "Nowhere at all"}) {
      for (const auto& place : gazetteer.Find(name)) {
        EXPECT_LT(place.name.size(), 256u);
        EXPECT_LE(place.country.size(), 4u);
      }
      gazetteer.IsPrefix(name);
      gazetteer.TraitsOf(name);
    }
  }

  std::string path_;
  std::uint64_t size_ = 0;
};

TEST_F(DamagedGazetteer, MissingFileSaysSo) {
  std::filesystem::remove(path_);
  EXPECT_EQ(CodeOfOpen(), ErrorCode::kDataMissing);
}

TEST_F(DamagedGazetteer, OtherVersionSaysSo) {
  Put(8, 99);
  EXPECT_EQ(CodeOfOpen(), ErrorCode::kDataVersion);
}

TEST_F(DamagedGazetteer, EveryFlippedBitOfTheHeaderIsSeenAtOpen) {
  for (std::uint64_t at = 0; at < sizeof(gazetteer_layout::Header); ++at) {
    const char old = Put(at, 0);
    Put(at, static_cast<char>(old ^ 0x10));
    const ErrorCode code = CodeOfOpen();
    EXPECT_TRUE(code == ErrorCode::kDataDamaged ||
                (code == ErrorCode::kDataVersion && at >= 8 && at < 12))
        << at;
    Put(at, old);
  }
  EXPECT_TRUE(Gazetteer::Open(path_).has_value());
}

TEST_F(DamagedGazetteer, FlippedBitsNeverReadOutsideAndVerifySeesThem) {
  std::mt19937 random(7);
  for (int i = 0; i < 500; ++i) {
    const std::uint64_t at =
        sizeof(gazetteer_layout::Header) + random() % (size_ - sizeof(gazetteer_layout::Header));
    const char old = Put(at, 0);
    Put(at, static_cast<char>(old ^ (1 << random() % 8)));
    const auto opened = Gazetteer::Open(path_);
    ASSERT_TRUE(opened.has_value());
    Ask(*opened);
    if (i % 50 == 0) {
      ASSERT_FALSE(opened->Verify().has_value()) << at;
      EXPECT_EQ(opened->Verify().error().code, ErrorCode::kDataDamaged);
    }
    Put(at, old);
  }
}

// All of a section at once: offsets far outside, loops, lengths beyond the pool.
TEST_F(DamagedGazetteer, NoiseInPlaceOfThePostingsAndPlacesNeverReadsOutside) {
  std::mt19937 random(11);
  std::string bytes = ReadAll(path_);
  for (std::size_t at = sizeof(gazetteer_layout::Header) + (1 << 19); at < bytes.size();
       at += 1 + random() % 7) {
    bytes[at] = static_cast<char>(random());
  }
  std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
  const auto opened = Gazetteer::Open(path_);
  ASSERT_TRUE(opened.has_value());
  Ask(*opened);
}

TEST_F(DamagedGazetteer, TruncatedFilesAreRefused) {
  std::mt19937 random(13);
  std::vector<std::uint64_t> sizes = {0, 1, 95, 96, 97, size_ - 1};
  while (sizes.size() < 500) sizes.push_back(random() % size_);
  std::sort(sizes.rbegin(), sizes.rend());
  for (const std::uint64_t size : sizes) {
    std::filesystem::resize_file(path_, size);
    EXPECT_EQ(CodeOfOpen(), ErrorCode::kDataDamaged) << size;
  }
}

}  // namespace
}  // namespace dateline
