#include "document/tree.h"

#include <gtest/gtest.h>

#include <memory>

namespace dateline {
namespace {

// "Rebels fled the town": heads as a parser gives them.
Document Parsed() {
  auto article = std::make_shared<Article>();
  article->text = "Rebels fled the town";
  Document doc(std::move(article));
  const struct {
    Span span;
    std::uint32_t head;
    Deprel deprel;
  } words[] = {{{0, 6}, 1, Deprel::kNsubj},
               {{7, 11}, 1, Deprel::kRoot},
               {{12, 15}, 3, Deprel::kDet},
               {{16, 20}, 1, Deprel::kObj}};
  for (const auto& word : words) {
    Token token{};
    token.span = word.span;
    token.text = token.lower = token.lemma = doc.Words(word.span);
    token.head = word.head;
    token.deprel = word.deprel;
    doc.tokens.push_back(token);
  }
  return doc;
}

TEST(Tree, ChildrenStandInTextOrder) {
  const Document doc = Parsed();
  const Tree tree(doc);
  ASSERT_EQ(tree.Children(1).size(), 2u);
  EXPECT_EQ(tree.Children(1)[0], 0u);
  EXPECT_EQ(tree.Children(1)[1], 3u);
  EXPECT_TRUE(tree.Children(0).empty());
}

TEST(Tree, ChildByRelation) {
  const Document doc = Parsed();
  const Tree tree(doc);
  EXPECT_EQ(tree.Child(1, {Deprel::kObj, Deprel::kIobj}), 3u);
  EXPECT_EQ(tree.Child(1, {Deprel::kObl}), kNoToken);
  EXPECT_TRUE(tree.IsRoot(1));
  EXPECT_FALSE(tree.IsRoot(3));
}

TEST(Tree, OfAnEmptyDocument) {
  const Document doc(std::make_shared<Article>());
  const Tree tree(doc);
  EXPECT_EQ(&tree.doc(), &doc);
}

}  // namespace
}  // namespace dateline
