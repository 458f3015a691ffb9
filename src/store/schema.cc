#include "store/schema.h"

namespace dateline {

namespace {

constexpr char kSchemaSql[] =
#include "store/schema_sql.inc"
    ;

const StoreTableInfo& Info(StoreTable table) {
  return kStoreTables[static_cast<std::size_t>(table)];
}

std::string_view KeyColumn(StoreTable table) {
  return table == StoreTable::kArticles ? "key" : "article";
}

std::string Quoted(std::string_view name) {
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string Join(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) {
    if (!list.empty()) list += ", ";
    list += Quoted(name);
  }
  return list;
}

Result<std::int64_t> Pragma(SqlConnection& connection, std::string_view sql) {
  const Result<SqlValue> value = connection.Single(sql);
  if (!value) return std::unexpected(value.error());
  const auto* number = std::get_if<std::int64_t>(&*value);
  return number ? *number : 0;
}

}  // namespace

std::string_view SchemaSql() { return kSchemaSql; }

Result<void> CreateSchema(SqlConnection& connection) {
  // Both pragmas are part of the transaction: a kill leaves an empty file or a whole store.
  std::string script = "BEGIN IMMEDIATE;\n" + std::string(SchemaSql());
  script += "PRAGMA application_id = " + std::to_string(kApplicationId) + ";\n";
  script += "PRAGMA user_version = " + std::to_string(kSchemaVersion) + ";\nCOMMIT;";
  Result<void> created = connection.RunScript(script);
  if (!created) connection.Rollback();
  return created;
}

Result<FileKind> IdentifyFile(SqlConnection& connection) {
  const Result<std::int64_t> application = Pragma(connection, "PRAGMA application_id");
  if (!application) return std::unexpected(application.error());
  const Result<std::int64_t> version = Pragma(connection, "PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  const Result<std::int64_t> objects = Pragma(connection, "SELECT count(*) FROM sqlite_schema");
  if (!objects) return std::unexpected(objects.error());

  if (*application == 0 && *version == 0 && *objects == 0) return FileKind::kEmpty;
  if (*application != kApplicationId) {
    return std::unexpected(Error{ErrorCode::kStoreVersion,
                                 "the file is a database of another program; name another file",
                                 connection.path()});
  }
  if (*version != kSchemaVersion) {
    return std::unexpected(
        Error{ErrorCode::kStoreVersion,
              "the store has version " + std::to_string(*version) +
                  ", this dateline reads version " + std::to_string(kSchemaVersion) +
                  "; use the dateline that wrote it, or read the reports into a new store",
              connection.path()});
  }
  return FileKind::kStore;
}

Result<std::vector<std::string>> OwnColumns(SqlConnection& connection, StoreTable table) {
  Result<std::vector<SqlRow>> rows = connection.Query(
      "SELECT name FROM pragma_table_info(?1) WHERE name NOT IN ('key', 'digest', 'article') "
      "ORDER BY cid",
      {std::string(Info(table).name)});
  if (!rows) return std::unexpected(rows.error());
  std::vector<std::string> names;
  for (SqlRow& row : *rows) names.push_back(std::get<std::string>(row.front()));
  if (names.empty()) {
    return std::unexpected(Error{
        ErrorCode::kStoreDamaged,
        "the table " + std::string(Info(table).name) + " is missing; restore the file from a copy",
        connection.path()});
  }
  return names;
}

std::string InsertSql(StoreTable table, const std::vector<std::string>& own_columns) {
  const bool articles = table == StoreTable::kArticles;
  std::string sql = "INSERT INTO " + std::string(Info(table).name);
  sql += articles ? " (key, digest, " : " (article, ";
  sql += Join(own_columns) + ") VALUES (?1";
  const std::size_t values = own_columns.size() + (articles ? 2 : 1);
  for (std::size_t i = 2; i <= values; ++i) sql += ", ?" + std::to_string(i);
  return sql + ")";
}

std::string SelectSql(StoreTable table, const std::vector<std::string>& own_columns) {
  std::string sql = "SELECT " + Join(own_columns) + " FROM " + std::string(Info(table).name);
  sql += " WHERE " + std::string(KeyColumn(table)) + " = ?1 ORDER BY 1";
  for (int i = 2; i <= Info(table).identity; ++i) sql += ", " + std::to_string(i);
  return sql;
}

std::string DeleteSql(StoreTable table) {
  return "DELETE FROM " + std::string(Info(table).name) + " WHERE " +
         std::string(KeyColumn(table)) + " = ?1";
}

}  // namespace dateline
