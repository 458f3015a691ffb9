// Where are the records kept?  Adds articles with their records to a store, each in one
// transaction.
//
// Added means kept: when Add gives true, the article and all of its records are on the disk (WAL,
// synchronous=FULL) and survive kill -9 and power loss.  A batch that was committed just before a
// crash, and never acknowledged, is found by the next run (Has) and not added twice. One writer a
// store: a second one, of this or another process, gets kStoreLocked at once. After a write that
// failed (a full disk, a bad sync) nothing more is written: every later call gives that error. What
// was acknowledged before stays; open the store anew to go on. Thread rule: one thread at a time.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/record.h"
#include "dateline/result.h"
#include "store/rows.h"
#include "store/sqlite.h"
#include "store/writer_lock.h"

namespace dateline {

class StoreWriter {
 public:
  // Makes the store if there is none.  `pipeline` names what makes the batches: any other value is
  // another version. Errors: kStoreLocked, kStoreVersion, kStoreDamaged, kDiskFull, kStoreFailed.
  static Result<StoreWriter> Open(const std::string& path, std::string pipeline);

  // True: added, in place of a batch of another pipeline version if there was one.  False: this
  // article is there already, made by this version.  Error: nothing changed.  A batch that breaks
  // its own contract is refused (kRecordsInvalid) and does not stop the next one.
  Result<bool> Add(const Article& article, const RecordBatch& batch);

  // Is the article there, made by this pipeline version?  Then its work need not be done again.
  Result<bool> Has(std::string_view article_id);

 private:
  StoreWriter(WriterLock lock, SqlConnection connection, std::string pipeline)
      : lock_(std::move(lock)),
        connection_(std::move(connection)),
        pipeline_(std::move(pipeline)) {}

  struct Known {
    std::int64_t key;
    std::string pipeline;
  };
  Result<void> PrepareAll();
  Result<std::optional<Known>> Find(std::string_view article_id);
  Result<void> Replace(ArticleRows rows, std::optional<std::int64_t> key);
  Result<void> Insert(ArticleRows rows, std::optional<std::int64_t> key);

  // In this order: statements end before their connection, and the lock last.
  WriterLock lock_;
  SqlConnection connection_;
  std::string pipeline_;
  std::vector<SqlStatement> insert_;  // one a table, as kStoreTables
  std::vector<SqlStatement> index_;   // one a search table, as kSearchSql
  std::vector<SqlStatement> find_;    // one
  std::optional<Error> failed_;       // the write that failed
};

}  // namespace dateline
