#include "store/writer.h"

#include <utility>

namespace dateline {

namespace {

// WAL: readers go on while we write.  FULL: a commit is on the disk when it returns.
Result<void> Configure(SqlConnection& connection) {
  const Result<SqlValue> mode = connection.Single("PRAGMA journal_mode = WAL");
  if (!mode) return std::unexpected(mode.error());
  if (*mode != SqlValue(std::string("wal"))) {
    return std::unexpected(
        Error{ErrorCode::kStoreFailed,
              "the file system cannot hold a write-ahead log; put the store on a local disk",
              connection.path()});
  }
  for (const char* sql :
       {"PRAGMA synchronous = FULL", "PRAGMA secure_delete = OFF", "PRAGMA cache_size = -16384",
        "PRAGMA wal_autocheckpoint = 4000", "PRAGMA journal_size_limit = 67108864"}) {
    if (Result<void> run = connection.Run(sql); !run) return run;
  }
  return {};
}

}  // namespace

Result<StoreWriter> StoreWriter::Open(const std::string& path, std::string pipeline) {
  Result<WriterLock> lock = WriterLock::Acquire(path);
  if (!lock) return std::unexpected(lock.error());
  Result<SqlConnection> connection = SqlConnection::Open(path, SqlConnection::Mode::kCreate);
  if (!connection) return std::unexpected(connection.error());
  const Result<FileKind> kind = IdentifyFile(*connection);
  if (!kind) return std::unexpected(kind.error());
  if (*kind == FileKind::kEmpty) {
    if (Result<void> made = CreateSchema(*connection); !made) return std::unexpected(made.error());
  }
  if (Result<void> set = Configure(*connection); !set) return std::unexpected(set.error());

  StoreWriter writer(*std::move(lock), *std::move(connection), std::move(pipeline));
  if (Result<void> ready = writer.PrepareAll(); !ready) return std::unexpected(ready.error());
  return writer;
}

Result<void> StoreWriter::PrepareAll() {
  for (std::size_t i = 0; i < kStoreTables.size(); ++i) {
    const auto table = static_cast<StoreTable>(i);
    const Result<std::vector<std::string>> columns = OwnColumns(connection_, table);
    if (!columns) return std::unexpected(columns.error());
    Result<SqlStatement> insert = connection_.Prepare(InsertSql(table, *columns));
    if (!insert) return std::unexpected(insert.error());
    insert_.push_back(*std::move(insert));
  }
  for (const SearchSql& search : kSearchSql) {
    Result<SqlStatement> index = connection_.Prepare(search.add);
    if (!index) return std::unexpected(index.error());
    index_.push_back(*std::move(index));
  }
  Result<SqlStatement> find =
      connection_.Prepare("SELECT key, pipeline FROM articles WHERE id = ?1");
  if (!find) return std::unexpected(find.error());
  find_.push_back(*std::move(find));
  return {};
}

Result<std::optional<StoreWriter::Known>> StoreWriter::Find(std::string_view article_id) {
  SqlStatement& find = find_.front();
  if (Result<void> started = find.Start({std::string(article_id)}); !started) {
    return std::unexpected(started.error());
  }
  const Result<bool> row = find.Step();
  if (!row) return std::unexpected(row.error());
  std::optional<Known> known;
  if (*row) known = Known{find.Int(0), find.Text(1)};
  find.Reset();
  return known;
}

Result<bool> StoreWriter::Has(std::string_view article_id) {
  if (failed_) return std::unexpected(*failed_);
  const Result<std::optional<Known>> known = Find(article_id);
  if (!known) return std::unexpected(known.error());
  return known->has_value() && (*known)->pipeline == pipeline_;
}

Result<bool> StoreWriter::Add(const Article& article, const RecordBatch& batch) {
  if (failed_) return std::unexpected(*failed_);
  const Result<std::optional<Known>> known = Find(article.id);
  if (!known) return std::unexpected(known.error());
  std::optional<std::int64_t> key;
  if (known->has_value()) {
    if ((*known)->pipeline == pipeline_) return false;
    key = (*known)->key;
  }
  Result<ArticleRows> rows = EncodeRows(article, batch, pipeline_);
  if (!rows) return std::unexpected(rows.error());

  // Another program may be in a transaction of its own for a moment: nothing has been tried, so
  // nothing failed.
  if (Result<void> begun = connection_.Run("BEGIN IMMEDIATE"); !begun) {
    if (begun.error().code != ErrorCode::kStoreLocked) failed_ = begun.error();
    return std::unexpected(begun.error());
  }
  Result<void> written = Replace(*std::move(rows), key);
  if (written) written = connection_.Run("COMMIT");
  if (written) return true;
  failed_ = written.error();
  connection_.Rollback();
  return std::unexpected(written.error());
}

Result<void> StoreWriter::Replace(ArticleRows rows, std::optional<std::int64_t> key) {
  if (key) {
    for (const SearchSql& search : kSearchSql) {
      if (Result<void> gone = connection_.Run(search.remove, {*key}); !gone) return gone;
    }
    for (std::size_t i = 0; i < kStoreTables.size(); ++i) {
      Result<void> gone = connection_.Run(DeleteSql(static_cast<StoreTable>(i)), {*key});
      if (!gone) return gone;
    }
  }
  return Insert(std::move(rows), key);
}

Result<void> StoreWriter::Insert(ArticleRows rows, std::optional<std::int64_t> key) {
  SqlRow article;
  article.push_back(key ? SqlValue(*key) : SqlValue());
  article.push_back(DigestRows(rows));
  for (SqlValue& value : rows[StoreTable::kArticles].front()) article.push_back(std::move(value));
  if (Result<void> run = insert_.front().Run(std::move(article)); !run) return run;
  const SqlValue article_key = key ? *key : connection_.last_row_key();

  for (std::size_t i = 1; i < kStoreTables.size(); ++i) {
    for (SqlRow& row : rows.tables[i]) {
      row.insert(row.begin(), article_key);
      if (Result<void> run = insert_[i].Run(std::move(row)); !run) return run;
    }
  }
  for (SqlStatement& index : index_) {
    if (Result<void> run = index.Run({article_key}); !run) return run;
  }
  return {};
}

}  // namespace dateline
