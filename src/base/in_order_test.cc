#include "base/in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>

namespace dateline {
namespace {

TEST(InOrder, AnswersInTheOrderOfPutWhateverTakesLong) {
  std::vector<int> answers;
  {
    InOrder<int, int> squares(
        4, 1000,
        [](int n) {
          std::this_thread::sleep_for(std::chrono::milliseconds(n % 3));
          return n * n;
        },
        [&](int n) {
          answers.push_back(n);
          return true;
        });
    for (int i = 0; i < 60; ++i) EXPECT_TRUE(squares.Put(i, 1));
  }
  ASSERT_EQ(answers.size(), 60u);
  for (int i = 0; i < 60; ++i) EXPECT_EQ(answers[i], i * i);
}

TEST(InOrder, AnAnswerDoesNotWaitForTheNextItem) {
  std::atomic<int> answered = 0;
  InOrder<int, int> items(2, 10, [](int n) { return n; }, [&](int) { return ++answered > 0; });
  items.Put(1, 1);
  for (int i = 0; i < 2000 && answered == 0; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  EXPECT_EQ(answered, 1);
}

TEST(InOrder, NothingIsTakenOnceTheSinkWantsNoMore) {
  int answers = 0;
  InOrder<int, int> items(2, 1000, [](int n) { return n; }, [&](int) { return ++answers < 3; });
  int put = 0;
  while (put < 100'000 && items.Put(put, 1)) ++put;
  items.Finish();
  EXPECT_EQ(answers, 3);
  EXPECT_LT(put, 100'000);
}

TEST(InOrder, WhatWaitsIsBoundedByWeightAndOneHeavyItemGoesAlone) {
  std::atomic<int> held = 0, most = 0;
  InOrder<int, int> items(
      4, 10,
      [&](int n) {
        most = std::max<int>(most, held += n);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return n;
      },
      [&](int n) {
        held -= n;
        return true;
      });
  for (int i = 0; i < 20; ++i) items.Put(i == 7 ? 50 : 5, i == 7 ? 50 : 5);
  items.Finish();
  EXPECT_LE(most, 50);
}

}  // namespace
}  // namespace dateline
