#include "extract/statements/nesting.h"

#include <algorithm>

namespace dateline {

namespace {

struct Fragment {
  Span span;
  std::uint32_t item;
};

}  // namespace

std::vector<std::optional<std::uint32_t>> Nest(const std::vector<Nestable>& items) {
  std::vector<Fragment> fragments;
  std::vector<std::uint32_t> order(items.size());
  std::vector<std::uint32_t> size(items.size());
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    order[i] = i;
    for (Span span : items[i].content) {
      fragments.push_back({span, i});
      size[i] += span.size();
    }
  }
  std::ranges::sort(fragments, [](const Fragment& a, const Fragment& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return items[i].anchor.begin; });

  std::vector<std::optional<std::uint32_t>> parents(items.size());
  std::vector<Fragment> open;
  std::size_t next = 0;
  for (std::uint32_t i : order) {
    const Span anchor = items[i].anchor;
    while (next < fragments.size() && fragments[next].span.begin <= anchor.begin)
      open.push_back(fragments[next++]);
    while (!open.empty() && open.back().span.end <= anchor.begin) open.pop_back();
    // The innermost is on top; an item's own content, and what has the same bounds, is no parent.
    for (std::size_t k = open.size(), tries = 0; k > 0 && tries < 4; --k, ++tries) {
      const Fragment& outer = open[k - 1];
      if (outer.item == i || outer.span.end < anchor.end || size[outer.item] <= size[i]) continue;
      parents[i] = outer.item;
      break;
    }
  }
  return parents;
}

}  // namespace dateline
