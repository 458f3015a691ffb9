#include "ingest/main_content.h"

#include <algorithm>

namespace dateline {

namespace {

bool IsHeading(Tag tag) { return tag >= Tag::kH2 && tag <= Tag::kH6; }
bool IsListItem(Tag tag) { return tag == Tag::kLi || tag == Tag::kDd || tag == Tag::kDt; }

double LinkShare(const Block& block) {
  return static_cast<double>(block.link_letters) / std::max(1u, block.letters);
}

// Running text: what an article is made of and its surroundings are not.
bool IsParagraph(const Block& block) {
  if (block.apart || IsHeading(block.tag) || block.tag == Tag::kH1) return false;
  if (LinkShare(block) > 0.5) return false;
  if (block.tag == Tag::kP || block.tag == Tag::kBlockquote)
    return block.words >= 6 || (block.words >= 2 && block.sentence);
  return block.words >= 12 && block.sentence;
}

class Chooser {
 public:
  Chooser(const HtmlTree& tree, const std::vector<Block>& blocks) : tree_(tree), blocks_(blocks) {}

  std::vector<std::uint32_t> Run() && {
    const std::uint32_t article = ArticleElement();
    if (article == kNone) return {};
    std::vector<std::uint32_t> inside;
    for (std::uint32_t i = 0; i < blocks_.size(); ++i)
      if (Holds(article, blocks_[i].node) && !blocks_[i].apart) inside.push_back(i);
    return Filter(inside);
  }

 private:
  bool Holds(std::uint32_t element, std::uint32_t node) const {
    return element <= node && node < tree_.nodes[element].end;
  }

  // The deepest element that holds nearly all text of the paragraphs.
  std::uint32_t ArticleElement() const {
    static constexpr double kNearlyAll = 0.8;
    std::vector<std::uint64_t> inside(tree_.nodes.size(), 0);
    for (const Block& block : blocks_)
      if (IsParagraph(block)) inside[block.node] += block.letters;
    for (std::size_t i = tree_.nodes.size(); i-- > 1;)
      if (tree_.nodes[i].parent != kNone) inside[tree_.nodes[i].parent] += inside[i];
    if (inside.empty() || inside[0] == 0) return kNone;
    std::uint32_t element = 0;
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const bool deeper = tree_.nodes[i].parent == element;
      if (deeper && static_cast<double>(inside[i]) >= kNearlyAll * static_cast<double>(inside[0]))
        element = i;
    }
    // A page of one paragraph: its parent, so that a list or heading beside it is seen.
    if (tree_.nodes[element].tag == Tag::kP) element = tree_.nodes[element].parent;
    return element;
  }

  std::vector<std::uint32_t> Filter(const std::vector<std::uint32_t>& inside) const {
    std::vector<std::uint32_t> kept;
    std::vector<std::uint32_t> headings;  // wait for a paragraph
    for (std::uint32_t index : inside) {
      const Block& block = blocks_[index];
      if (IsHeading(block.tag)) {
        if (!kept.empty() && LinkShare(block) < 0.5) headings = {index};
        continue;
      }
      const bool list = IsListItem(block.tag) && LinkShare(block) < 0.5;
      if (!IsParagraph(block) && !(list && !kept.empty())) continue;
      kept.insert(kept.end(), headings.begin(), headings.end());
      headings.clear();
      kept.push_back(index);
    }
    while (!kept.empty() && !IsParagraph(blocks_[kept.back()]) && !IsListItem(blocks_[kept.back()].tag))
      kept.pop_back();
    return kept;
  }

  const HtmlTree& tree_;
  const std::vector<Block>& blocks_;
};

}  // namespace

std::vector<std::uint32_t> MainContent(const HtmlTree& tree, const std::vector<Block>& blocks) {
  if (tree.nodes.empty()) return {};
  return Chooser(tree, blocks).Run();
}

}  // namespace dateline
