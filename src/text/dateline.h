// Where do the words of a paragraph begin, behind its dateline or label?
//
//   TROY, N.C., May 3 (Wire) - | Two bridges ...      Lagos (Wire) -- | Two bridges ...
//   URGENT - | Two bridges ...                        Lagos -- Two bridges ...; LAGOS: Two ...
// A dash parts it from the sentence where an agency or capitals mark it.  Everybody asks here: the
// splitter, and through Sentence::dateline (document/document.h) those who look for places,
// speakers and scenes.  Works on the tokens of one paragraph; looks at the first few.  Cost:
// bounded.  Thread rule: pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/span.h"

namespace dateline {

struct Dateline {
  std::uint32_t tokens = 0;  // its dash or colon included; 0: the paragraph has none
  bool parted = false;       // it is no part of the sentence after it
};

Dateline DatelineOf(std::string_view text, const std::vector<Span>& tokens);

}  // namespace dateline
