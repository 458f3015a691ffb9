// What does an article look like as rows?  Translates an Article and its RecordBatch into the rows
// of the store's tables and back, and gives the digest over those rows.
//
// Encode(Decode(rows)) == rows for every whole article: whatever a row repeats (content_words) is
// computed from the evidence and must agree with it.  Columns stand in the order of schema_sql.inc,
// without the bookkeeping columns (key, article, digest), and rows in the order of their identity:
// the same input gives the same rows. Cost: linear in text and records.  Thread rule: pure
// functions.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"
#include "dateline/record.h"
#include "dateline/result.h"
#include "store/schema.h"

namespace dateline {

struct ArticleRows {
  std::array<std::vector<SqlRow>, kStoreTables.size()> tables;

  std::vector<SqlRow>& operator[](StoreTable table) {
    return tables[static_cast<std::size_t>(table)];
  }
  const std::vector<SqlRow>& operator[](StoreTable table) const {
    return tables[static_cast<std::size_t>(table)];
  }
  friend bool operator==(const ArticleRows&, const ArticleRows&) = default;
};

// One article as a store holds it.
struct StoredArticle {
  Article article;
  RecordBatch batch;
  std::string pipeline;  // version of the pipeline that made the batch
};

// Error kRecordsInvalid if the batch breaks its own contract (batch_check.h): it must not reach a
// store.
Result<ArticleRows> EncodeRows(const Article& article, const RecordBatch& batch,
                               std::string_view pipeline);

// Error kStoreDamaged if the rows are not those of a whole article: a value of another type, a word
// that is none of the contract's, a span whose words are not the text's.  The message says which
// row.
Result<StoredArticle> DecodeRows(const ArticleRows& rows);

// SHA-256 over all values and their types, hex.
std::string DigestRows(const ArticleRows& rows);

// Between the fragments of one content in columns *_words: "... [it] " and "the war".
inline constexpr std::string_view kFragmentGap = " ... ";

}  // namespace dateline
