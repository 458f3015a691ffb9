// What does a page say about itself?  Headline, date, publisher, url, language, section, from its
// metadata.
//
// In this order, each field from the first that has it: JSON-LD (a NewsArticle, Article,
// LiveBlogPosting, ..., also inside arrays and @graph), Open Graph and article metas, other metas,
// itemprop and <time>, <title> and <h1>.  Dates that are none are passed over. Cost: linear.
#pragma once

#include <string>
#include <string_view>

#include "ingest/html_scan.h"
#include "ingest/html_tree.h"

namespace dateline {

struct PageMetadata {
  std::string title, published, publisher, url, language, section;
  std::string article_body;  // of JSON-LD, for pages whose text is nowhere else
};

PageMetadata ReadMetadata(std::string_view page, const HtmlScan& scan, const HtmlTree& tree);

}  // namespace dateline
