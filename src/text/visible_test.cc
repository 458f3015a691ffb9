#include "text/visible.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Visible, ControlCharactersAreSpelledOut) {
  EXPECT_EQ(Visible("a\x1b[2Jb\x07\n\x7F"), "a\\x1b[2Jb\\x07\n\\x7f");
  EXPECT_EQ(Visible("\u009B31m"), "\\x9b31m");
}

TEST(Visible, OtherTextIsKept) {
  EXPECT_EQ(Visible("\u00C2ge \u4F60 na\u00EFve"), "\u00C2ge \u4F60 na\u00EFve");
}

}  // namespace
}  // namespace dateline
