// What does a store hold?  A read-only snapshot: what was committed when it was opened, whatever a
// writer adds since.
//
// Read gives back an article and its records as they were added, or says that they are damaged: the
// digest over all of its rows is compared every time. Cost: Open about a millisecond; Read linear
// in the article.  Thread rule: one thread at a time; any number of readers beside one writer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/result.h"
#include "store/rows.h"
#include "store/sqlite.h"

namespace dateline {

class StoreReader {
 public:
  // Errors: kStoreMissing, kStoreVersion, kStoreDamaged, kStoreFailed.
  static Result<StoreReader> Open(const std::string& path);

  // All ids, by publication date, then id.
  Result<std::vector<std::string>> ArticleIds();

  // The id of the article that a person means: its id or the begin of it (4 digits or more), its
  // url, or the id that the user gave.  Error kStoreNoArticle: none, or more than one (the message
  // lists some).
  Result<std::string> FindArticle(std::string_view name);

  // Error kStoreNoArticle; kStoreDamaged (where: the id).
  Result<StoredArticle> Read(std::string_view article_id);

  // Are its rows those that were stored?  A third of the cost of Read.  Errors as Read.
  Result<void> Check(std::string_view article_id);

  // The rows as they are, unchecked, and the digest that was stored with them: for verify.
  struct RawArticle {
    std::string digest;
    ArticleRows rows;
  };
  Result<RawArticle> ReadRaw(std::string_view article_id);

  // For query.cc and verify.cc, which ask what this class does not.
  SqlConnection& connection() { return connection_; }

 private:
  explicit StoreReader(SqlConnection connection) : connection_(std::move(connection)) {}

  SqlConnection connection_;
  std::vector<SqlStatement> select_;  // one a table, as kStoreTables
};

}  // namespace dateline
