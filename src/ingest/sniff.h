// What is this, by its content?  The name of a file is never asked.
//
// Looks at the first 64 KiB.  What dateline does not read is refused by name, with what to do about
// it.  JSON Lines are told by their first line, or by the second where the first is damaged.
#pragma once

#include <cstddef>
#include <string_view>

#include "dateline/result.h"

namespace dateline {

enum class InputKind { kText, kHtml, kJsonLines };

inline constexpr std::size_t kSniffBytes = 1 << 16;

// `head`: the first kSniffBytes of the input, or all of it.
// Errors: kInputEmpty, kInputBinary, kInputUnsupported (PDF, EPUB, Office, images, archives, feeds,
// WARC).
Result<InputKind> Sniff(std::string_view head);

}  // namespace dateline
