// DL_CHECK: is this a bug of ours?  Then stop at once and say where.
//
// For what the program itself promises (REQUIRES of a header), never for input: odd input is an
// Error or a Diagnostic.  Always on: the cost is one predictable branch.
#pragma once

namespace dateline {
[[noreturn]] void CheckFailed(const char* condition, const char* file, int line);
}  // namespace dateline

#define DL_CHECK(condition) \
  (static_cast<bool>(condition) ? void() : ::dateline::CheckFailed(#condition, __FILE__, __LINE__))
