// Which blocks of a page are the article?  Main-content extraction by structure.
//
// 1. Paragraphs are blocks of running text: long enough or ending as a sentence, mostly outside links, not in
//    elements that stand apart.  2. The article is the deepest element that holds nearly all their text.
// 3. Inside it, paragraphs stay; headings stay where a paragraph or list follows; list items and quotes stay;
//    what comes before the first and after the last paragraph must look like running text.
// No rule names a site.  Cost: linear in the blocks times the depth of the tree (bounded by Limits::html_depth).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/html_blocks.h"
#include "ingest/html_tree.h"

namespace dateline {

// Indices of the chosen blocks, in order; empty if the page has no article.
std::vector<std::uint32_t> MainContent(const HtmlTree& tree, const std::vector<Block>& blocks);

}  // namespace dateline
