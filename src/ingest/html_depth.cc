#include "ingest/html_depth.h"

namespace dateline {

DepthCap::Verdict DepthCap::Break() {
  if (!text_since_break_) return Verdict::kDrop;
  text_since_break_ = false;
  return Verdict::kBreak;
}

DepthCap::Verdict DepthCap::Open(std::uintptr_t tag, bool leaf, std::size_t depth) {
  if (leaf || depth < max_depth_) return Verdict::kKeep;
  depth_capped_ = true;
  flattened_.push_back(tag);
  ++counts_[tag];
  return Break();
}

DepthCap::Verdict DepthCap::Close(std::uintptr_t tag) {
  const auto count = counts_.find(tag);
  if (count == counts_.end() || count->second == 0) return Verdict::kKeep;
  // The end tag belongs to a flattened element: it ends that one and all that were opened inside
  // it.
  while (flattened_.back() != tag) {
    --counts_[flattened_.back()];
    flattened_.pop_back();
  }
  flattened_.pop_back();
  --count->second;
  return Verdict::kDrop;
}

}  // namespace dateline
