// What do the tests of the store write?  One article that uses every field of the contract, and as
// many synthetic ones as a test wants; a folder that goes away; and every field as text, to compare
// what was written with what is read.
#pragma once

#include <cstdint>
#include <string>

#include "dateline/article.h"
#include "dateline/record.h"

namespace dateline::fixtures {

struct Written {
  Article article;
  RecordBatch batch;
};

// Every optional field set once and absent once; split contents; nested statements; accents and
// emoji.
Written FullReport();

// A report of about 500 words with about 40 records.  The same number gives the same report.
Written SyntheticReport(std::uint32_t number);

// Every field of both, one a line: independent of the store's own encoding.
std::string Dump(const Article& article, const RecordBatch& batch);

// A new folder, removed with all it holds: under the system's temporary folder, or in memory where
// there is such a place, for tests that write many files.
class TemporaryFolder {
 public:
  enum class Where { kOnDisk, kInMemory };
  using enum Where;
  explicit TemporaryFolder(Where where = kOnDisk);
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string File(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

std::string ReadFile(const std::string& path);
void WriteFile(const std::string& path, const std::string& bytes);

}  // namespace dateline::fixtures
