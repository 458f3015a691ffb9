// What does a model file list, and does all of it lie inside?
//
// The directory is lines of tab-separated cells (docs/formats/model.md).  Parse refuses a line that
// it does not understand, a name given twice, and a section that is not aligned or, padding
// included, not wholly inside the body; after that an offset needs no second look.
// Names are views into the parsed text.  Cost: linear.  Thread rule: plain data.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dateline/result.h"

namespace dateline {

enum class TensorKind : std::uint8_t { kFloats, kRows, kPanels };

struct TensorEntry {
  TensorKind kind{};
  std::uint32_t rows = 0;     // of a matrix: outputs
  std::uint32_t columns = 1;  // of a matrix: inputs
  std::uint64_t values = 0;   // offsets into the body
  std::uint64_t scales = 0;   // one f32 a row; 0 for plain floats
};

struct TextEntry {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

struct ModelDirectory {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  std::unordered_map<std::string_view, std::vector<std::string_view>> lists;
  std::unordered_map<std::string_view, TextEntry> texts;
  std::unordered_map<std::string_view, TensorEntry> tensors;

  // An Error names the offending line.
  static Result<ModelDirectory> Parse(std::string_view text, std::uint64_t body_size);
};

}  // namespace dateline
