#include "ingest/html_scan.h"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool IsSpaceByte(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char AsciiLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool IsAsciiLetter(char c) { return AsciiLower(c) >= 'a' && AsciiLower(c) <= 'z'; }

template <std::size_t n>
bool OneOf(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Elements whose content is not text of the page.
constexpr std::array<std::string_view, 6> kRaw = {"script",  "style",    "iframe",
                                                  "noembed", "noframes", "textarea"};
// Tags that the tree does without: formatting, and what would switch the tree builder to other
// rules.
constexpr std::array<std::string_view, 21> kDropped = {
    "b",   "big",      "code",   "em",    "font",   "i",        "nobr",
    "s",   "small",    "strike", "u",     "strong", "tt",       "plaintext",
    "xmp", "frameset", "frame",  "image", "wbr",    "basefont", "keygen"};
// All others are one kind to the tree (kUnknownTag): it would keep a list of names that pages
// invent.
constexpr std::array<std::string_view, 105> kKnown = {
    "a",        "abbr",    "address",  "area",       "article",  "aside",      "audio",
    "base",     "bdi",     "bdo",      "blockquote", "body",     "br",         "button",
    "canvas",   "caption", "center",   "cite",       "col",      "colgroup",   "data",
    "datalist", "dd",      "del",      "details",    "dfn",      "dialog",     "dir",
    "div",      "dl",      "dt",       "embed",      "fieldset", "figcaption", "figure",
    "footer",   "form",    "h1",       "h2",         "h3",       "h4",         "h5",
    "h6",       "head",    "header",   "hgroup",     "hr",       "html",       "img",
    "input",    "ins",     "kbd",      "label",      "legend",   "li",         "link",
    "main",     "map",     "mark",     "marquee",    "math",     "menu",       "meta",
    "meter",    "nav",     "noscript", "object",     "ol",       "optgroup",   "option",
    "output",   "p",       "param",    "picture",    "pre",      "progress",   "q",
    "rp",       "rt",      "ruby",     "samp",       "search",   "section",    "select",
    "slot",     "source",  "span",     "sub",        "summary",  "sup",        "svg",
    "table",    "tbody",   "td",       "template",   "tfoot",    "th",         "thead",
    "time",     "title",   "tr",       "track",      "ul",       "var",        "video"};
constexpr std::string_view kUnknownTag = "x-e";
constexpr std::array<std::string_view, 16> kAttributes = {
    "class",   "id",       "href",           "rel",        "property", "name",
    "content", "itemprop", "datetime",       "role",       "hidden",   "aria-hidden",
    "style",   "lang",     "data-component", "data-testid"};

struct TagHead {
  std::string name;  // lower case
  std::size_t end;   // after ">"; the end of the page if it is not closed
  bool closed = true;
  bool self_closing = false;
  bool json_ld = false;
  std::string attributes;  // those of kAttributes, as the page writes them
};

class Scanner {
 public:
  Scanner(std::string_view page, const Limits& limits) : page_(page), limits_(limits) {}

  HtmlScan Run() && {
    out_.skeleton.reserve(page_.size() / 4);
    out_.skeleton = "<!DOCTYPE html>";
    while (at_ < page_.size()) {
      std::size_t open = page_.find('<', at_);
      while (open != npos && !OpensMarkup(open))
        open = page_.find('<', open + 1);  // a bare "<" is text
      EmitRun(std::min(open, page_.size()));
      if (open == npos) break;
      at_ = open;
      Markup();
      run_begin_ = at_;
    }
    return std::move(out_);
  }

 private:
  char At(std::size_t i) const { return i < page_.size() ? page_[i] : '\0'; }

  bool OpensMarkup(std::size_t open) const {
    const char next = At(open + 1);
    return next == '!' || next == '?' || next == '/' || IsAsciiLetter(next);
  }

  void Space() {
    if (out_.skeleton.back() != ' ') out_.skeleton += ' ';
  }

  // The text from run_begin_ to `end`.
  void EmitRun(std::size_t end) {
    if (end <= run_begin_) return;
    const std::string_view text = page_.substr(run_begin_, end - run_begin_);
    if (std::all_of(text.begin(), text.end(), IsSpaceByte)) {
      Space();
    } else {
      if (IsSpaceByte(text.front())) Space();
      out_.skeleton += std::to_string(out_.runs.size());
      out_.skeleton += ';';
      out_.runs.push_back(
          {static_cast<std::uint32_t>(run_begin_), static_cast<std::uint32_t>(end)});
    }
    run_begin_ = end;
  }

  std::size_t After(std::string_view mark, std::size_t from) const {
    const std::size_t found = page_.find(mark, from);
    return found == npos ? page_.size() : found + mark.size();
  }

  // page_[at_] is "<" and opens a tag, an end tag, a comment or a declaration.
  void Markup() {
    const char next = At(at_ + 1);
    if (page_.substr(at_).starts_with("<!--")) {
      Comment();
    } else if (next == '!' || next == '?') {
      at_ = After(">", at_ + 2);
    } else if (next == '/') {
      EndTag();
    } else {
      StartTag();
    }
  }

  void Comment() {
    const std::size_t text = at_ + 4;
    if (At(text) == '>') {
      at_ = text + 1;
    } else if (At(text) == '-' && At(text + 1) == '>') {
      at_ = text + 2;
    } else {
      // "--!>" ends a comment as well.
      std::size_t dashes = page_.find("--", text);
      while (dashes != npos && At(dashes + 2) != '>' &&
             !(At(dashes + 2) == '!' && At(dashes + 3) == '>'))
        dashes = page_.find("--", dashes + 1);
      at_ = dashes == npos ? page_.size() : page_.find('>', dashes) + 1;
    }
  }

  // The begin of a tag; beyond Limits::html_tags white space in its place, so that words stay
  // apart.
  bool Emit(std::string_view open, std::string_view name) {
    if (++tags_ > limits_.html_tags) {
      out_.tags_cut = true;
      Space();
      return false;
    }
    out_.skeleton += open;
    if (name == "a") {
      out_.skeleton += kLinkTag;
    } else {
      out_.skeleton += std::binary_search(kKnown.begin(), kKnown.end(), name) ? name : kUnknownTag;
    }
    return true;
  }

  void EndTag() {
    if (!IsAsciiLetter(At(at_ + 2))) {  // "</>" and bogus comments
      at_ = After(">", at_ + 2);
      return;
    }
    const TagHead tag = ReadTag(at_ + 2);
    at_ = tag.end;
    if (tag.name == "svg" || tag.name == "math") foreign_ -= foreign_ > 0;
    if (!tag.closed || OneOf(tag.name, kDropped) || OneOf(tag.name, kRaw)) return;
    if (!Emit("</", tag.name)) return;
    out_.skeleton += '>';
  }

  void StartTag() {
    const TagHead tag = ReadTag(at_ + 1);
    at_ = tag.end;
    if (!tag.closed) return;  // cut off inside a tag: the standard drops it
    const bool foreign_leaf = foreign_ > 0 && tag.self_closing;
    if (tag.name == "svg" || tag.name == "math") foreign_ += !tag.self_closing;
    if (OneOf(tag.name, kRaw)) {
      if (!foreign_leaf) SkipRaw(tag);
      return;
    }
    // A second <body> would add its attributes to the first, one by one.
    if (OneOf(tag.name, kDropped) || (tag.name == "html" && html_seen_) ||
        (tag.name == "body" && body_seen_))
      return;
    html_seen_ |= tag.name == "html";
    body_seen_ |= tag.name == "body";
    if (!Emit("<", tag.name)) return;
    out_.skeleton += tag.attributes;
    out_.skeleton += foreign_leaf ? "/>" : ">";
    if (tag.name == "title" && !foreign_leaf) Title();
  }

  // The content of a raw element, up to its end tag, which is left out as well.
  void SkipRaw(const TagHead& tag) {
    const std::size_t end = EndTagOf(tag.name);
    if (tag.json_ld)
      out_.json_lds.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)});
    at_ = end < page_.size() ? ReadTag(end + 2).end : end;
  }

  // Text in which "<b>" is no tag.
  void Title() {
    run_begin_ = at_;
    at_ = EndTagOf("title");
    EmitRun(at_);
    out_.skeleton += "</title>";
    if (at_ < page_.size()) at_ = ReadTag(at_ + 2).end;
  }

  // Where "</name" stands; the end of the page if nowhere.
  std::size_t EndTagOf(std::string_view name) const {
    for (std::size_t open = page_.find("</", at_); open != npos;
         open = page_.find("</", open + 2)) {
      std::size_t same = 0;
      while (same < name.size() && AsciiLower(At(open + 2 + same)) == name[same]) ++same;
      const char after = At(open + 2 + name.size());
      if (same == name.size() && (IsSpaceByte(after) || after == '/' || after == '>')) return open;
    }
    return page_.size();
  }

  // Reads a tag whose name begins at `i`.
  TagHead ReadTag(std::size_t i) {
    const std::size_t begin = i;
    TagHead tag;
    while (i < page_.size() && !IsSpaceByte(page_[i]) && page_[i] != '/' && page_[i] != '>')
      if (++i - begin <= 64) tag.name += AsciiLower(page_[i - 1]);
    const bool link = tag.name == "link";
    for (;;) {
      while (i < page_.size() && (IsSpaceByte(page_[i]) || page_[i] == '/')) ++i;
      if (i >= page_.size() || page_[i] == '>') break;
      i = ReadAttribute(i, i - begin <= limits_.html_tag_bytes, link, tag);
    }
    tag.self_closing = i < page_.size() && page_[i - 1] == '/';
    tag.closed = i < page_.size();
    tag.end = std::min(i + 1, page_.size());
    if (tag.attributes.size() > limits_.html_tag_bytes) tag.attributes.clear();
    out_.tags_cut |= tag.end - begin > limits_.html_tag_bytes;
    return tag;
  }

  // Reads the attribute that begins at `i`; -> where it ends.
  std::size_t ReadAttribute(std::size_t i, bool keep, bool link, TagHead& tag) const {
    const std::size_t begin = i++;  // a "=" here belongs to the name
    while (i < page_.size() && !IsSpaceByte(page_[i]) && page_[i] != '/' && page_[i] != '>' &&
           page_[i] != '=')
      ++i;
    const std::string_view name = page_.substr(begin, i - begin);
    std::size_t value = i;
    while (value < page_.size() && IsSpaceByte(page_[value])) ++value;
    std::string_view text;
    if (At(value) == '=') {
      ++value;
      while (value < page_.size() && IsSpaceByte(page_[value])) ++value;
      const char quote = At(value);
      if (quote == '"' || quote == '\'') {
        const std::size_t close = std::min(page_.find(quote, value + 1), page_.size());
        text = page_.substr(value + 1, close - value - 1);
        i = std::min(close + 1, page_.size());
      } else {
        i = value;
        while (i < page_.size() && !IsSpaceByte(page_[i]) && page_[i] != '>') ++i;
        text = page_.substr(value, i - value);
      }
    }
    if (!keep || name.size() > 16) return i;
    char lower[16];
    std::transform(name.begin(), name.end(), lower, AsciiLower);
    const std::string_view key(lower, name.size());
    if (key == "type" && text.find("ld+json") != npos) tag.json_ld = true;
    if (!OneOf(key, kAttributes) || (key == "href" && !link) || i - begin > limits_.html_tag_bytes)
      return i;
    tag.attributes += ' ';
    tag.attributes += page_.substr(begin, i - begin);
    return i;
  }

  std::string_view page_;
  const Limits& limits_;
  std::size_t at_ = 0;
  std::size_t run_begin_ = 0;
  std::size_t foreign_ = 0;  // open svg and math elements
  std::size_t tags_ = 0;
  bool html_seen_ = false, body_seen_ = false;
  HtmlScan out_;
};

}  // namespace

HtmlScan ScanHtml(std::string_view page, const Limits& limits) {
  return Scanner(page, limits).Run();
}

}  // namespace dateline
