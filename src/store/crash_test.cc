// What survives?  kill -9 at any moment, a full disk, damage to the file, and files that are none
// of ours.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "store/fixtures.h"
#include "store/query.h"
#include "store/reader.h"
#include "store/verify.h"
#include "store/writer.h"

namespace dateline {
namespace {

using fixtures::Dump;
using fixtures::FullReport;
using fixtures::ReadFile;
using fixtures::SyntheticReport;
using fixtures::TemporaryFolder;
using fixtures::WriteFile;
using fixtures::Written;

constexpr std::uint32_t kReports = 20;

// The digests of all articles of a store, by id.
std::map<std::string, std::string> Digests(const std::string& path) {
  std::map<std::string, std::string> digests;
  Result<StoreReader> reader = StoreReader::Open(path);
  EXPECT_TRUE(reader) << ToString(reader.error());
  if (!reader) return digests;
  const std::vector<std::string> ids = *reader->ArticleIds();
  for (const std::string& id : ids) digests[id] = reader->ReadRaw(id)->digest;
  return digests;
}

void ExpectWhole(const std::string& path) {
  const Result<VerifyReport> report = VerifyStore(path);
  ASSERT_TRUE(report) << ToString(report.error());
  for (const VerifyProblem& p : report->problems) ADD_FAILURE() << p.article << ": " << p.what;
  EXPECT_TRUE(report->search_checked);
}

// Writes what is missing; tells `acknowledge` the number of each report that Add has acknowledged.
int WriteAll(const std::string& path, std::uint32_t count, int acknowledge) {
  Result<StoreWriter> writer = StoreWriter::Open(path, "1");
  if (!writer) return 2;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Written w = SyntheticReport(i);
    const Result<bool> added = writer->Add(w.article, w.batch);
    if (!added) return added.error().code == ErrorCode::kDiskFull ? 3 : 4;
    if (acknowledge >= 0 && ::write(acknowledge, &i, sizeof i) != sizeof i) return 5;
  }
  return 0;
}

std::set<std::uint32_t> ReadAcknowledged(int pipe_end) {
  std::set<std::uint32_t> numbers;
  std::uint32_t number;
  while (::read(pipe_end, &number, sizeof number) == sizeof number) numbers.insert(number);
  return numbers;
}

// Runs WriteAll in another process and kills it after `wait`.  True: it had ended by itself.
bool WriteAndKill(const std::string& path, std::chrono::microseconds wait,
                  std::set<std::uint32_t>& acknowledged) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    ::_exit(WriteAll(path, kReports, ends[1]));
  }
  ::close(ends[1]);
  std::this_thread::sleep_for(wait);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  acknowledged.merge(ReadAcknowledged(ends[0]));
  ::close(ends[0]);
  EXPECT_TRUE(!WIFEXITED(status) || WEXITSTATUS(status) == 0) << WEXITSTATUS(status);
  return WIFEXITED(status);
}

TEST(CrashTest, KillNineLosesNothingAndDoublesNothing) {
  TemporaryFolder folder;  // on a disk: most kills fall into a sync
  ASSERT_EQ(WriteAll(folder.File("whole.db"), kReports, -1), 0);
  const auto whole = Digests(folder.File("whole.db"));
  ASSERT_EQ(whole.size(), kReports);

  std::mt19937 random(20240303);
  int unacknowledged = 0, kills = 0;
  for (int round = 0; kills < 30; ++round) {
    ASSERT_LT(round, 1000);
    const std::string path = folder.File("round" + std::to_string(round) + ".db");
    std::set<std::uint32_t> acknowledged;
    // The first kills fall into the making of the store, later ones anywhere.
    const auto wait = std::chrono::microseconds(random() % (kills < 10 ? 20'000 : 120'000));
    if (WriteAndKill(path, wait, acknowledged)) continue;
    ++kills;
    if (::access(path.c_str(), F_OK) == 0 && !acknowledged.empty()) {
      const auto after = Digests(path);
      for (const std::uint32_t number : acknowledged) {
        EXPECT_TRUE(after.contains(SyntheticReport(number).article.id)) << "lost " << number;
      }
      EXPECT_LE(after.size(), acknowledged.size() + 1);
      if (after.size() > acknowledged.size()) ++unacknowledged;
    }
    ASSERT_EQ(WriteAll(path, kReports, -1), 0);  // no lock is left, and the rest goes in
    EXPECT_EQ(Digests(path), whole);
    ExpectWhole(path);
  }
  RecordProperty("committed_not_acknowledged", unacknowledged);
}

// ---------------------------------------------------------------- a full disk

// A file system of `kilobytes`, if we may make one.
class SmallDisk {
 public:
  explicit SmallDisk(const std::string& path, int kilobytes) : path_(path) {
    ::mkdir(path.c_str(), 0700);
    const std::string size = "size=" + std::to_string(kilobytes) + "k";
    there_ = ::mount("tmpfs", path.c_str(), "tmpfs", 0, size.c_str()) == 0;
  }
  ~SmallDisk() {
    if (there_) ::umount2(path_.c_str(), MNT_DETACH);
  }
  bool there() const { return there_; }
  void Grow(int kilobytes) {
    const std::string size = "size=" + std::to_string(kilobytes) + "k";
    EXPECT_EQ(::mount("tmpfs", path_.c_str(), "tmpfs", MS_REMOUNT, size.c_str()), 0);
  }

 private:
  std::string path_;
  bool there_;
};

// Writes until the disk is full; then nothing acknowledged may be missing, and no write may pass.
std::uint32_t FillUp(const std::string& path) {
  Result<StoreWriter> writer = StoreWriter::Open(path, "1");
  if (!writer) {
    EXPECT_EQ(writer.error().code, ErrorCode::kDiskFull) << ToString(writer.error());
    return 0;
  }
  for (std::uint32_t i = 0;; ++i) {
    const Written w = SyntheticReport(i);
    const Result<bool> added = writer->Add(w.article, w.batch);
    if (added) continue;
    EXPECT_EQ(added.error().code, ErrorCode::kDiskFull) << ToString(added.error());
    EXPECT_FALSE(writer->Add(FullReport().article, {})) << "went on after a failed write";
    return i;
  }
}

TEST(DiskFullTest, NothingAcknowledgedIsLostAndWorkGoesOnWhenSpaceReturns) {
  TemporaryFolder folder;
  for (const int kilobytes : {12, 60, 140, 200, 260, 400, 1000, 3000}) {
    SmallDisk disk(folder.File("disk"), kilobytes);
    if (!disk.there()) GTEST_SKIP() << "no right to mount a small disk";
    const std::string path = folder.File("disk/news.db");
    const std::uint32_t acknowledged = FillUp(path);
    disk.Grow(60'000);
    if (acknowledged > 0) {
      const auto digests = Digests(path);
      EXPECT_GE(digests.size(), acknowledged);
      for (std::uint32_t i = 0; i < acknowledged; ++i) {
        EXPECT_TRUE(digests.contains(SyntheticReport(i).article.id)) << i << " of " << kilobytes;
      }
    }
    EXPECT_EQ(WriteAll(path, acknowledged + 5, -1), 0);
    EXPECT_EQ(Digests(path).size(), acknowledged + 5);
    ExpectWhole(path);
  }
}

TEST(DiskFullTest, AFileThatMayNotGrowIsAFullDisk) {
  TemporaryFolder folder;
  const std::string path = folder.File("news.db");
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{500'000, 500'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::_exit(WriteAll(path, 1000, -1));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 3);
  const std::size_t before = Digests(path).size();
  EXPECT_GT(before, 0u);
  EXPECT_EQ(WriteAll(path, kReports, -1), 0);
  EXPECT_EQ(Digests(path).size(), kReports);
  ExpectWhole(path);
}

// ---------------------------------------------------------------- damage

class DamageTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    TemporaryFolder folder;
    // Free pages as well: half of the articles have been replaced by smaller ones.
    ASSERT_EQ(WriteAll(folder.File("news.db"), 12, -1), 0);
    {
      Result<StoreWriter> writer = StoreWriter::Open(folder.File("news.db"), "2");
      ASSERT_TRUE(writer);
      for (std::uint32_t i = 0; i < 12; ++i) {
        Written w = SyntheticReport(i);
        if (i % 2 == 0) w.batch = {};
        ASSERT_TRUE(*writer->Add(w.article, w.batch));
      }
    }
    ExpectWhole(folder.File("news.db"));
    Result<StoreReader> reader = StoreReader::Open(folder.File("news.db"));
    const std::vector<std::string> ids = *reader->ArticleIds();
    for (const std::string& id : ids) dumps_[id] = Everything(*reader, id);
    bytes_ = ReadFile(folder.File("news.db"));
  }

  static std::string Everything(StoreReader& reader, const std::string& id) {
    const Result<StoredArticle> stored = reader.Read(id);
    return stored ? Dump(stored->article, stored->batch) + stored->pipeline : "";
  }

  // True: the damage is reported.  Else every record must read as before.
  bool Reported(const std::string& bytes) {
    const std::string path = folder_.File("damaged.db");
    for (const char* suffix : {"-wal", "-shm", "-journal"}) ::unlink((path + suffix).c_str());
    WriteFile(path, bytes);
    const Result<VerifyReport> report = VerifyStore(path);
    if (!report) {
      EXPECT_TRUE(report.error().code == ErrorCode::kStoreDamaged ||
                  report.error().code == ErrorCode::kStoreVersion ||
                  report.error().code == ErrorCode::kStoreMissing)
          << ToString(report.error());
      EXPECT_FALSE(report.error().where.empty());
      return true;
    }
    // Questions to a damaged store may fail, not crash.
    if (Result<StoreReader> reader = StoreReader::Open(path)) {
      (void)QueryStatements(*reader, {.text = "soldiers"});
      (void)QueryEvents(*reader, {.country = "FRA"});
      (void)QueryArticles(*reader, {});
    }
    if (!report->ok()) return true;
    EXPECT_EQ(report->articles, dumps_.size());
    Result<StoreReader> reader = StoreReader::Open(path);
    for (const auto& [id, dump] : dumps_) EXPECT_EQ(Everything(*reader, id), dump);
    return false;
  }

  TemporaryFolder folder_{TemporaryFolder::kInMemory};
  static inline std::map<std::string, std::string> dumps_;
  static inline std::string bytes_;
};

TEST_F(DamageTest, EveryBitFlipIsReportedOrHarmless) {
  std::mt19937 random(17);
  int reported = 0;
  for (int i = 0; i < 400; ++i) {
    std::string bytes = bytes_;
    // Every fourth in the header and the schema, where a bit decides most.
    const std::size_t at = random() % (i % 4 == 0 ? 4096 : bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
    reported += Reported(bytes);
    ASSERT_FALSE(HasFailure()) << "flip at byte " << at;
  }
  EXPECT_GT(reported, 100);
  RecordProperty("reported_of_400", reported);
}

TEST_F(DamageTest, EveryTruncationIsReported) {
  std::mt19937 random(18);
  for (int i = 0; i < 60; ++i) {
    const std::size_t size = i < 20 ? i * 4096 : random() % bytes_.size();
    EXPECT_TRUE(Reported(bytes_.substr(0, size))) << size;
  }
}

TEST_F(DamageTest, EveryZeroedPageIsReportedOrHarmless) {
  std::mt19937 random(19);
  for (int i = 0; i < 40; ++i) {
    std::string bytes = bytes_;
    const std::size_t page = random() % (bytes.size() / 4096);
    bytes.replace(page * 4096, 4096, 4096, '\0');
    (void)Reported(bytes);
    ASSERT_FALSE(HasFailure()) << "page " << page;
  }
}

TEST_F(DamageTest, ADamagedArticleIsNamedAndTheOthersAreRead) {
  const std::string path = folder_.File("news.db");
  int found = 0;
  // Some of the copies lie in pages that are free.
  for (std::size_t at = bytes_.find("Ama Boateng "); at != std::string::npos && found < 3;
       at = bytes_.find("Ama Boateng ", at + 1)) {
    std::string bytes = bytes_;
    bytes.replace(at, 3, "Amo");
    WriteFile(path, bytes);
    const Result<VerifyReport> report = VerifyStore(path);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->articles, dumps_.size());
    if (report->ok()) continue;
    ++found;
    EXPECT_EQ(report->damaged, 1u);
    const std::string damaged = report->problems.front().article;
    Result<StoreReader> reader = StoreReader::Open(path);
    EXPECT_EQ(reader->Read(damaged).error().code, ErrorCode::kStoreDamaged);
    EXPECT_EQ(reader->Read(damaged).error().where, damaged);
    for (const auto& [id, dump] : dumps_) EXPECT_EQ(reader->Read(id).has_value(), id != damaged);
  }
  EXPECT_EQ(found, 3);
}

TEST_F(DamageTest, RowsChangedBehindOurBackAreFoundByTheirArticle) {
  const std::string path = folder_.File("news.db");
  const std::string id = dumps_.begin()->first;
  for (const char* sql :
       {"UPDATE articles SET publisher = 'Other' WHERE key = ?1",
        "UPDATE spans SET words = 'Other' WHERE article = ?1",
        "UPDATE spans SET end_byte = 4000000000 WHERE article = ?1",
        "UPDATE spans SET first_byte = 'x' WHERE article = ?1",
        "UPDATE statements SET content_words = 'Other' WHERE article = ?1",
        "UPDATE statements SET speaker = 99 WHERE article = ?1",
        "UPDATE statements SET stance = 'shout' WHERE article = ?1",
        "UPDATE events SET dead = -1 WHERE article = ?1",
        "UPDATE places SET lat = NULL WHERE article = ?1", "DELETE FROM actors WHERE article = ?1",
        "DELETE FROM sentences WHERE article = ?1", "DELETE FROM spans WHERE article = ?1"}) {
    WriteFile(path, bytes_);
    {
      Result<SqlConnection> connection = SqlConnection::Open(path, SqlConnection::Mode::kWrite);
      // An article with records: the odd ones.
      const SqlValue key = *connection->Single("SELECT article FROM events LIMIT 1");
      ASSERT_TRUE(connection->Run(sql, {key}));
    }
    const Result<VerifyReport> report = VerifyStore(path);
    ASSERT_TRUE(report) << sql;
    EXPECT_EQ(report->damaged, 1u) << sql;
    EXPECT_EQ(report->articles, 12u) << sql;
  }
}

// ---------------------------------------------------------------- files that are none of ours

TEST(ForeignFileTest, IsToldFromAStoreByReaderAndWriter) {
  TemporaryFolder folder;
  const auto expect = [&](const std::string& path, ErrorCode code, const char* what) {
    const std::string before = ReadFile(path);
    const Result<StoreReader> reader = StoreReader::Open(path);
    ASSERT_FALSE(reader) << what;
    EXPECT_EQ(reader.error().code, code) << what << ": " << ToString(reader.error());
    const Result<StoreWriter> writer = StoreWriter::Open(path, "1");
    ASSERT_FALSE(writer) << what;
    EXPECT_EQ(writer.error().code, code) << what << ": " << ToString(writer.error());
    EXPECT_FALSE(writer.error().message.empty());
    EXPECT_EQ(ReadFile(path), before) << what << " was changed";
  };
  WriteFile(folder.File("text"), std::string(5000, 'x'));
  expect(folder.File("text"), ErrorCode::kStoreDamaged, "a text file");
  {
    Result<SqlConnection> other =
        SqlConnection::Open(folder.File("other.db"), SqlConnection::Mode::kCreate);
    ASSERT_TRUE(other->RunScript("CREATE TABLE shopping (item TEXT)"));
  }
  expect(folder.File("other.db"), ErrorCode::kStoreVersion, "a database of another program");
  ASSERT_EQ(WriteAll(folder.File("newer.db"), 1, -1), 0);
  {
    Result<SqlConnection> newer =
        SqlConnection::Open(folder.File("newer.db"), SqlConnection::Mode::kWrite);
    ASSERT_TRUE(newer->Run("PRAGMA user_version = 99"));
  }
  expect(folder.File("newer.db"), ErrorCode::kStoreVersion, "a store of another version");
}

TEST(ForeignFileTest, WhatIsNotThereIsMissing) {
  TemporaryFolder folder;
  EXPECT_EQ(StoreReader::Open(folder.File("none.db")).error().code, ErrorCode::kStoreMissing);
  WriteFile(folder.File("empty.db"), "");
  EXPECT_EQ(StoreReader::Open(folder.File("empty.db")).error().code, ErrorCode::kStoreMissing);
  EXPECT_TRUE(StoreWriter::Open(folder.File("empty.db"), "1"));
  EXPECT_EQ(StoreReader::Open(folder.path()).error().code, ErrorCode::kStoreFailed);
  EXPECT_EQ(StoreWriter::Open(folder.path(), "1").error().code, ErrorCode::kStoreFailed);
  EXPECT_EQ(StoreWriter::Open(folder.File("no/such/folder/news.db"), "1").error().code,
            ErrorCode::kStoreFailed);
}

}  // namespace
}  // namespace dateline
