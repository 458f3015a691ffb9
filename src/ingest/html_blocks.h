// Which paragraphs does a page have?  Its text as blocks, each with what tells an article from its
// surroundings.
//
// A block is what a reader sees as one paragraph, heading, list item or line: inline content
// between two block elements (or two <br> in a row).  Blocks stand in document order.  Nothing is
// judged here but the words of class and id (data/page_hints.tsv); main_content.h chooses. Cost:
// linear.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/span.h"
#include "ingest/html_scan.h"
#include "ingest/html_tree.h"

namespace dateline {

struct Block {
  std::uint32_t node;                // the block element around it
  Tag tag;                           // of that element
  std::vector<std::uint32_t> parts;  // text, space and br nodes, in order
  std::uint32_t letters = 0;         // bytes of text that are no white space
  std::uint32_t link_letters = 0;    // of these, inside <a>
  std::uint32_t words = 0;
  bool sentence = false;  // it ends as a sentence does: "said." "said.”" "said?"
  bool apart =
      false;  // in an element that is not the article's (nav, aside, "share-tools", hidden)
};

std::vector<Block> Blocks(std::string_view page, const HtmlScan& scan, const HtmlTree& tree);

}  // namespace dateline
