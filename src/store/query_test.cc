// Questions to the store: each filter finds what it names and nothing else.
#include "store/query.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "store/fixtures.h"
#include "store/writer.h"

namespace dateline {
namespace {

using fixtures::FullReport;
using fixtures::SyntheticReport;
using fixtures::Written;

class QueryTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new fixtures::TemporaryFolder;
    Result<StoreWriter> writer = StoreWriter::Open(folder_->File("news.db"), "1");
    full_ = new Written(FullReport());
    ASSERT_TRUE(*writer->Add(full_->article, full_->batch));
    for (std::uint32_t i = 0; i < 10; ++i) {
      const Written w = SyntheticReport(i);
      ASSERT_TRUE(*writer->Add(w.article, w.batch));
    }
  }
  static void TearDownTestSuite() {
    delete full_;
    delete folder_;
  }

  using Ask = Result<QueryResult> (*)(StoreReader&, const Query&);
  QueryResult Get(Ask ask, const Query& query) {
    Result<QueryResult> result = ask(reader_, query);
    EXPECT_TRUE(result) << ToString(result.error());
    return result ? *std::move(result) : QueryResult{};
  }
  // The values of one column.
  std::vector<SqlValue> Column(Ask ask, const Query& query, const std::string& name) {
    const QueryResult result = Get(ask, query);
    std::vector<SqlValue> values;
    for (const SqlRow& row : result.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (result.columns[i] == name) values.push_back(row[i]);
      }
    }
    return values;
  }
  SqlValue Text(const char* text) { return std::string(text); }
  std::size_t Rows(Ask ask, const Query& query) { return Get(ask, query).rows.size(); }
  ErrorCode Refused(Ask ask, const Query& query) {
    const Result<QueryResult> result = ask(reader_, query);
    EXPECT_FALSE(result);
    return result ? ErrorCode::kIo : result.error().code;
  }

  static inline fixtures::TemporaryFolder* folder_ = nullptr;
  static inline Written* full_ = nullptr;
  StoreReader reader_ = *StoreReader::Open(folder_->File("news.db"));
};

TEST_F(QueryTest, AStatementSaysWhoSaidWhatToWhom) {
  const Query query{.article = full_->article.id, .limit = 1};
  EXPECT_EQ(Column(QueryStatements, query, "speaker").front(), Text("Zoë Ångström"));
  EXPECT_EQ(Column(QueryStatements, query, "role").front(), Text("Mayor"));
  EXPECT_EQ(Column(QueryStatements, query, "code").front(), Text("SWE GOV"));
  EXPECT_EQ(Column(QueryStatements, query, "cue").front(), Text("tell"));
  EXPECT_EQ(Column(QueryStatements, query, "stance").front(), Text("refuse"));
  EXPECT_EQ(Column(QueryStatements, query, "content").front(),
            Text("\"We will not yield,\" ... \"whatever they say.\""));
  EXPECT_EQ(Column(QueryStatements, query, "addressee").front(), Text("reporters"));
  EXPECT_EQ(Column(QueryStatements, query, "published").front(), Text("2024-03-03T10:00:00Z"));
  EXPECT_EQ(Column(QueryStatements, query, "statement").front(), Text("s1"));
  EXPECT_TRUE(Get(QueryStatements, query).more);
}

TEST_F(QueryTest, AnEventSaysWhoDidWhatToWhomWhereAndWhen) {
  EXPECT_EQ(
      Column(QueryEvents, {.status = "claimed", .article = full_->article.id}, "actors").front(),
      Text("Troops; Zoë Ångström"));
  const Query only{.status = "claimed", .article = full_->article.id};
  EXPECT_EQ(Column(QueryEvents, only, "actor_codes").front(), Text("UNK MIL; SWE"));
  EXPECT_EQ(Column(QueryEvents, only, "type").front(), Text("ASSAULT"));
  EXPECT_EQ(Column(QueryEvents, only, "quad").front(), SqlValue(std::int64_t{4}));
  EXPECT_EQ(Column(QueryEvents, only, "intensity").front(), SqlValue(-9.5));
  EXPECT_EQ(Column(QueryEvents, only, "cameo").front(), Text("194"));
  EXPECT_EQ(Column(QueryEvents, only, "admin1").front(), Text("Bourgogne-Franche-Comté"));
  EXPECT_EQ(Column(QueryEvents, only, "contexts").front(), Text("military, territory"));
  EXPECT_EQ(Column(QueryEvents, only, "recipients").front(), Text("the town ... Besançon"));
  EXPECT_EQ(Column(QueryEvents, only, "date").front(), Text("2024-03-01"));
  EXPECT_EQ(Column(QueryEvents, only, "place").front(), Text("Besançon"));
  EXPECT_EQ(Column(QueryEvents, only, "dead").front(), SqlValue(std::int64_t{4}));
  EXPECT_EQ(Column(QueryEvents, only, "claimed_by").front(), Text("s2"));
  const std::string sentence = std::get<std::string>(Column(QueryEvents, only, "sentence").front());
  EXPECT_TRUE(sentence.starts_with("An official said") && sentence.ends_with("wounding 12."))
      << sentence;
}

TEST_F(QueryTest, SpeakersMatchByWholeWordsWithoutAccents) {
  const std::string article = full_->article.id;
  EXPECT_EQ(Rows(QueryStatements, {.speaker = "angstrom", .article = article}), 1u);
  EXPECT_EQ(Rows(QueryStatements, {.speaker = "MAYOR", .article = article}), 1u);
  EXPECT_EQ(Rows(QueryStatements, {.speaker = "official", .article = article}), 1u);
  EXPECT_EQ(Rows(QueryStatements, {.speaker = "angst", .article = article}), 0u);
  EXPECT_EQ(Rows(QueryStatements, {.speaker = "%", .article = article}), 0u);
}

TEST_F(QueryTest, ActorsMatchByNameWordsOrCode) {
  const std::string article = full_->article.id;
  for (const char* actor : {"troops", "zoe angstrom", "SWE", "unk mil", "the town"}) {
    EXPECT_EQ(Rows(QueryEvents, {.actor = actor, .article = article}), 1u) << actor;
  }
  EXPECT_EQ(Rows(QueryEvents, {.actor = "town hall", .article = article}), 0u);
}

TEST_F(QueryTest, TypesStatusesAndStancesAreWordsOfTheContract) {
  EXPECT_EQ(Rows(QueryEvents, {.type = "assault"}), 1u);
  EXPECT_EQ(Rows(QueryEvents, {.type = "REJECT"}), 71u);
  EXPECT_EQ(Rows(QueryEvents, {.status = "hypothetical"}), 1u);
  EXPECT_EQ(Rows(QueryStatements, {.stance = "refuse"}), 1u);
  EXPECT_EQ(Rows(QueryPlaces, {.type = "sea"}), 1u);
  EXPECT_EQ(Refused(QueryEvents, {.type = "WAR"}), ErrorCode::kUsage);
  EXPECT_EQ(Refused(QueryEvents, {.status = "maybe"}), ErrorCode::kUsage);
  EXPECT_EQ(Rows(QueryEvents, {.status = "Hypothetical"}), 1u);
  EXPECT_EQ(Rows(QueryStatements, {.stance = "Refuse"}), 1u);
  EXPECT_EQ(Rows(QueryPlaces, {.type = "SEA"}), 1u);
  EXPECT_EQ(Refused(QueryStatements, {.stance = "shout"}), ErrorCode::kUsage);
}

TEST_F(QueryTest, AWordThatIsNoneIsAnsweredWithThoseThereAre) {
  const auto message = [&](Ask ask, const Query& query) {
    const Result<QueryResult> result = ask(reader_, query);
    return result ? "" : result.error().message;
  };
  EXPECT_EQ(message(QueryEvents, {.status = "maybe"}),
            "--status has no value \"maybe\"; it has: actual claimed denied hypothetical future "
            "background");
  EXPECT_NE(message(QueryEvents, {.type = "WAR"}).find(" MOBILIZE COERCE ASSAULT"),
            std::string::npos);
  EXPECT_NE(message(QueryPlaces, {.type = "town"}).find(" city region"), std::string::npos);
  EXPECT_NE(message(QueryStatements, {.stance = "shout"}).find(" no-comment"), std::string::npos);
  EXPECT_NE(message(QueryPlaces, {.country = "Narnia"}).find("Kenya, KE or KEN"),
            std::string::npos);
}

TEST_F(QueryTest, AFilterThatDoesNotApplyIsRefused) {
  EXPECT_EQ(Refused(QueryEvents, {.stance = "deny"}), ErrorCode::kUsage);
  EXPECT_EQ(Refused(QueryPlaces, {.speaker = "anyone"}), ErrorCode::kUsage);
  EXPECT_EQ(Refused(QueryArticles, {.status = "actual"}), ErrorCode::kUsage);
  EXPECT_EQ(Refused(QueryArticles, {.limit = 0}), ErrorCode::kUsage);
  EXPECT_EQ(Refused(QueryArticles, {.article = "nobody"}), ErrorCode::kStoreNoArticle);
}

TEST_F(QueryTest, CountriesSayWhere) {
  EXPECT_EQ(Rows(QueryEvents, {.country = "fra", .article = full_->article.id}), 1u);
  EXPECT_EQ(Rows(QueryStatements, {.country = "SWE"}), 1u);
  EXPECT_EQ(Rows(QueryPlaces, {.country = "FRA", .article = full_->article.id}), 1u);
  EXPECT_EQ(Rows(QueryArticles, {.country = "FRA"}), 11u);
  EXPECT_EQ(Rows(QueryArticles, {.country = "SWE"}), 0u);
  for (const char* france : {"France", "FR", "fra", "French Republic"})
    EXPECT_EQ(Rows(QueryEvents, {.country = france, .article = full_->article.id}), 1u) << france;
  EXPECT_EQ(Refused(QueryPlaces, {.country = "ZZZ"}), ErrorCode::kUsage);
  EXPECT_EQ(Rows(QueryArticles, {.place = "besancon", .article = full_->article.id}), 1u);
  EXPECT_EQ(Rows(QueryEvents, {.place = "besançon", .article = full_->article.id}), 1u);
}

TEST_F(QueryTest, DatesAreInclusiveAndMayBeShort) {
  const std::string article = full_->article.id;  // published 2024-03-03, its event on 2024-03-01
  EXPECT_EQ(Rows(QueryArticles, {.since = "2024-03-03", .until = "2024-03-03", .article = article}),
            1u);
  EXPECT_EQ(Rows(QueryArticles, {.since = "2024-03-04", .article = article}), 0u);
  EXPECT_EQ(Rows(QueryArticles, {.until = "2024-03", .article = article}), 1u);
  EXPECT_EQ(Rows(QueryArticles, {.until = "2023", .article = article}), 0u);
  EXPECT_EQ(Rows(QueryEvents, {.since = "2024-03-02", .article = article}),
            1u);  // the one without a date
  EXPECT_EQ(Rows(QueryEvents, {.until = "2024-03-01", .article = article}), 1u);
  for (const char* date : {"yesterday", "2024-3-3", "20240303", "2024-03-03T10", "2024-13",
                           "2024-01-32", "2024-02-30", "2023-02-29"}) {
    EXPECT_EQ(Refused(QueryArticles, {.since = date}), ErrorCode::kUsage) << date;
  }
}

TEST_F(QueryTest, TextFindsWordsAndPhrasesAndIsNoSyntax) {
  EXPECT_EQ(Rows(QueryStatements, {.text = "yield"}), 1u);
  EXPECT_EQ(Rows(QueryStatements, {.text = "yielded besancon"}), 0u);
  EXPECT_EQ(Rows(QueryStatements, {.text = "\"will not yield\""}), 1u);
  EXPECT_EQ(Rows(QueryStatements, {.text = "\"not will yield\""}), 0u);
  EXPECT_EQ(Rows(QueryArticles, {.text = "shelling troops"}), 1u);  // by stem, in any order
  EXPECT_EQ(Rows(QueryEvents, {.text = "shelled"}), 2u);            // of the report
  for (const char* odd :
       {"yield\"", "(yield", "yield*", "content_words:yield", "yield AND", "NOT"}) {
    EXPECT_TRUE(QueryStatements(reader_, {.text = odd})) << odd;
  }
  EXPECT_EQ(Refused(QueryStatements, {.text = " \"\" "}), ErrorCode::kUsage);
}

TEST_F(QueryTest, TheOrderIsByDateArticleAndPosition) {
  const QueryResult result = Get(QueryStatements, {.limit = 1000});
  EXPECT_EQ(result.rows.size(), 203u);
  EXPECT_FALSE(result.more);
  const QueryResult some = Get(QueryStatements, {.limit = 50});
  EXPECT_TRUE(some.more);
  ASSERT_EQ(some.rows.size(), 50u);
  EXPECT_TRUE(std::equal(some.rows.begin(), some.rows.end(), result.rows.begin()));
  std::vector<SqlValue> dates = Column(QueryStatements, {.limit = 1000}, "published");
  EXPECT_TRUE(std::ranges::is_sorted(dates));
}

TEST_F(QueryTest, AnswersComeInIndexOrderWithoutSortingTheStore) {
  for (const char* sql : {"SELECT * FROM v_statements ORDER BY published, article, n LIMIT 10",
                          "SELECT * FROM v_events ORDER BY published, article, n LIMIT 10",
                          "SELECT * FROM v_places ORDER BY published, article, n LIMIT 10",
                          "SELECT * FROM v_articles ORDER BY published, article LIMIT 10"}) {
    const Result<std::vector<SqlRow>> plan =
        reader_.connection().Query("EXPLAIN QUERY PLAN " + std::string(sql));
    ASSERT_TRUE(plan);
    EXPECT_NE(std::get<std::string>(plan->front()[3]).find("INDEX articles_by_date"),
              std::string::npos)
        << sql;
    for (const SqlRow& step : *plan) {
      const bool outer = step[1] == SqlValue(std::int64_t{0});
      // "RIGHT PART OF ORDER BY": the records of one article, which is little.
      const bool sorts = std::get<std::string>(step[3]) == "USE TEMP B-TREE FOR ORDER BY";
      EXPECT_FALSE(outer && sorts) << sql;
    }
  }
}

}  // namespace
}  // namespace dateline
