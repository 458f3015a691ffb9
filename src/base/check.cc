#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace dateline {

void CheckFailed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "dateline: bug: %s does not hold (%s:%d)\n", condition, file, line);
  std::abort();
}

}  // namespace dateline
