#include "store/reader.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace dateline {

namespace {

constexpr std::size_t kShortestPrefix = 4;
constexpr std::size_t kListed = 5;  // candidates named in a message

bool IsHex(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Result<void> MustExist(const std::string& path) {
  struct stat status;
  if (::stat(path.c_str(), &status) != 0) {
    if (errno != ENOENT) {
      return std::unexpected(Error{ErrorCode::kStoreFailed, std::strerror(errno), path});
    }
    return std::unexpected(Error{ErrorCode::kStoreMissing,
                                 "make it with `dateline read`, or name another file with --db",
                                 path});
  }
  if (S_ISREG(status.st_mode)) return {};
  return std::unexpected(Error{ErrorCode::kStoreFailed, "it is no file", path});
}

std::string TextOf(const SqlValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? *text : "";
}

// What to type instead of a name that several have: their ids, each with its day and title.
std::string OneOf(const std::vector<SqlRow>& found) {
  std::string message = "give one of the ids";
  for (std::size_t i = 0; i < std::min(found.size(), kListed); ++i) {
    message += (i == 0 ? " " : ", ") + TextOf(found[i][0]);
    std::string about = TextOf(found[i][1]);
    if (const std::string title = TextOf(found[i][2]); !title.empty())
      about += (about.empty() ? "\"" : " \"") + title + "\"";
    if (!about.empty()) message += " (" + about + ")";
  }
  if (found.size() > kListed) message += " and more; `dateline articles` lists them all";
  return message;
}

Result<void> CheckDigest(const StoreReader::RawArticle& raw, std::string_view article_id) {
  if (DigestRows(raw.rows) == raw.digest) return {};
  return std::unexpected(
      Error{ErrorCode::kStoreDamaged,
            "the article is not as it was stored; `dateline verify` says what differs",
            std::string(article_id)});
}

}  // namespace

Result<StoreReader> StoreReader::Open(const std::string& path) {
  if (Result<void> there = MustExist(path); !there) return std::unexpected(there.error());
  Result<SqlConnection> connection = SqlConnection::Open(path, SqlConnection::Mode::kRead);
  if (!connection) return std::unexpected(connection.error());
  // The first read after BEGIN fixes the snapshot.
  if (Result<void> begun = connection->Run("BEGIN"); !begun) return std::unexpected(begun.error());
  const Result<FileKind> kind = IdentifyFile(*connection);
  if (!kind) return std::unexpected(kind.error());
  if (*kind == FileKind::kEmpty) {
    return std::unexpected(Error{ErrorCode::kStoreMissing,
                                 "the file is empty; `dateline read` makes it a store", path});
  }
  StoreReader reader(*std::move(connection));
  for (std::size_t i = 0; i < kStoreTables.size(); ++i) {
    const auto table = static_cast<StoreTable>(i);
    const Result<std::vector<std::string>> columns = OwnColumns(reader.connection_, table);
    if (!columns) return std::unexpected(columns.error());
    Result<SqlStatement> select = reader.connection_.Prepare(SelectSql(table, *columns));
    if (!select) return std::unexpected(select.error());
    reader.select_.push_back(*std::move(select));
  }
  return reader;
}

Result<std::vector<std::string>> StoreReader::ArticleIds() {
  Result<SqlStatement> select =
      connection_.Prepare("SELECT id FROM articles ORDER BY published, id");
  if (!select) return std::unexpected(select.error());
  std::vector<std::string> ids;
  for (;;) {
    const Result<bool> row = select->Step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return ids;
    ids.push_back(select->Text(0));
  }
}

Result<std::string> StoreReader::FindArticle(std::string_view name) {
  const std::string text(name);
  const SqlRow limit_and_name = {text, static_cast<std::int64_t>(kListed + 1)};
  std::vector<SqlRow> found;
  const auto ask = [&](const std::string& condition) -> Result<void> {
    Result<std::vector<SqlRow>> rows =
        connection_.Query("SELECT id, substr(published, 1, 10), title FROM articles WHERE " +
                              condition + " ORDER BY id LIMIT ?2",
                          limit_and_name);
    if (!rows) return std::unexpected(rows.error());
    found = *std::move(rows);
    return {};
  };
  // "g" stands behind every hexadecimal digit.
  const bool prefix = text.size() >= kShortestPrefix && IsHex(text);
  for (const char* condition :
       {"id = ?1", prefix ? "id >= ?1 AND id < ?1 || 'g'" : "", "url = ?1", "given_id = ?1"}) {
    if (*condition == '\0' || !found.empty()) continue;
    if (Result<void> asked = ask(condition); !asked) return std::unexpected(asked.error());
  }
  if (found.size() == 1) return TextOf(found.front()[0]);
  if (found.size() > 1)
    return std::unexpected(Error{ErrorCode::kStoreManyArticles, OneOf(found), text});
  std::string message = "`dateline articles` lists them";
  if (text.size() < kShortestPrefix && IsHex(text))
    message = "give at least " + std::to_string(kShortestPrefix) + " digits of its id; " + message;
  return std::unexpected(Error{ErrorCode::kStoreNoArticle, std::move(message), text});
}

Result<StoreReader::RawArticle> StoreReader::ReadRaw(std::string_view article_id) {
  Result<std::vector<SqlRow>> found = connection_.Query(
      "SELECT key, digest FROM articles WHERE id = ?1", {std::string(article_id)});
  if (!found) return std::unexpected(found.error());
  if (found->empty()) {
    return std::unexpected(Error{ErrorCode::kStoreNoArticle, "`dateline articles` lists them",
                                 std::string(article_id)});
  }
  RawArticle raw;
  const SqlValue key = found->front()[0];
  if (const auto* digest = std::get_if<std::string>(&found->front()[1])) raw.digest = *digest;
  for (std::size_t i = 0; i < kStoreTables.size(); ++i) {
    if (Result<void> started = select_[i].Start({key}); !started) {
      return std::unexpected(started.error());
    }
    for (;;) {
      const Result<bool> row = select_[i].Step();
      if (!row) return std::unexpected(row.error());
      if (!*row) break;
      raw.rows.tables[i].push_back(select_[i].Row());
    }
    select_[i].Reset();
  }
  return raw;
}

Result<void> StoreReader::Check(std::string_view article_id) {
  const Result<RawArticle> raw = ReadRaw(article_id);
  return raw ? CheckDigest(*raw, article_id) : std::unexpected(raw.error());
}

Result<StoredArticle> StoreReader::Read(std::string_view article_id) {
  const Result<RawArticle> raw = ReadRaw(article_id);
  if (!raw) return std::unexpected(raw.error());
  if (Result<void> whole = CheckDigest(*raw, article_id); !whole)
    return std::unexpected(whole.error());
  Result<StoredArticle> stored = DecodeRows(raw->rows);
  if (!stored) stored.error().where = article_id;
  return stored;
}

}  // namespace dateline
