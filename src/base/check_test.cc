#include "base/check.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace dateline {
namespace {

TEST(CheckDeathTest, AFailedCheckNamesTheInputAndLeavesItsId) {
  const std::string path =
      (std::filesystem::temp_directory_path() / ("dateline_check_" + std::to_string(getpid())))
          .string();
  const auto fail = [&](bool leave) {
    if (leave) LeaveFailedIn(path, "0.1.0+a");
    const WorkingOn outer("0123456789abcdef", "reports.jsonl:17");
    {
      const WorkingOn inner("fedcba9876543210", "other.txt");
    }
    DL_CHECK(1 + 1 == 3);
  };
  EXPECT_DEATH(fail(false), "1 \\+ 1 == 3.*\n.*reports.jsonl:17.*Leave this input out");
  EXPECT_DEATH(fail(true), "reports.jsonl:17.*run the same command again");
  std::ifstream file(path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "0.1.0+a 0123456789abcdef\n");
  std::filesystem::remove(path);
}

TEST(CheckDeathTest, OutsideOfAReportOnlyThePlaceIsSaid) {
  EXPECT_DEATH(DL_CHECK(false), "bug: false does not hold \\(.*check_test.cc:[0-9]+\\)\n$");
}

}  // namespace
}  // namespace dateline
