// What does a store look like inside?  The schema (schema_sql.inc, the one list of columns), its
// version, and the tables that hold the rows of one article.
//
// A file is a store of ours if its application_id is kApplicationId, and one that we can read if
// its user_version is kSchemaVersion.  Any change of a table means the next version: until the
// first release the reports are then read anew, from it on files are migrated. Each table of an
// article has the column `article` (articles.key), which with `key` and `digest` is bookkeeping of
// the file; all other columns are the article's own: the same input gives the same values.
// docs/formats/store.md explains every column.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/result.h"
#include "store/sqlite.h"

namespace dateline {

inline constexpr std::int64_t kApplicationId = 0x644C4E31;  // "dLN1"
inline constexpr std::int64_t kSchemaVersion = 2;

std::string_view SchemaSql();

enum class StoreTable : std::uint8_t {
  kArticles,
  kCredits,
  kSourceMap,
  kSentences,
  kActors,
  kPlaces,
  kTimes,
  kStatements,
  kEvents,
  kEventContexts,
  kParticipants,
  kDiagnostics,
  kSpans
};
struct StoreTableInfo {
  std::string_view name;
  int identity;  // so many of the table's own columns, the first ones, tell and order the rows of
                 // an article
};
inline constexpr std::array<StoreTableInfo, 13> kStoreTables = {{{"articles", 1},
                                                                 {"credits", 1},
                                                                 {"source_map", 1},
                                                                 {"sentences", 1},
                                                                 {"actors", 1},
                                                                 {"places", 1},
                                                                 {"times", 1},
                                                                 {"statements", 1},
                                                                 {"events", 1},
                                                                 {"event_contexts", 2},
                                                                 {"participants", 1},
                                                                 {"diagnostics", 1},
                                                                 {"spans", 4}}};

// Makes an empty database a store, in one transaction.
Result<void> CreateSchema(SqlConnection& connection);

enum class FileKind : std::uint8_t { kEmpty, kStore };
// Error kStoreVersion: another program's database, or a store of another version.
Result<FileKind> IdentifyFile(SqlConnection& connection);

// The own columns of a table in their order, as the file has them.
Result<std::vector<std::string>> OwnColumns(SqlConnection& connection, StoreTable table);

// SQL over one table: `INSERT INTO spans (article, kind, ...) VALUES (?1, ?2, ...)`, with the
// bookkeeping columns first (articles: key, digest); and the own columns of the rows of article ?1,
// in their order.
std::string InsertSql(StoreTable table, const std::vector<std::string>& own_columns);
std::string SelectSql(StoreTable table, const std::vector<std::string>& own_columns);
std::string DeleteSql(StoreTable table);

// The search index takes its words from the tables: to be run on article ?1 when its rows are all
// there, and before they go.
struct SearchSql {
  const char* add;
  const char* remove;
};
inline constexpr std::array<SearchSql, 2> kSearchSql = {
    {{"INSERT INTO articles_fts (rowid, title, text) SELECT key, title, text FROM articles WHERE "
      "key = ?1",
      "INSERT INTO articles_fts (articles_fts, rowid, title, text) "
      "SELECT 'delete', key, title, text FROM articles WHERE key = ?1"},
     {"INSERT INTO statements_fts (rowid, content_words) "
      "SELECT key, content_words FROM statements WHERE article = ?1 ORDER BY key",
      "INSERT INTO statements_fts (statements_fts, rowid, content_words) "
      "SELECT 'delete', key, content_words FROM statements WHERE article = ?1 ORDER BY key"}}};

}  // namespace dateline
