// What did the reference implementation say?  tests/encoder_reference.json, for the tests of this
// folder.
//
// Each window holds the words of one of our examples, what training/ made of them, and the first
// and last components of each word's vector (training/export.py, `reference`).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/encoder.h"

namespace dateline {

struct ReferenceWindow {
  std::vector<std::string> words;
  std::vector<std::uint32_t> sentences;  // begin, end of each, in words
  std::vector<std::uint32_t> pieces, cases, quotes, first;
  std::vector<float> vectors;   // [words][8], the first components
  std::vector<float> spelling;  // [words][2], the last ones
};

const std::vector<ReferenceWindow>& ReferenceWindows();

// The window as the encoder takes it, its features made here.
Window AsWindow(const ReferenceWindow& reference);

const ModelFile& SharedModel();  // models/core.dlm
const std::string& SharedModelPath();

}  // namespace dateline
