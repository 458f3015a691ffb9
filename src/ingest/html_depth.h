// How deep may a page nest?  Decides tag by tag what the tree builder gets, before it gets it.
//
// Every builder slows down with the depth of its stack (100,000 nested <div>: 18 s); so a start tag
// at the depth limit is flattened: it becomes a break, its end tag is dropped, its text stays.
// Cost: amortised constant a tag; memory: a few bytes for each flattened element.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace dateline {

class DepthCap {
 public:
  enum class Verdict { kKeep, kBreak, kDrop };

  explicit DepthCap(std::size_t max_depth) : max_depth_(max_depth) {}

  // `tag`: any number that names its kind; `leaf`: an element without content (br, img);
  // `depth`: elements that are open now.  kBreak: the tag stands between two texts, put a <br> in
  // its place.
  Verdict Open(std::uintptr_t tag, bool leaf, std::size_t depth);
  // kKeep or kDrop.
  Verdict Close(std::uintptr_t tag);
  void Text() { text_since_break_ = true; }

  bool depth_capped() const { return depth_capped_; }

 private:
  Verdict Break();

  std::size_t max_depth_;
  bool depth_capped_ = false, text_since_break_ = false;
  std::vector<std::uintptr_t> flattened_;                   // open elements that were flattened
  std::unordered_map<std::uintptr_t, std::size_t> counts_;  // of each kind in flattened_
};

}  // namespace dateline
