#include "store/verify_search.h"

#include <initializer_list>
#include <string_view>
#include <utility>

#include "store/schema.h"

namespace dateline {

namespace {

// A search table, the table whose words it finds, and that table's columns.
struct Search {
  std::string index, content, columns;
};

std::string Joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (std::string_view part : parts) text += part;
  return text;
}

void Replace(std::string& text, const std::string& from, const std::string& to) {
  if (const std::size_t at = text.find(from); at != std::string::npos)
    text.replace(at, from.size(), to);
}

// As schema_sql.inc makes it, but in the temporary database, over a view of the words.
Result<std::string> CopySql(const Search& search) {
  Result<SqlConnection> model = SqlConnection::OpenMemory();
  if (!model) return std::unexpected(model.error());
  if (Result<void> made = CreateSchema(*model); !made) return std::unexpected(made.error());
  const Result<SqlValue> sql =
      model->Single("SELECT sql FROM sqlite_schema WHERE name = ?1", {search.index});
  if (!sql) return std::unexpected(sql.error());
  std::string create = std::get<std::string>(*sql);
  Replace(create, search.index, "temp." + search.index + "_copy");
  Replace(create, "content=\"" + search.content + "\"", "content=\"" + search.index + "_words\"");
  return create;
}

Result<void> CopyIndex(SqlConnection& connection, const Search& search) {
  const Result<std::string> create = CopySql(search);
  if (!create) return std::unexpected(create.error());
  const std::string copy = "temp." + search.index + "_copy";
  std::string script = Joined({"CREATE TEMP VIEW ", search.index, "_words AS SELECT ",
                               search.columns, " FROM main.", search.content, ";", *create, ";"});
  for (const char* part : {"_data", "_idx", "_docsize"}) {
    script += Joined({"DELETE FROM ", copy, part, ";"});
    script += Joined({"INSERT INTO ", copy, part, " SELECT * FROM main.", search.index, part, ";"});
  }
  return connection.RunScript(script);
}

}  // namespace

Result<std::vector<std::string>> CheckSearch(SqlConnection& connection) {
  std::vector<std::string> problems;
  const SqlConnection::ShadowWrites allowed(connection);
  for (const Search& search : {Search{"articles_fts", "articles", "key, title, text"},
                               Search{"statements_fts", "statements", "key, content_words"}}) {
    Result<void> checked = CopyIndex(connection, search);
    if (checked) {
      const std::string copy = search.index + "_copy";
      checked = connection.Run(
          Joined({"INSERT INTO temp.", copy, " (", copy, ", rank) VALUES ('integrity-check', 1)"}));
    }
    if (checked) continue;
    if (checked.error().code == ErrorCode::kDiskFull) return std::unexpected(checked.error());
    problems.push_back("the search index " + search.index +
                       " is damaged: " + checked.error().message);
  }
  return problems;
}

}  // namespace dateline
