// Is the store whole?  Reads everything again and names what is damaged.
//
// Of every article: the digest over its rows; every span in the bounds of the text, on code point
// boundaries, and its stored words the words of the text; every reference; everything that a row
// repeats.  Of the file: SQLite's own integrity check, the schema, rows that belong to no article,
// and the search index.  A damaged article does not end the work: it is named and the next one is
// read.  All in one read transaction: a writer may be at work meanwhile.  Without room for a copy
// of the search index `search_checked` is false.  Cost: linear in the store.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/result.h"

namespace dateline {

struct VerifyProblem {
  std::string article;  // its id; "" where the file as a whole is concerned
  std::string what;
};

struct VerifyReport {
  std::uint64_t articles = 0;  // all that were found
  std::uint64_t damaged = 0;   // of these
  std::uint64_t statements = 0, events = 0, actors = 0, places = 0, times = 0;
  std::uint64_t spans = 0;
  bool search_checked = false;
  std::vector<VerifyProblem> problems;

  bool ok() const { return problems.empty(); }
};

// Error: the file cannot be read as a store at all (as StoreReader::Open).
Result<VerifyReport> VerifyStore(const std::string& path);

}  // namespace dateline
