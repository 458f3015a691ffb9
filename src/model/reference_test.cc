#include "model/reference.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string_view>

#include "model/spelling.h"
#include "text/unicode.h"

namespace dateline {

namespace {

// Arrays of strings or numbers, however nested, out of lines that training/export.py wrote.
class Line {
 public:
  explicit Line(std::string_view text) : text_(text) {}

  // The elements of the array `key`, inner brackets left out, as the file has them.
  std::vector<std::string> Elements(const std::string& key) const {
    std::vector<std::string> elements;
    std::size_t i = text_.find("\"" + key + "\":[") + key.size() + 3;
    int depth = 0;
    do {
      const char c = text_[i];
      if (c == '[' || c == ']') depth += c == '[' ? 1 : -1;
      if (c == '[' || c == ']' || c == ',') {
        ++i;
      } else if (c == '"') {
        elements.push_back(Quoted(i));
      } else {
        const std::size_t end = text_.find_first_of(",]", i);
        elements.emplace_back(text_.substr(i, end - i));
        i = end;
      }
    } while (depth > 0);
    return elements;
  }

  std::vector<std::uint32_t> Numbers(const std::string& key) const {
    std::vector<std::uint32_t> numbers;
    for (const std::string& element : Elements(key))
      numbers.push_back(static_cast<std::uint32_t>(std::strtoul(element.c_str(), nullptr, 10)));
    return numbers;
  }

  std::vector<float> Floats(const std::string& key) const {
    std::vector<float> numbers;
    for (const std::string& element : Elements(key))
      numbers.push_back(std::strtof(element.c_str(), nullptr));
    return numbers;
  }

 private:
  std::string Quoted(std::size_t& i) const {
    std::string string;
    for (++i; text_[i] != '"'; ++i) {
      if (text_[i] == '\\') ++i;
      string += text_[i];
    }
    ++i;
    return string;
  }

  std::string_view text_;
};

}  // namespace

const std::vector<ReferenceWindow>& ReferenceWindows() {
  static const std::vector<ReferenceWindow> kWindows = [] {
    std::vector<ReferenceWindow> windows;
    std::ifstream in(DATELINE_SOURCE_DIR "/tests/encoder_reference.json");
    for (std::string text; std::getline(in, text);) {
      if (!text.starts_with('{')) continue;
      const Line line(text);
      windows.push_back({line.Elements("words"), line.Numbers("sentences"), line.Numbers("pieces"),
                         line.Numbers("cases"), line.Numbers("quotes"), line.Numbers("first"),
                         line.Floats("vectors"), line.Floats("spelling")});
    }
    return windows;
  }();
  return kWindows;
}

Window AsWindow(const ReferenceWindow& reference) {
  Window window;
  window.pieces = reference.pieces;
  window.cases.assign(reference.cases.begin(), reference.cases.end());
  window.quotes.assign(reference.quotes.begin(), reference.quotes.end());
  window.first = reference.first;
  for (const std::string& word : reference.words) {
    AppendFeatures(word, window.features);
    window.feature_ends.push_back(static_cast<std::uint32_t>(window.features.size()));
  }
  return window;
}

const std::string& SharedModelPath() {
  static const std::string kPath = DATELINE_SOURCE_DIR "/models/core.dlm";
  return kPath;
}

const ModelFile& SharedModel() {
  static const Result<ModelFile> kModel = ModelFile::Open(SharedModelPath());
  return *kModel;
}

namespace {

TEST(Reference, HoldsTwentyWindowsWithAVectorAWord) {
  ASSERT_EQ(ReferenceWindows().size(), 20U);
  for (const ReferenceWindow& w : ReferenceWindows()) {
    EXPECT_EQ(w.first.size(), w.words.size());
    EXPECT_EQ(w.vectors.size(), 8 * w.words.size());
    EXPECT_EQ(w.spelling.size(), 2 * w.words.size());
    for (const std::string& word : w.words) EXPECT_TRUE(IsValidUtf8(word));
  }
}

}  // namespace

}  // namespace dateline
