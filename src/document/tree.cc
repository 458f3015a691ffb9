#include "document/tree.h"

namespace dateline {

Tree::Tree(const Document& doc) : doc_(doc), begin_(doc.tokens.size() + 1, 0) {
  const auto size = static_cast<std::uint32_t>(doc.tokens.size());
  for (std::uint32_t t = 0; t < size; ++t)
    if (doc.tokens[t].head != t) ++begin_[doc.tokens[t].head + 1];
  for (std::uint32_t t = 0; t < size; ++t) begin_[t + 1] += begin_[t];
  children_.resize(begin_[size]);
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  for (std::uint32_t t = 0; t < size; ++t)
    if (doc.tokens[t].head != t) children_[next[doc.tokens[t].head]++] = t;
}

}  // namespace dateline
