// Where are the tags, and where is the text?  Splits a page into text runs and a skeleton of its
// tags.
//
// The skeleton is what the tree builder gets: tags with the few attributes that ingest reads, and
// the number of a run for each text ("<p>17;</p>").  So every character of the article keeps its
// place in the page, whatever the tree builder moves, and long texts never pass through it.
// Comments, scripts, styles and formatting elements are left out; an <a> is renamed (kLinkTag),
// because a real one would be copied by the tree builder into every block that follows when it is
// not closed. Follows the tokenizer of the HTML standard.  Cost: linear; one pass, no backtracking.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/limits.h"
#include "dateline/span.h"

namespace dateline {

inline constexpr std::string_view kLinkTag = "x-a";

struct HtmlScan {
  std::string skeleton;
  std::vector<Span> runs;      // of the page, in order
  std::vector<Span> json_lds;  // content of <script type="application/ld+json">
  bool tags_cut = false;       // tags or attributes beyond Limits::html_tags and html_tag_bytes
};

HtmlScan ScanHtml(std::string_view page, const Limits& limits);

}  // namespace dateline
