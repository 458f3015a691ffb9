// Whose copy is it?  Finds the agencies that a credit line names: "- with DPA", "(AFP, Reuters)".
//
// A credit line is the last paragraph, short, and made of nothing but names of agencies
// (data/agencies.tsv) and the words that join them.  A text that ends in prose has none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// In text order, each once, as data/agencies.tsv writes them; empty if there is no credit line.
std::vector<std::string> CreditsOf(std::string_view text);

}  // namespace dateline
