#include "dateline/engine.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "ingest/reader.h"
#include "store/rows.h"

namespace dateline {
namespace {

const std::string kSource = DATELINE_SOURCE_DIR;

std::vector<std::shared_ptr<const Article>> Examples() {
  std::vector<std::shared_ptr<const Article>> examples;
  InputWalker walker({kSource + "/examples"}, {});
  while (std::optional<Result<Article>> next = walker.Next())
    if (next->has_value()) examples.push_back(std::make_shared<const Article>(**std::move(next)));
  return examples;
}

// The data as it lies beside an installed binary.
Result<Engine> OpenEngine() {
  const std::filesystem::path share = std::filesystem::path(testing::TempDir()) / "dateline_share";
  std::filesystem::create_directories(share);
  for (const char* file : {"data/gazetteer.bin", "models/core.dlm"}) {
    const std::filesystem::path from = kSource + "/" + file;
    std::filesystem::remove(share / from.filename());
    std::filesystem::create_symlink(from, share / from.filename());
  }
  return Engine::Open({.data_dir = share});
}

std::string Digest(const Engine& engine, const std::shared_ptr<const Article>& article) {
  const Result<ArticleRows> rows = EncodeRows(*article, engine.Read(article), "");
  return rows ? DigestRows(*rows) : rows.error().message;
}

TEST(Engine, OneServesManyThreadsAndEachGetsTheRecordsOfOne) {
  const Result<Engine> engine = OpenEngine();
  ASSERT_TRUE(engine.has_value()) << engine.error().message;
  const std::vector<std::shared_ptr<const Article>> examples = Examples();
  ASSERT_GT(examples.size(), 5u);

  // The threads come first: what is made at the first use is made under contention.
  std::vector<std::vector<std::string>> of_thread(4);
  {
    std::vector<std::jthread> threads;
    for (std::vector<std::string>& digests : of_thread)
      threads.emplace_back([&engine, &examples, &digests] {
        for (const auto& article : examples) digests.push_back(Digest(*engine, article));
      });
  }
  std::vector<std::string> alone;
  for (const auto& article : examples) alone.push_back(Digest(*engine, article));
  for (const std::vector<std::string>& digests : of_thread) EXPECT_EQ(digests, alone);
}

}  // namespace
}  // namespace dateline
