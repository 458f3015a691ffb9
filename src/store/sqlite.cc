#include "store/sqlite.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace dateline {

namespace {

// How long a statement waits for another program (the sqlite3 shell, a `verify`) before
// kStoreLocked.
constexpr int kBusyMilliseconds = 5000;

bool DiskIsFull(int system_errno) {
  return system_errno == ENOSPC || system_errno == EDQUOT || system_errno == EFBIG;
}

// Why the last call on the file or its log failed.  sqlite3_system_errno alone has often been
// overwritten by the rollback.
int SystemErrno(sqlite3* connection) {
  for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
    sqlite3_file* file = nullptr;
    int reason = 0;
    if (sqlite3_file_control(connection, "main", which, static_cast<void*>(&file)) == SQLITE_OK &&
        file != nullptr && file->pMethods != nullptr &&
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &reason) == SQLITE_OK &&
        DiskIsFull(reason)) {
      return reason;
    }
  }
  return sqlite3_system_errno(connection);
}

Error ErrorOf(sqlite3* connection, int code, const std::string& where) {
  const int primary = code & 0xFF;
  const std::string detail = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  const int system_errno = connection ? SystemErrno(connection) : 0;
  if (primary == SQLITE_FULL || (primary == SQLITE_IOERR && DiskIsFull(system_errno))) {
    return {ErrorCode::kDiskFull,
            "free some space, then run the same command again; what was reported as stored is safe",
            where};
  }
  switch (primary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::kStoreLocked, "try again when the other program has finished", where};
    case SQLITE_NOTADB:
      return {ErrorCode::kStoreDamaged,
              "the file is no SQLite database; name another file, or restore it from a copy",
              where};
    case SQLITE_CORRUPT:
      return {ErrorCode::kStoreDamaged,
              detail +
                  "; `dateline verify` names what is lost; restore the file from a copy or read "
                  "the reports again into a new store",
              where};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorCode::kStoreFailed,
              detail + "; check the permissions of the file and its folder", where};
    case SQLITE_CANTOPEN:
      return {ErrorCode::kStoreFailed,
              (system_errno ? std::strerror(system_errno) : detail) +
                  std::string("; check that the folder exists and may be written"),
              where};
    case SQLITE_IOERR:
      if (code == SQLITE_IOERR_SHORT_READ) {
        return {ErrorCode::kStoreDamaged, "the file ends too early; restore it from a copy", where};
      }
      return {ErrorCode::kStoreFailed,
              detail + (system_errno ? std::string(": ") + std::strerror(system_errno) : ""),
              where};
    default:
      return {ErrorCode::kStoreFailed, detail, where};
  }
}

// A file name as a URI that SQLite opens without locks or -wal: for media that cannot be written.
std::string ImmutableUri(const std::string& path) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      uri += '%';
      uri += kDigits[static_cast<unsigned char>(c) >> 4];
      uri += kDigits[static_cast<unsigned char>(c) & 15];
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

bool HasContent(const std::string& path) {
  struct stat status;
  return ::stat(path.c_str(), &status) == 0 && status.st_size > 0;
}

void CallFunction(sqlite3_context* context, int, sqlite3_value** values) {
  const auto function =
      reinterpret_cast<std::string (*)(std::string_view)>(sqlite3_user_data(context));
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
  if (text == nullptr) return sqlite3_result_null(context);
  const std::string result =
      function({text, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
  sqlite3_result_text64(context, result.data(), result.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

}  // namespace

// ---------------------------------------------------------------- statements

void SqlStatement::Close::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Error SqlStatement::Failure(int code) const {
  return ErrorOf(sqlite3_db_handle(statement_.get()), code, where_);
}

Result<void> SqlStatement::Bind(int index, const SqlValue& value) {
  sqlite3_stmt* statement = statement_.get();
  int code = SQLITE_OK;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    code = sqlite3_bind_int64(statement, index, *integer);
  } else if (const auto* real = std::get_if<double>(&value)) {
    code = sqlite3_bind_double(statement, index, *real);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    code = sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_STATIC,
                               SQLITE_UTF8);
  } else if (const auto* blob = std::get_if<SqlBlob>(&value)) {
    code = sqlite3_bind_blob64(statement, index, blob->bytes.data(), blob->bytes.size(),
                               SQLITE_STATIC);
  } else {
    code = sqlite3_bind_null(statement, index);
  }
  if (code != SQLITE_OK) return std::unexpected(Failure(code));
  return {};
}

Result<void> SqlStatement::Start(SqlRow values) {
  Reset();
  values_ = std::move(values);
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (Result<void> bound = Bind(static_cast<int>(i) + 1, values_[i]); !bound) return bound;
  }
  return {};
}

Result<bool> SqlStatement::Step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  const Error error = Failure(code);
  Reset();
  return std::unexpected(error);
}

Result<void> SqlStatement::Run(SqlRow values) {
  if (Result<void> started = Start(std::move(values)); !started) return started;
  for (;;) {
    const Result<bool> row = Step();
    if (!row) return std::unexpected(row.error());
    if (!*row) break;
  }
  Reset();
  return {};
}

void SqlStatement::Reset() { sqlite3_reset(statement_.get()); }

int SqlStatement::columns() const { return sqlite3_column_count(statement_.get()); }

std::string SqlStatement::ColumnName(int column) const {
  const char* name = sqlite3_column_name(statement_.get(), column);
  return name ? name : "";
}

std::int64_t SqlStatement::Int(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string SqlStatement::Text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

SqlValue SqlStatement::Value(int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_INTEGER:
      return Int(column);
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement_.get(), column);
    case SQLITE_TEXT:
      return Text(column);
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
      const int size = sqlite3_column_bytes(statement_.get(), column);
      return SqlBlob{bytes ? std::string(bytes, static_cast<std::size_t>(size)) : ""};
    }
    default:
      return std::monostate{};
  }
}

SqlRow SqlStatement::Row() const {
  SqlRow row;
  const int count = columns();
  row.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) row.push_back(Value(i));
  return row;
}

// ---------------------------------------------------------------- connections

void SqlConnection::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Error SqlConnection::Failure(int code) const { return ErrorOf(connection_.get(), code, path_); }

Result<SqlConnection> SqlConnection::OpenWith(const std::string& name, int flags,
                                              const std::string& path) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &raw,
                                   flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  SqlConnection connection(raw, path);
  if (code != SQLITE_OK) return std::unexpected(connection.Failure(code));
  sqlite3_busy_timeout(raw, kBusyMilliseconds);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // The first statement that reads the file: what cannot be opened says so here.
  for (const char* sql : {"PRAGMA cell_size_check = ON", "SELECT count(*) FROM sqlite_schema"}) {
    if (Result<void> run = connection.Run(sql); !run) return std::unexpected(run.error());
  }
  return connection;
}

Result<SqlConnection> SqlConnection::Open(const std::string& path, Mode mode) {
  // "./" keeps a file named ":memory:" or "file:x" a file.
  const std::string name = path.starts_with('/') ? path : "./" + path;
  if (mode != Mode::kRead) {
    const int create = mode == Mode::kCreate ? SQLITE_OPEN_CREATE : 0;
    return OpenWith(name, SQLITE_OPEN_READWRITE | create, path);
  }
  Result<SqlConnection> reader = OpenWith(name, SQLITE_OPEN_READONLY, path);
  // A whole store (no -wal with content) in a folder that cannot be written: nobody can change it.
  if (!reader && reader.error().code == ErrorCode::kStoreFailed && !HasContent(path + "-wal")) {
    Result<SqlConnection> fixed =
        OpenWith(ImmutableUri(name), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, path);
    if (fixed) return fixed;
  }
  return reader;
}

Result<SqlConnection> SqlConnection::OpenMemory() {
  return OpenWith(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "memory");
}

Result<SqlStatement> SqlConnection::Prepare(std::string_view sql) {
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                      0, &raw, nullptr);
  SqlStatement statement(raw, path_);
  if (code == SQLITE_OK) return statement;
  Error error = Failure(code);
  // Our SQL fits our schema: where SQLite cannot compile it, the schema in the file is not ours.
  if (code == SQLITE_ERROR) error.code = ErrorCode::kStoreDamaged;
  return std::unexpected(std::move(error));
}

Result<void> SqlConnection::Run(std::string_view sql, SqlRow values) {
  Result<SqlStatement> statement = Prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  return statement->Run(std::move(values));
}

Result<void> SqlConnection::RunScript(std::string_view sql) {
  const std::string script(sql);
  const int code = sqlite3_exec(connection_.get(), script.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return std::unexpected(Failure(code));
  return {};
}

Result<std::vector<SqlRow>> SqlConnection::Query(std::string_view sql, SqlRow values) {
  Result<SqlStatement> statement = Prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  if (Result<void> started = statement->Start(std::move(values)); !started) {
    return std::unexpected(started.error());
  }
  std::vector<SqlRow> rows;
  for (;;) {
    const Result<bool> row = statement->Step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return rows;
    rows.push_back(statement->Row());
  }
}

Result<SqlValue> SqlConnection::Single(std::string_view sql, SqlRow values) {
  Result<std::vector<SqlRow>> rows = Query(sql, std::move(values));
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty() || rows->front().empty()) return SqlValue{};
  return std::move(rows->front().front());
}

SqlConnection::ShadowWrites::ShadowWrites(SqlConnection& connection)
    : connection_(connection.connection_.get()) {
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
}

SqlConnection::ShadowWrites::~ShadowWrites() {
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

void SqlConnection::Rollback() {
  sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::int64_t SqlConnection::last_row_key() const {
  return sqlite3_last_insert_rowid(connection_.get());
}

Result<void> SqlConnection::AddFunction(const char* name,
                                        std::string (*function)(std::string_view)) {
  const int code = sqlite3_create_function_v2(
      connection_.get(), name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
      reinterpret_cast<void*>(function), CallFunction, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return std::unexpected(Failure(code));
  return {};
}

}  // namespace dateline
