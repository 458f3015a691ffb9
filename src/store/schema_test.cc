// The schema, its page in docs/formats/store.md, and the adapter below it.
#include "store/schema.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "store/fixtures.h"
#include "store/sqlite.h"

namespace dateline {
namespace {

using Columns = std::map<std::string, std::vector<std::string>>;

SqlConnection Fresh() {
  Result<SqlConnection> connection = SqlConnection::OpenMemory();
  EXPECT_TRUE(CreateSchema(*connection));
  return *std::move(connection);
}

std::string Page() { return fixtures::ReadFile(DATELINE_SOURCE_DIR "/docs/formats/store.md"); }

// "### table" and the first cells of the rows below it.
Columns Documented() {
  Columns tables;
  std::istringstream page(Page());
  std::string table;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("#")) table = line.starts_with("### ") ? line.substr(4) : "";
    const bool row = line.starts_with("| ") && !line.starts_with("| column ");
    if (row && !table.empty()) tables[table].push_back(line.substr(2, line.find(" |") - 2));
  }
  return tables;
}

TEST(SchemaTest, ThePageNamesEveryTableAndColumn) {
  SqlConnection connection = Fresh();
  Columns real;
  for (const StoreTableInfo& table : kStoreTables) {
    const std::string name(table.name);
    const Result<std::vector<SqlRow>> columns =
        connection.Query("SELECT name FROM pragma_table_info(?1) ORDER BY cid", {name});
    for (const SqlRow& column : *columns)
      real[name].push_back(std::get<std::string>(column.front()));
  }
  EXPECT_EQ(Documented(), real);
}

TEST(SchemaTest, ThePageNamesEveryViewAndSearchTable) {
  SqlConnection connection = Fresh();
  const std::string page = Page();
  const Result<std::vector<SqlRow>> names = connection.Query(
      "SELECT name FROM sqlite_schema WHERE type = 'view' OR sql LIKE 'CREATE VIRTUAL%'");
  EXPECT_EQ(names->size(), 7u);
  for (const SqlRow& row : *names) {
    EXPECT_NE(page.find(std::get<std::string>(row.front())), std::string::npos)
        << std::get<std::string>(row.front());
  }
  EXPECT_NE(page.find(std::to_string(kApplicationId)), std::string::npos);
  EXPECT_NE(page.find("version of the schema: " + std::to_string(kSchemaVersion) + "."),
            std::string::npos);
}

TEST(SchemaTest, EveryTableOfTheFileIsInTheList) {
  SqlConnection connection = Fresh();
  const SqlValue count = *connection.Single(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts%'");
  EXPECT_EQ(count, SqlValue(static_cast<std::int64_t>(kStoreTables.size())));
}

TEST(SchemaTest, EveryViewCanBeRead) {
  SqlConnection connection = Fresh();
  for (const char* view :
       {"v_articles", "v_statements", "v_events", "v_participants", "v_places"}) {
    EXPECT_TRUE(connection.Query("SELECT * FROM " + std::string(view))) << view;
  }
}

TEST(SqliteTest, EveryKindOfValueComesBack) {
  SqlConnection connection = Fresh();
  const SqlRow values = {SqlValue{}, std::int64_t{-5}, 0.1, std::string("a\0b", 3),
                         SqlBlob{"\xFF\x01"}};
  const Result<std::vector<SqlRow>> rows = connection.Query("SELECT ?1, ?2, ?3, ?4, ?5", values);
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->front(), values);
}

TEST(SqliteTest, ANameThatSqliteWouldReadOtherwiseIsAFile) {
  const fixtures::TemporaryFolder folder;
  const std::string path = folder.File("file:x?mode=memory#1%41.db");
  {
    Result<SqlConnection> made = SqlConnection::Open(path, SqlConnection::Mode::kCreate);
    ASSERT_TRUE(made);
    ASSERT_TRUE(CreateSchema(*made));
  }
  EXPECT_FALSE(fixtures::ReadFile(path).empty());
}

}  // namespace
}  // namespace dateline
