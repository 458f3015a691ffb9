// What does a program get?  The record contract "dateline/1" (docs/formats/record.schema.json), one
// line a report.
//
// Offsets are Unicode code points of article.text.  Absent parts are null.  Key order is fixed.
#pragma once

#include <string>
#include <string_view>

#include "dateline/article.h"
#include "dateline/record.h"
#include "dateline/result.h"

namespace dateline {

// Without a line end.
std::string RecordJson(const Article& article, const RecordBatch& batch);

// {"id": ..., "error": {"code", "message", "where"}}: the line for an input that could not be read.
std::string ErrorJson(std::string_view id, const Error& error);

}  // namespace dateline
