// Which blocks of a page are the article?  Main-content extraction by structure.
//
// 1. Paragraphs are blocks of running text: long enough or ending as a sentence, mostly outside
// links, not in
//    elements that stand apart.
// 2. The article is the deepest element that holds nearly all their text; where the page names its
// body
//    (<article>, itemprop="articleBody", class="story-body"), the deepest of these that holds most
//    of it.
// 3. Inside it, paragraphs stay, and short lines that stand among them ("Yes." between two
// paragraphs of one
//    parent); headings stay where text follows; list items stay.
// 4. A page without any paragraph is read again as if nothing stood apart.
// No rule names a site.  Cost: linear in the blocks times the depth of the tree (bounded by
// Limits::html_depth).
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
