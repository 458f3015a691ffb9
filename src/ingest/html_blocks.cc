#include "ingest/html_blocks.h"

#include <ranges>
#include <string>
#include <unordered_set>

#include "base/table.h"
#include "text/unicode.h"

namespace dateline {

namespace {

bool IsInline(Tag tag) {
  switch (tag) {
    case Tag::kText:
    case Tag::kSpace:
    case Tag::kBr:
    case Tag::kA:
    case Tag::kSpan:
    case Tag::kTime:
    case Tag::kLabel:
    case Tag::kImg:
    case Tag::kInput:
    case Tag::kOther:
      return true;
    default:
      return false;
  }
}

// Elements that hold no text of an article, whatever their class.
bool IsApartTag(Tag tag) {
  switch (tag) {
    case Tag::kAside:
    case Tag::kButton:
    case Tag::kCaption:
    case Tag::kDialog:
    case Tag::kFieldset:
    case Tag::kFigcaption:
    case Tag::kFigure:
    case Tag::kFooter:
    case Tag::kForm:
    case Tag::kHead:
    case Tag::kInput:
    case Tag::kNav:
    case Tag::kNoscript:
    case Tag::kObject:
    case Tag::kSelect:
    case Tag::kSvg:
    case Tag::kTextarea:
    case Tag::kVideo:
    case Tag::kAddress:
      return true;
    default:
      return false;
  }
}

bool IsApartRole(std::string_view role) {
  for (std::string_view apart : {"navigation", "complementary", "dialog", "banner", "contentinfo",
                                 "search", "menu", "alert", "toolbar"})
    if (role == apart) return true;
  return false;
}

const std::unordered_set<std::string>& ApartWords() {
  static const auto* const words = [] {
    auto* set = new std::unordered_set<std::string>;
    const Table table = Table::Embedded("page_hints.tsv", 1);
    for (const TableRow& row : table.rows()) set->emplace(row.cells[0]);
    return set;
  }();
  return *words;
}

bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsAsciiLower(char c) { return c >= 'a' && c <= 'z'; }

// Is one of the words of a class or id ("ArticleShare__tools-left") a word of what stands apart?
bool HasApartWord(std::string_view names) {
  std::string word;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool letter = IsAsciiUpper(c) || IsAsciiLower(c);
    const bool hump = IsAsciiUpper(c) && i > 0 && IsAsciiLower(names[i - 1]);
    if (!letter || hump) {
      if (!word.empty() && ApartWords().contains(word)) return true;
      word.clear();
    }
    if (letter) word += IsAsciiUpper(c) ? static_cast<char>(c + 32) : c;
  }
  return false;
}

class BlockBuilder {
 public:
  BlockBuilder(std::string_view page, const HtmlScan& scan, const HtmlTree& tree)
      : page_(page), scan_(scan), tree_(tree) {}

  std::vector<Block> Run() && {
    MarkApart();
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      CloseUpTo(i);
      const HtmlNode& node = tree_.nodes[i];
      if (node.tag == Tag::kText || node.tag == Tag::kSpace || node.tag == Tag::kBr) {
        Part(i);
      } else {
        const bool is_block = !IsInline(node.tag);
        if (is_block) Flush();
        open_.push_back({i, node.end, is_block, open_.empty() ? false : open_.back().in_link});
        open_.back().in_link |= node.tag == Tag::kA;
      }
    }
    CloseUpTo(static_cast<std::uint32_t>(tree_.nodes.size()));
    return std::move(blocks_);
  }

 private:
  struct Open {
    std::uint32_t node, end;
    bool is_block, in_link;
  };

  // By its meaning: nothing of the article is in it.
  bool IsApart(const HtmlNode& node) const {
    return IsApartTag(node.tag) || IsApartRole(tree_.Value(node, Attr::kRole));
  }

  // By its look or its name, which may be wrong ("layout--has-sidebar" around all of the page).
  bool MayBeApart(const HtmlNode& node) const {
    if (node.tag == Tag::kHtml || node.tag == Tag::kBody || node.tag == Tag::kMain ||
        node.tag == Tag::kArticle || node.attrs == 0)
      return false;
    if (tree_.Has(node, Attr::kHidden) || tree_.Value(node, Attr::kAriaHidden) == "true")
      return true;
    const std::string_view style = tree_.Value(node, Attr::kStyle);
    if (style.find("display:none") != style.npos || style.find("display: none") != style.npos)
      return true;
    return HasApartWord(tree_.Value(node, Attr::kClass)) ||
           HasApartWord(tree_.Value(node, Attr::kId)) ||
           HasApartWord(tree_.Value(node, Attr::kDataComponent)) ||
           HasApartWord(tree_.Value(node, Attr::kDataTestid));
  }

  // Bytes of running text in <p> before each node, so that any element's share of the page is a
  // subtraction.
  std::vector<std::uint32_t> ParagraphLetters() const {
    std::vector<std::uint32_t> before(tree_.nodes.size() + 1, 0);
    static constexpr std::uint32_t kLongRun = 40;  // a <p> around a word is a menu
    std::uint32_t paragraph_end = 0;
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.tag == Tag::kP) paragraph_end = std::max(paragraph_end, node.end);
      const bool counts = node.tag == Tag::kText && i < paragraph_end &&
                          scan_.runs[node.run].size() >= kLongRun &&
                          tree_.nodes[node.parent].tag != Tag::kA;
      before[i + 1] = before[i] + (counts ? scan_.runs[node.run].size() : 0);
    }
    return before;
  }

  // An element that holds most paragraphs of the page is not apart by its name alone.
  void MarkApart() {
    const std::vector<std::uint32_t> before = ParagraphLetters();
    apart_.assign(tree_.nodes.size(), false);
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.parent != kNone && apart_[node.parent]) {
        apart_[i] = true;
      } else if (node.tag != Tag::kText && node.tag != Tag::kSpace) {
        const std::uint32_t inside = before[node.end] - before[i];
        const bool most = inside >= 200 && inside >= before.back() / 2;
        apart_[i] = IsApart(node) || (!most && MayBeApart(node));
      }
    }
  }

  void CloseUpTo(std::uint32_t index) {
    while (!open_.empty() && open_.back().end <= index) {
      if (open_.back().is_block) Flush();
      open_.pop_back();
    }
  }

  std::uint32_t BlockElement() const {
    for (const Open& open : std::views::reverse(open_))
      if (open.is_block) return open.node;
    return 0;
  }

  void Part(std::uint32_t index) {
    const HtmlNode& node = tree_.nodes[index];
    const bool br = node.tag == Tag::kBr;
    if (br && last_was_br_) Flush();  // two <br> part paragraphs
    if (node.tag != Tag::kSpace) last_was_br_ = br;
    if (br || node.tag == Tag::kSpace) {
      if (!block_.parts.empty()) block_.parts.push_back(index);
      in_word_ = false;
      return;
    }
    if (block_.parts.empty()) {
      block_.node = BlockElement();
      block_.tag = tree_.nodes[block_.node].tag;
    }
    // A hidden note inside a line ("opens new tab") is not of it; a block that stands apart is so
    // as a whole.
    block_.apart = apart_[block_.node];
    if (apart_[node.parent] && !block_.apart) return;
    block_.parts.push_back(index);
    Count(Words(page_, scan_.runs[node.run]), open_.back().in_link);
  }

  void Count(std::string_view text, bool link) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (space) {
        in_word_ = false;
        continue;
      }
      // "&nbsp;" and the like count as one letter each, roughly as they read.
      if (c == '&') {
        const std::size_t semicolon = text.substr(i, 12).find(';');
        if (semicolon != std::string_view::npos) i += semicolon;
      }
      block_.words += !in_word_;
      in_word_ = true;
      ++block_.letters;
      block_.link_letters += link;
      tail_ = text.substr(i >= 7 ? i - 7 : 0, i >= 7 ? 8 : i + 1);
    }
  }

  // Does the text end as a sentence, closing quotes and brackets passed over?
  static bool EndsSentence(std::string_view tail) {
    while (!tail.empty()) {
      const CodePoint last = DecodeBefore(tail, tail.size());
      if (last.value == '.' || last.value == '!' || last.value == '?' || last.value == ':' ||
          last.value == 0x2026)
        return true;
      const bool closing = last.value == '"' || last.value == '\'' || last.value == ')' ||
                           last.value == 0x201D || last.value == 0x2019 || last.value == 0xBB;
      if (tail.ends_with("&quot;") || tail.ends_with("&#39;")) {
        tail = tail.substr(0, tail.rfind('&'));
      } else if (closing) {
        tail.remove_suffix(last.size);
      } else {
        return tail.ends_with(';') && tail.find('&') != tail.npos;  // "&rdquo;"
      }
    }
    return false;
  }

  void Flush() {
    if (block_.letters > 0) {
      block_.sentence = EndsSentence(tail_);
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
    in_word_ = false;
    last_was_br_ = false;
    tail_ = {};
  }

  std::string_view page_;
  const HtmlScan& scan_;
  const HtmlTree& tree_;
  std::vector<bool> apart_;
  std::vector<Open> open_;
  std::vector<Block> blocks_;
  Block block_{};
  bool in_word_ = false, last_was_br_ = false;
  std::string_view tail_;
};

}  // namespace

std::vector<Block> Blocks(std::string_view page, const HtmlScan& scan, const HtmlTree& tree) {
  return BlockBuilder(page, scan, tree).Run();
}

}  // namespace dateline
