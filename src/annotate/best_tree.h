// Which tree over a sentence scores best?  Chu-Liu/Edmonds with exactly one root.
//
// Cycles are contracted one after another, without recursion.  Where the best arborescence has
// several roots, each of them is tried alone.  Source: McDonald et al. 2005, "Non-projective
// dependency parsing using spanning tree algorithms".  Cost: O(n^2) a contraction, O(n^3) at worst;
// n is bounded by Limits::sentence_tokens.  Thread rule: pure.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline {

// `scores`: size x (size + 1) floats, scores[word * (size + 1) + head]; head 0 is the root, head k
// is word k - 1.  Returns the head of each word in the same numbering; exactly one is 0. REQUIRES:
// size > 0.
std::vector<std::uint32_t> BestTree(const std::vector<float>& scores, std::uint32_t size);

}  // namespace dateline
