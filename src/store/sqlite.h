// How does dateline speak to SQLite?  The only file (with sqlite.cc) that knows it: connections,
// prepared statements, values, and every SQLite error as an Error that names its remedy.
//
// Values are always bound, never pasted into SQL.  FULL (and a write that met ENOSPC) -> kDiskFull,
// BUSY -> kStoreLocked, NOTADB and CORRUPT -> kStoreDamaged, the rest -> kStoreFailed. A connection
// distrusts the file: it runs no function and no trigger that the file could turn against us
// (trusted_schema off, defensive mode) and checks the cells of each page that it reads.
// Lifetime: a statement must not outlive its connection.  Thread rule: one thread at a time a
// connection.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dateline/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace dateline {

// Bytes that are no text.  The schema has none; a damaged file may, and must not read as text.
struct SqlBlob {
  std::string bytes;
  friend bool operator==(const SqlBlob&, const SqlBlob&) = default;
  friend auto operator<=>(const SqlBlob&, const SqlBlob&) = default;
};

// null, integer, real, text, blob.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string, SqlBlob>;
using SqlRow = std::vector<SqlValue>;

class SqlStatement {
 public:
  // Begins anew with these values for ?1, ?2, ...
  Result<void> Start(SqlRow values);
  // True: a row is there to be read.  False: done.
  Result<bool> Step();
  // Start and step to the end, for statements that give no rows.
  Result<void> Run(SqlRow values);
  // Ends the reading, so that the statement holds nothing open.
  void Reset();

  int columns() const;
  std::string ColumnName(int column) const;
  SqlValue Value(int column) const;
  std::int64_t Int(int column) const;  // 0 where it is no number
  std::string Text(int column) const;  // "" where it is null
  SqlRow Row() const;

 private:
  friend class SqlConnection;
  struct Close {
    void operator()(sqlite3_stmt* statement) const;
  };
  SqlStatement(sqlite3_stmt* statement, std::string where)
      : statement_(statement), where_(std::move(where)) {}
  Result<void> Bind(int index, const SqlValue& value);
  Error Failure(int code) const;

  std::unique_ptr<sqlite3_stmt, Close> statement_;
  SqlRow values_;  // bound without a copy: they live here until the next Start
  std::string where_;
};

class SqlConnection {
 public:
  enum class Mode {
    kRead,    // the file must exist; a file on a read-only medium opens too
    kWrite,   // the file must exist
    kCreate,  // made where missing
  };
  static Result<SqlConnection> Open(const std::string& path, Mode mode);
  // An empty database that is no file and ends with the connection.
  static Result<SqlConnection> OpenMemory();

  Result<SqlStatement> Prepare(std::string_view sql);
  Result<void> Run(std::string_view sql, SqlRow values = {});  // one statement
  Result<void> RunScript(std::string_view sql);                // several, none with parameters
  // The rows of one statement.  Cost: all of them in memory.
  Result<std::vector<SqlRow>> Query(std::string_view sql, SqlRow values = {});
  // The first column of the first row; null where there is no row.
  Result<SqlValue> Single(std::string_view sql, SqlRow values = {});

  // While it lives SQL may write to the tables inside a search index: to copy one.  REQUIRES: no
  // SQL but ours runs meanwhile.
  class ShadowWrites {
   public:
    explicit ShadowWrites(SqlConnection& connection);
    ~ShadowWrites();
    ShadowWrites(const ShadowWrites&) = delete;
    ShadowWrites& operator=(const ShadowWrites&) = delete;

   private:
    sqlite3* connection_;
  };

  // Ends a transaction without a trace; SQLite may have done so by itself.
  void Rollback();

  std::int64_t last_row_key() const;

  // Makes `name`(text) callable in SQL on this connection: deterministic, null for null.
  Result<void> AddFunction(const char* name, std::string (*function)(std::string_view));

  const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  SqlConnection(sqlite3* connection, std::string path)
      : connection_(connection), path_(std::move(path)) {}
  static Result<SqlConnection> OpenWith(const std::string& name, int flags,
                                        const std::string& path);
  Error Failure(int code) const;

  std::unique_ptr<sqlite3, Close> connection_;
  std::string path_;
};

}  // namespace dateline
