// Does a batch keep its own contract?  Every span lies inside the text on code point boundaries and
// holds at least a byte, every reference names a record that exists, every number is one.
//
// The gate in front of the store: a batch that fails here is a bug of an extractor, which must not
// reach the file; also run on every batch that is read back.  Cost: linear in the batch.
#pragma once

#include <string>
#include <string_view>

#include "dateline/record.h"

namespace dateline {

// True: both ends lie in the text, on the first byte of a code point, and begin < end.
bool SpanFits(std::string_view text, Span span);

// "" if all is well, else the first fault in words: "statement s3: speaker a9 does not exist".
std::string BatchFault(const Article& article, const RecordBatch& batch);

}  // namespace dateline
