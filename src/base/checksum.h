// Did a file arrive as it left?  XXH3-128: against damage, not against malice.  Adapter of xxHash.
//
// For files of many megabytes that are checked at each start: 26 MB take about 2 ms, where SHA-256
// (hash.h) takes 80.  What must be recomputable by everybody, and identities, stay with SHA-256.
// Thread rule: pure.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline {

// In canonical order, as every implementation prints it.
std::array<std::uint8_t, 16> Checksum(std::string_view bytes);

}  // namespace dateline
