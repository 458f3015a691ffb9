#include "ingest/main_content.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace dateline {

namespace {

bool IsHeading(Tag tag) { return tag >= Tag::kH2 && tag <= Tag::kH6; }
bool IsListItem(Tag tag) { return tag == Tag::kLi || tag == Tag::kDd || tag == Tag::kDt; }

bool IsLinks(const Block& block) { return 2 * block.link_letters > block.letters; }

// Running text: what an article is made of and its surroundings are not.
bool IsParagraph(const Block& block) {
  if (block.apart || IsHeading(block.tag) || block.tag == Tag::kH1 || IsLinks(block)) return false;
  if (block.tag == Tag::kP || block.tag == Tag::kBlockquote)
    return block.words >= 6 || (block.words >= 2 && block.sentence);
  return block.words >= 12 && block.sentence;
}

// Where nothing else is there: a page that is one link, one button, one svg.
bool IsLastResort(const Block& block) { return block.words >= 10 && block.sentence; }

char AsciiLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// "article-body", "StoryBody", "entry__content": a word for the report, then a word for its text.
bool NamesBody(std::string_view names) {
  std::string plain;
  for (char c : names)
    if (c != '-' && c != '_') plain += AsciiLower(c);
  for (std::string_view whole : {"article", "story", "post", "entry", "news"})
    for (std::string_view part : {"body", "content", "text"})
      if (plain.find(std::string(whole) + std::string(part)) != plain.npos) return true;
  return false;
}

class Chooser {
 public:
  Chooser(const HtmlTree& tree, const std::vector<Block>& blocks) : tree_(tree), blocks_(blocks) {
    for (const Block& block : blocks_) paragraphs_.push_back(IsParagraph(block));
    if (std::find(paragraphs_.begin(), paragraphs_.end(), true) != paragraphs_.end()) return;
    for (std::size_t i = 0; i < blocks_.size(); ++i) paragraphs_[i] = IsLastResort(blocks_[i]);
  }

  std::vector<std::uint32_t> Run() && {
    const std::uint32_t article = ArticleElement();
    if (article == kNone) return {};
    std::vector<std::uint32_t> inside;
    for (std::uint32_t i = 0; i < blocks_.size(); ++i)
      if (Holds(article, blocks_[i].node) && (!blocks_[i].apart || paragraphs_[i]))
        inside.push_back(i);
    return Filter(inside);
  }

 private:
  bool Holds(std::uint32_t element, std::uint32_t node) const {
    return element <= node && node < tree_.nodes[element].end;
  }

  // Letters of paragraphs in each element.
  std::vector<std::uint64_t> Letters() const {
    std::vector<std::uint64_t> letters(tree_.nodes.size(), 0);
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (paragraphs_[i]) letters[blocks_[i].node] += blocks_[i].letters;
    for (std::size_t i = tree_.nodes.size(); i-- > 1;)
      if (tree_.nodes[i].parent != kNone) letters[tree_.nodes[i].parent] += letters[i];
    return letters;
  }

  bool IsNamed(const HtmlNode& node) const {
    if (node.tag == Tag::kArticle || node.tag == Tag::kMain) return true;
    if (node.attrs == 0 || node.tag == Tag::kBody || node.tag == Tag::kHtml) return false;
    return tree_.Value(node, Attr::kItemprop) == "articleBody" ||
           tree_.Value(node, Attr::kRole) == "main" || NamesBody(tree_.Value(node, Attr::kClass)) ||
           NamesBody(tree_.Value(node, Attr::kId)) ||
           NamesBody(tree_.Value(node, Attr::kDataTestid)) ||
           NamesBody(tree_.Value(node, Attr::kDataComponent));
  }

  std::uint32_t ArticleElement() const {
    static constexpr double kNearlyAll = 0.8, kMost = 0.55;
    const std::vector<std::uint64_t> letters = Letters();
    if (letters.empty() || letters[0] == 0) return kNone;
    const auto share = [&](std::uint32_t of, std::uint32_t whole) {
      return static_cast<double>(letters[of]) / static_cast<double>(letters[whole]);
    };
    std::uint32_t named = 0;
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i)
      if (letters[i] > 0 && Holds(named, i) &&
          share(i, named) >= (named == 0 ? kMost : kNearlyAll) && IsNamed(tree_.nodes[i]))
        named = i;
    std::uint32_t element = named;
    for (std::uint32_t i = named + 1; i < tree_.nodes[named].end; ++i)
      if (tree_.nodes[i].parent == element && share(i, named) >= kNearlyAll) element = i;
    // The parent of a single paragraph, so that a list or heading beside it is seen.
    if (tree_.nodes[element].tag == Tag::kP) element = tree_.nodes[element].parent;
    return element;
  }

  // Blocks of the same kind beside two paragraphs or more: a short line among them is one of them.
  std::vector<bool> AmongParagraphs(const std::vector<std::uint32_t>& inside) const {
    std::unordered_map<std::uint64_t, std::uint32_t> paragraphs;  // parent and tag -> how many
    const auto kind = [&](std::uint32_t index) {
      const Block& block = blocks_[index];
      return std::uint64_t{tree_.nodes[block.node].parent} << 8 |
             static_cast<std::uint64_t>(block.tag);
    };
    for (std::uint32_t index : inside) paragraphs[kind(index)] += paragraphs_[index];
    std::vector<bool> among;
    among.reserve(inside.size());
    for (std::uint32_t index : inside)
      among.push_back(paragraphs[kind(index)] >= 2 && !IsLinks(blocks_[index]));
    return among;
  }

  std::vector<std::uint32_t> Filter(const std::vector<std::uint32_t>& inside) const {
    const std::vector<bool> among = AmongParagraphs(inside);
    std::vector<std::uint32_t> kept;
    std::uint32_t heading = kNone;  // waits for text
    for (std::size_t i = 0; i < inside.size(); ++i) {
      const std::uint32_t index = inside[i];
      const Block& block = blocks_[index];
      if (IsHeading(block.tag)) {
        if (!kept.empty() && !IsLinks(block)) heading = index;
        continue;
      }
      const bool list = IsListItem(block.tag) && !IsLinks(block);
      const bool inner = !kept.empty() && (list || among[i]);
      if (!paragraphs_[index] && !inner) continue;
      if (heading != kNone) kept.push_back(heading);
      heading = kNone;
      kept.push_back(index);
    }
    return kept;
  }

  const HtmlTree& tree_;
  const std::vector<Block>& blocks_;
  std::vector<bool> paragraphs_;
};

}  // namespace

std::vector<std::uint32_t> MainContent(const HtmlTree& tree, const std::vector<Block>& blocks) {
  if (tree.nodes.empty()) return {};
  return Chooser(tree, blocks).Run();
}

}  // namespace dateline
