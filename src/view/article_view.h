// How does a person see a report with its records?  For the terminal: the text, paragraph by
// paragraph, with the characters of each record coloured, and under each paragraph the records that
// begin in it.
//
// Without colour the same words come out plain, so that a pipe gets clean text.  Control characters
// of the report are spelled out (text/visible.h). Cost: linear in text and spans.
#pragma once

#include <cstddef>
#include <string>

#include "dateline/article.h"
#include "dateline/record.h"

namespace dateline {

struct ArticleViewOptions {
  bool colour = false;
  bool why = false;         // add the why and the confidence of each record
  std::size_t width = 100;  // columns to wrap at
};

std::string ArticleView(const Article& article, const RecordBatch& batch,
                        const ArticleViewOptions& options);

}  // namespace dateline
