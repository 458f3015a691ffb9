// Writer and reader together: what goes in comes out, once, and only for one writer.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "store/fixtures.h"
#include "store/reader.h"
#include "store/verify.h"
#include "store/writer.h"

namespace dateline {
namespace {

using fixtures::Dump;
using fixtures::FullReport;
using fixtures::SyntheticReport;
using fixtures::TemporaryFolder;
using fixtures::Written;

class StoreTest : public ::testing::Test {
 protected:
  StoreWriter Writer(const std::string& pipeline = "1") {
    Result<StoreWriter> writer = StoreWriter::Open(path_, pipeline);
    EXPECT_TRUE(writer) << ToString(writer.error());
    return *std::move(writer);
  }
  StoreReader Reader() {
    Result<StoreReader> reader = StoreReader::Open(path_);
    EXPECT_TRUE(reader) << ToString(reader.error());
    return *std::move(reader);
  }
  void Write(const Written& w, const std::string& pipeline = "1") {
    StoreWriter writer = Writer(pipeline);
    const Result<bool> added = writer.Add(w.article, w.batch);
    ASSERT_TRUE(added) << ToString(added.error());
    ASSERT_TRUE(*added);
  }
  void ExpectWhole() {
    const Result<VerifyReport> report = VerifyStore(path_);
    ASSERT_TRUE(report) << ToString(report.error());
    for (const VerifyProblem& p : report->problems) ADD_FAILURE() << p.article << ": " << p.what;
    EXPECT_TRUE(report->search_checked);
  }
  std::int64_t Count(const std::string& table) {
    return std::get<std::int64_t>(*Reader().connection().Single("SELECT count(*) FROM " + table));
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.File("news.db");
};

TEST_F(StoreTest, EveryFieldComesBack) {
  const Written w = FullReport();
  Write(w);
  StoreReader reader = Reader();
  const Result<StoredArticle> stored = reader.Read(w.article.id);
  ASSERT_TRUE(stored) << ToString(stored.error());
  EXPECT_EQ(Dump(stored->article, stored->batch), Dump(w.article, w.batch));
  EXPECT_EQ(stored->pipeline, "1");
  ExpectWhole();
}

TEST_F(StoreTest, ManyReportsComeBackInOrderOfDate) {
  {
    StoreWriter writer = Writer();
    for (std::uint32_t i = 0; i < 30; ++i) {
      const Written w = SyntheticReport(i);
      ASSERT_TRUE(*writer.Add(w.article, w.batch));
    }
  }
  StoreReader reader = Reader();
  const std::vector<std::string> ids = *reader.ArticleIds();
  ASSERT_EQ(ids.size(), 30u);
  std::vector<std::pair<std::string, std::string>> dates;
  for (const std::string& id : ids) dates.emplace_back(reader.Read(id)->article.published, id);
  EXPECT_TRUE(std::ranges::is_sorted(dates));
  ExpectWhole();
}

TEST_F(StoreTest, AnArticleWithoutRecordsOrMetadataIsKept) {
  Written w;
  w.article.id = "0123456789abcdef";
  Write(w);
  const Result<StoredArticle> stored = Reader().Read(w.article.id);
  ASSERT_TRUE(stored);
  EXPECT_EQ(Dump(stored->article, stored->batch), Dump(w.article, w.batch));
  ExpectWhole();
}

TEST_F(StoreTest, TextWithNulBytesIsKept) {
  Written w;
  w.article.id = "0123456789abcdef";
  w.article.text = std::string("before\0after", 12);
  w.batch.sentences = {{0, 12}};
  Write(w);
  EXPECT_EQ(Reader().Read(w.article.id)->article.text, w.article.text);
  ExpectWhole();
}

TEST_F(StoreTest, TheSameArticleIsAddedOnce) {
  const Written w = FullReport();
  StoreWriter writer = Writer();
  EXPECT_FALSE(*writer.Has(w.article.id));
  EXPECT_TRUE(*writer.Add(w.article, w.batch));
  EXPECT_TRUE(*writer.Has(w.article.id));
  EXPECT_FALSE(*writer.Add(w.article, w.batch));
  EXPECT_EQ(Count("articles"), 1);
  EXPECT_EQ(Count("statements"), 3);
}

TEST_F(StoreTest, AnotherPipelineVersionReplacesTheBatch) {
  Written w = FullReport();
  Write(w, "1");
  w.batch.statements.pop_back();
  w.batch.events.clear();
  StoreWriter writer = Writer("2");
  EXPECT_FALSE(*writer.Has(w.article.id));
  EXPECT_TRUE(*writer.Add(w.article, w.batch));
  EXPECT_EQ(Count("articles"), 1);
  const Result<StoredArticle> stored = Reader().Read(w.article.id);
  EXPECT_EQ(stored->pipeline, "2");
  EXPECT_EQ(Dump(stored->article, stored->batch), Dump(w.article, w.batch));
  EXPECT_TRUE(*writer.Has(w.article.id));
}

TEST_F(StoreTest, ReplacingLeavesNoTraceInTheSearchIndex) {
  Written w = FullReport();
  Write(w, "1");
  w.batch.statements.clear();
  w.batch.events.clear();
  Write(w, "2");
  ExpectWhole();
  EXPECT_EQ(Count("statements_fts WHERE statements_fts MATCH 'yield'"), 0);
}

TEST_F(StoreTest, TheSameInputGivesTheSameDigest) {
  const Written w = FullReport();
  const auto digest = [&](const char* name) {
    path_ = folder_.File(name);
    StoreWriter writer = Writer();
    const Written other = SyntheticReport(7);
    if (name[0] == 'b') {
      EXPECT_TRUE(*writer.Add(other.article, other.batch));
    }
    EXPECT_TRUE(*writer.Add(w.article, w.batch));
    return Reader().ReadRaw(w.article.id)->digest;
  };
  const std::string first = digest("a.db");
  EXPECT_EQ(first.size(), 64u);
  EXPECT_EQ(first, digest("b.db"));
}

TEST_F(StoreTest, AReaderIsASnapshot) {
  StoreWriter writer = Writer();
  const Written first = SyntheticReport(1), second = SyntheticReport(2);
  ASSERT_TRUE(*writer.Add(first.article, first.batch));
  StoreReader reader = Reader();
  ASSERT_TRUE(*writer.Add(second.article, second.batch));
  EXPECT_EQ(reader.ArticleIds()->size(), 1u);
  EXPECT_EQ(Reader().ArticleIds()->size(), 2u);
}

TEST_F(StoreTest, AnArticleIsFoundByIdPrefixUrlAndGivenId) {
  const Written w = FullReport();
  Write(w);
  StoreReader reader = Reader();
  for (const std::string& name :
       {w.article.id, w.article.id.substr(0, 6), w.article.url, w.article.given_id}) {
    const Result<std::string> id = reader.FindArticle(name);
    ASSERT_TRUE(id) << ToString(id.error());
    EXPECT_EQ(*id, w.article.id);
  }
  for (const std::string& name :
       {w.article.id.substr(0, 3), std::string("nobody"), std::string()}) {
    EXPECT_EQ(reader.FindArticle(name).error().code, ErrorCode::kStoreNoArticle);
  }
  EXPECT_EQ(reader.Read("0000000000000000").error().code, ErrorCode::kStoreNoArticle);
}

TEST_F(StoreTest, AnAmbiguousNameListsTheCandidatesAndSaysWhatToGive) {
  StoreWriter writer = Writer();
  for (const char* digit : {"1", "2"}) {
    Article a;
    a.id = std::string("aaaa00000000000") + digit;
    a.url = "https://example.org/same";
    a.published = "2024-03-04T10:00:00Z";
    a.title = std::string("Ferry sails, version ") + digit;
    ASSERT_TRUE(*writer.Add(a, {}));
  }
  for (const char* name : {"aaaa", "https://example.org/same"}) {
    const Error error = Reader().FindArticle(name).error();
    EXPECT_EQ(error.code, ErrorCode::kStoreManyArticles);
    EXPECT_EQ(error.message,
              "give one of the ids aaaa000000000001 (2024-03-04 \"Ferry sails, version 1\"), "
              "aaaa000000000002 (2024-03-04 \"Ferry sails, version 2\")");
  }
}

TEST_F(StoreTest, ABatchThatBreaksItsContractIsRefusedAndTheNextOneIsNot) {
  const Written good = FullReport();
  const auto refused = [&](auto spoil, const char* what) {
    Written bad = good;
    spoil(bad.batch);
    StoreWriter writer = Writer();
    const Result<bool> added = writer.Add(bad.article, bad.batch);
    ASSERT_FALSE(added) << what;
    EXPECT_EQ(added.error().code, ErrorCode::kRecordsInvalid);
    EXPECT_NE(added.error().message.find(what), std::string::npos) << added.error().message;
    const Written next = SyntheticReport(3);
    EXPECT_TRUE(writer.Add(next.article, next.batch));
  };
  refused([](RecordBatch& b) { b.statements[0].content = Evidence(Span{0, 100000}); },
          "statement s1: content");
  refused([](RecordBatch& b) { b.statements[1].content = Evidence(Span{1, 4}); },
          "statement s2: content");
  refused([](RecordBatch& b) { b.events[0].trigger = Evidence(Span{9, 9}); }, "event e1: trigger");
  refused([](RecordBatch& b) { b.statements[0].speaker = ActorId{8}; },
          "speaker a9 does not exist");
  refused([](RecordBatch& b) { b.events[1].quad = 0; }, "event e2: it has no quad class");
  refused([](RecordBatch& b) { b.events[0].intensity = 11; }, "its intensity is out of range");
  refused([](RecordBatch& b) { b.events[1].same_as = EventId{2}; }, "same_as e3 does not exist");
  refused([](RecordBatch& b) { b.places[0].at->lat = 0.0 / 0.0; }, "place p1: coordinate");
  EXPECT_FALSE(Reader().Read(good.article.id));
}

TEST_F(StoreTest, ASecondWriterIsToldSoAtOnce) {
  const StoreWriter writer = Writer();
  const pid_t child = ::fork();
  if (child == 0) {
    const Result<StoreWriter> second = StoreWriter::Open(path_, "1");
    ::_exit(!second && second.error().code == ErrorCode::kStoreLocked ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);

  const Result<StoreWriter> same_process = StoreWriter::Open(folder_.path() + "/./news.db", "1");
  ASSERT_FALSE(same_process);
  EXPECT_EQ(same_process.error().code, ErrorCode::kStoreLocked);
  EXPECT_NE(same_process.error().message.find("process " + std::to_string(::getpid())),
            std::string::npos)
      << same_process.error().message;
}

TEST_F(StoreTest, TheLockEndsWithItsWriterAndLeavesNoFile) {
  {
    const StoreWriter writer = Writer();
  }
  EXPECT_NE(::access((path_ + "-lock").c_str(), F_OK), 0);
  {
    const StoreWriter writer = Writer();
  }
}

TEST_F(StoreTest, ReadersAndVerifyWorkBesideAWriter) {
  StoreWriter writer = Writer();
  const Written w = FullReport();
  ASSERT_TRUE(*writer.Add(w.article, w.batch));
  EXPECT_TRUE(Reader().Read(w.article.id));
  const Result<VerifyReport> report = VerifyStore(path_);
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->ok());
  EXPECT_TRUE(report->search_checked);
  EXPECT_EQ(report->articles, 1u);
  EXPECT_EQ(report->statements, 3u);
  EXPECT_EQ(report->events, 2u);
  EXPECT_GT(report->spans, 15u);
}

TEST_F(StoreTest, VerifyWaitsForNoTransactionOfAnother) {
  {
    StoreWriter writer = Writer();
    const Written w = FullReport();
    ASSERT_TRUE(*writer.Add(w.article, w.batch));
  }
  Result<SqlConnection> other = SqlConnection::Open(path_, SqlConnection::Mode::kWrite);
  ASSERT_TRUE(other);
  ASSERT_TRUE(other->Run("BEGIN IMMEDIATE"));  // held to the end
  const Result<VerifyReport> report = VerifyStore(path_);
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->ok() && report->search_checked);
}

TEST_F(StoreTest, VerifyNamesASearchIndexThatDoesNotFitItsTables) {
  for (const char* index : {"articles_fts", "statements_fts"}) {
    {
      StoreWriter writer = Writer();
      const Written w = FullReport();
      ASSERT_TRUE(writer.Add(w.article, w.batch));
    }
    const std::string name = index;
    Result<SqlConnection> other = SqlConnection::Open(path_, SqlConnection::Mode::kWrite);
    ASSERT_TRUE(other);
    ASSERT_TRUE(other->Run("INSERT INTO " + name + " (" + name + ") VALUES ('delete-all')"));
    const Result<VerifyReport> report = VerifyStore(path_);
    ASSERT_TRUE(report);
    ASSERT_EQ(report->problems.size(), 1u);
    EXPECT_NE(report->problems[0].what.find("search index " + name), std::string::npos);
    ASSERT_TRUE(other->Run("INSERT INTO " + name + " (" + name + ") VALUES ('rebuild')"));
    EXPECT_TRUE(VerifyStore(path_)->ok());
  }
}

}  // namespace
}  // namespace dateline
