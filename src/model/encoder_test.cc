#include "model/encoder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "model/reference.h"

namespace dateline {
namespace {

const Encoder& Shared() {
  static const Result<Encoder> kEncoder = Encoder::Open(SharedModel());
  return *kEncoder;
}

TEST(Encoder, OpensTheModelOfThisVersion) {
  const auto encoder = Encoder::Open(SharedModel());
  ASSERT_TRUE(encoder.has_value()) << ToString(encoder.error());
  EXPECT_EQ(encoder->width(), 448U);
  EXPECT_EQ(encoder->window_pieces(), 128U);
  EXPECT_EQ(encoder->max_pieces(), 512U);
}

// A value that lies between two of the 8-bit steps is rounded to one or the other by the last bit
// of a sum, and later layers carry that on: the reference itself, computed in 32 and in 64 bits,
// differs by 0.022 on average (root mean square) and by 0.10 at most, where components are about
// 0.6.
TEST(Encoder, AgreesWithTheReferenceAsWellAsThatDoesWithItself) {
  Scratch scratch;
  std::vector<float> words;
  double squares = 0;
  std::size_t count = 0;
  for (const ReferenceWindow& reference : ReferenceWindows()) {
    Shared().Encode(AsWindow(reference), scratch, words);
    const std::size_t width = Shared().width();
    ASSERT_EQ(words.size(), reference.words.size() * width);
    for (std::size_t w = 0; w < reference.words.size(); ++w) {
      for (std::size_t i = 0; i < 8; ++i) {
        const float off = words[w * width + i] - reference.vectors[8 * w + i];
        EXPECT_LT(std::abs(off), 0.25F) << reference.words[w];
        squares += off * off;
        ++count;
      }
      for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_NEAR(words[(w + 1) * width - 2 + i], reference.spelling[2 * w + i], 0.001F)
            << reference.words[w];
      }
    }
  }
  EXPECT_LT(std::sqrt(squares / static_cast<double>(count)), 0.04);
}

TEST(Encoder, GivesTheSameBitsWithAllKernels) {
  for (const std::size_t k : {0, 6, 13}) {
    const Window window = AsWindow(ReferenceWindows()[k]);
    std::vector<float> words, expected;
    Scratch scalar(*Kernels::Available().back());
    Shared().Encode(window, scalar, expected);
    for (const Kernels* kernels : Kernels::Available()) {
      Scratch scratch(*kernels);
      Shared().Encode(window, scratch, words);
      ASSERT_EQ(words.size(), expected.size());
      EXPECT_EQ(std::memcmp(words.data(), expected.data(), words.size() * sizeof(float)), 0)
          << kernels->name;
    }
  }
}

// What a window held before leaves nothing behind in the scratch.
TEST(Encoder, AWindowDoesNotDependOnThoseBefore) {
  Scratch used, fresh;
  std::vector<float> words, expected;
  Shared().Encode(AsWindow(ReferenceWindows()[0]), used, words);
  Window small;
  small.pieces = {101};
  small.cases = small.quotes = {0};
  small.first = {0};
  small.features = {7};
  small.feature_ends = {1};
  Shared().Encode(small, used, words);
  Shared().Encode(small, fresh, expected);
  EXPECT_EQ(words, expected);
}

TEST(Encoder, TakesTheLongestWindow) {
  Window window;
  window.pieces.assign(Shared().max_pieces(), 1996);
  window.cases.assign(window.pieces.size(), 0);
  window.quotes.assign(window.pieces.size(), 0);
  window.first = {0, Shared().max_pieces() - 1};
  window.features = {1, 2};
  window.feature_ends = {1, 2};
  Scratch scratch;
  std::vector<float> words;
  Shared().Encode(window, scratch, words);
  for (const float x : words) ASSERT_TRUE(std::isfinite(x));
}

TEST(EncoderDeathTest, RefusesAWindowThatBreaksItsContract) {
  Scratch scratch;
  std::vector<float> words;
  EXPECT_DEATH(Shared().Encode(Window{}, scratch, words), "pieces > 0");
  Window window = AsWindow(ReferenceWindows()[0]);
  window.pieces[3] = 1U << 30;
  EXPECT_DEATH(Shared().Encode(window, scratch, words), "piece < ");
}

}  // namespace
}  // namespace dateline
