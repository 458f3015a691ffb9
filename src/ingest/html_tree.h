// How is a page built?  The element tree of an HTML page as a flat list, with where each text run
// lies.
//
// Nodes stand in document order; `end` is the index after the last descendant, so that every walk
// is a loop. Text nodes name a run (a stretch of the page between two tags, see html_scan.h), not
// characters: the run knows its bytes, so nothing that the tree builder moves (text out of a table)
// loses its place. Inline formatting elements (b, i, font) and the content of script, style and
// iframe are not in the tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/limits.h"
#include "dateline/span.h"

namespace dateline {

enum class Tag : std::uint8_t {
  kText,
  kSpace,  // not elements: a run, and white space between elements
  kA,
  kAddress,
  kArticle,
  kAside,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCaption,
  kCenter,
  kDd,
  kDetails,
  kDialog,
  kDiv,
  kDl,
  kDt,
  kFieldset,
  kFigcaption,
  kFigure,
  kFooter,
  kForm,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHr,
  kHtml,
  kImg,
  kInput,
  kLabel,
  kLi,
  kLink,
  kMain,
  kMeta,
  kNav,
  kNoscript,
  kObject,
  kOl,
  kP,
  kPre,
  kSection,
  kSelect,
  kSpan,
  kSummary,
  kSvg,
  kTable,
  kTbody,
  kTd,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kUl,
  kVideo,
  kOther
};

enum class Attr : std::uint8_t {
  kClass,
  kId,
  kHref,
  kRel,
  kProperty,
  kName,
  kContent,
  kItemprop,
  kDatetime,
  kRole,
  kHidden,
  kAriaHidden,
  kStyle,
  kLang,
  kDataComponent,
  kDataTestid
};

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

struct HtmlNode {
  Tag tag;
  std::uint32_t parent;  // kNone for the root
  std::uint32_t end;
  std::uint32_t run = kNone;  // of a text node
  std::uint32_t first_attr = 0, attrs = 0;
};

struct HtmlAttr {
  Attr name;
  std::string value;  // decoded
};

struct HtmlTree {
  std::vector<HtmlNode> nodes;  // nodes[0] is <html>; empty if the page has no element
  std::vector<HtmlAttr> attributes;
  bool depth_capped = false;  // elements beyond Limits::html_depth were flattened

  // "" if the node has no such attribute; `Has` tells that from an empty one.
  std::string_view Value(const HtmlNode& node, Attr name) const;
  bool Has(const HtmlNode& node, Attr name) const;
};

// `skeleton`: the page as html_scan.h reduces it.  Cost: linear in it; depth and tags are
// bounded.
HtmlTree BuildHtmlTree(std::string_view skeleton, const Limits& limits);

// What a named reference at the begin of `reference` stands for ("&eacute;", also the old ones
// without a semicolon): its UTF-8, and how many bytes of `reference` it takes; {"", 0} if it is
// none.
struct NamedReference {
  std::string_view text;
  std::size_t size;
};
NamedReference DecodeNamedReference(std::string_view reference);

}  // namespace dateline
