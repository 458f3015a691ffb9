// What hangs from this word?  The tree of the syntax layer read downwards.
//
// Token::head leads up; Tree has the way down, for all tokens of a document at once.  A word that
// no parser has seen has no children.  Cost: built in linear time, two numbers a token.  Thread
// rule: immutable once built; the document must outlive it and keep its heads.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include "document/document.h"

namespace dateline {

inline constexpr std::uint32_t kNoToken = 0xffffffffu;

class Tree {
 public:
  explicit Tree(const Document& doc);

  const Document& doc() const { return doc_; }
  const Token& token(std::uint32_t t) const { return doc_.tokens[t]; }

  // In text order.
  std::span<const std::uint32_t> Children(std::uint32_t t) const {
    return std::span(children_).subspan(begin_[t], begin_[t + 1] - begin_[t]);
  }
  // The first child with such a relation; kNoToken if there is none.
  std::uint32_t Child(std::uint32_t t, std::initializer_list<Deprel> relations) const {
    for (std::uint32_t child : Children(t))
      if (std::ranges::find(relations, token(child).deprel) != relations.end()) return child;
    return kNoToken;
  }
  bool Has(std::uint32_t t, std::initializer_list<Deprel> relations) const {
    return Child(t, relations) != kNoToken;
  }

  bool IsRoot(std::uint32_t t) const { return token(t).head == t; }
  bool Is(std::uint32_t t, std::initializer_list<Deprel> relations) const {
    return std::ranges::find(relations, token(t).deprel) != relations.end();
  }

 private:
  const Document& doc_;
  std::vector<std::uint32_t> begin_;  // of each token's children in children_
  std::vector<std::uint32_t> children_;
};

}  // namespace dateline
