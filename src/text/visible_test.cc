#include "text/visible.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Visible, ControlCharactersAreSpelledOut) {
  EXPECT_EQ(Visible("a\x1b[2Jb\x07\n\x7F"), "a\\x1b[2Jb\\x07\n\\x7f");
  EXPECT_EQ(Visible("\u009B31m"), "\\x9b31m");
}

TEST(Visible, MarksThatTurnTheOrderOfWordsAreSpelledOut) {
  EXPECT_EQ(Visible("a\u202Eb\u202C \u2067c\u2069 \u200Fd\u2028e"),
            "a\\u202eb\\u202c \\u2067c\\u2069 \\u200fd\\u2028e");
}

TEST(Visible, OtherTextIsKept) {
  EXPECT_EQ(Visible("\u0645\u0635\u0631 \U0001F469\u200D\U0001F680 \xFF"),
            "\u0645\u0635\u0631 \U0001F469\u200D\U0001F680 \xFF");
  EXPECT_EQ(Visible("\u00C2ge \u4F60 na\u00EFve"), "\u00C2ge \u4F60 na\u00EFve");
}

}  // namespace
}  // namespace dateline
