// Does the search index hold the words of the tables?  In a read transaction, beside any writer.
//
// FTS5 compares its index with its tables by a command that writes, and so locks the store against
// writers for as long as it runs.  Here the index is copied into a temporary table, over the same
// words, and the copy is compared.  Cost: linear in the store; as much temporary space as the index
// takes, on disk where it is large.  Thread rule: one thread at a time a connection.
#pragma once

#include <string>
#include <vector>

#include "dateline/result.h"
#include "store/sqlite.h"

namespace dateline {

// What is wrong, a sentence a problem.  Error: it could not be compared (no temporary space).
Result<std::vector<std::string>> CheckSearch(SqlConnection& connection);

}  // namespace dateline
