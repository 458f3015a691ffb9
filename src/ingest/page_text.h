// Which text do these runs make?  Decodes runs of a page into the text of an article, with the way
// back.
//
// White space is collapsed as a browser does; character references are decoded; soft hyphens and
// zero-width spaces, which split words, are left out.  Every other character stays as the page has
// it.  Paragraphs are parted by a blank line, a <br> is a line end; both are inserted, so they have
// no source. Cost: linear.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "dateline/article.h"
#include "ingest/source_map_builder.h"

namespace dateline {

class PageText {
 public:
  explicit PageText(std::string_view page, const Limits& limits = {}) : page_(page), map_(limits) {}

  void Add(Span run);  // bytes of the page between two tags
  void Space();        // white space between two elements
  void LineBreak();
  void Paragraph();  // ends the paragraph, if it has text

  // The size of the text so far.
  std::size_t size() const { return text_.size(); }
  std::pair<std::string, BuiltMap> Finish() && {
    return {std::move(text_), std::move(map_).Build()};
  }

 private:
  void Put(std::string_view characters, Span source);
  std::size_t Reference(std::size_t at, std::size_t end);

  std::string_view page_;
  std::string text_;
  SourceMapBuilder map_;
  std::string_view gap_;          // what stands before the next character: "", " ", "\n" or "\n\n"
  std::uint32_t gap_source_ = 0;  // where the page has this one space, if it does
  bool gap_has_source_ = false;
};

// The decoded words of one run or attribute-like string, white space collapsed and trimmed.
std::string PlainWords(std::string_view markup_text);

}  // namespace dateline
