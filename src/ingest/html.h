// What does a web page report?  Its main content as the text, its metadata as title, date and url.
//
// The text is the body alone, paragraphs parted by a blank line; the headline is the title.  The
// SourceMap leads from each character of the text to the bytes of the page, through tree,
// references and charset. Cost: linear; nesting beyond Limits::html_depth is flattened (Diagnostic
// "html.depth_capped").
#pragma once

#include <string_view>

#include "dateline/article.h"
#include "dateline/limits.h"
#include "dateline/result.h"

namespace dateline {

// `charset`: what the transport says, "" if nothing: then the page is asked.
// Errors: kHtmlNoContent.
Result<Article> ReadHtml(std::string_view bytes, std::string_view charset, const Limits& limits);

}  // namespace dateline
