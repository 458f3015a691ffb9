// What may a word be, and how may it hang from another?  The label sets of the syntax layer.
//
// UPOS and relations of Universal Dependencies 2 with the subtypes of the English treebanks, XPOS
// of the Penn Treebank (syntax_labels.inc).  kX, kNn and kDep stand for what is unknown; a token
// that no parser has seen has them.  Source: universaldependencies.org.  Thread rule: constants.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

enum class Upos : std::uint8_t {
#define DL_UPOS(name, label) name,
#include "document/syntax_labels.inc"
#undef DL_UPOS
};

enum class Xpos : std::uint8_t {
#define DL_XPOS(name, label) name,
#include "document/syntax_labels.inc"
#undef DL_XPOS
};

enum class Deprel : std::uint8_t {
#define DL_DEPREL(name, label) name,
#include "document/syntax_labels.inc"
#undef DL_DEPREL
};

std::string_view ToString(Upos);    // "NOUN"
std::string_view ToString(Xpos);    // "NNS"
std::string_view ToString(Deprel);  // "nmod:poss"

// The label of that spelling; nullopt if there is none.
std::optional<Upos> UposOf(std::string_view label);
std::optional<Xpos> XposOf(std::string_view label);
std::optional<Deprel> DeprelOf(std::string_view label);

}  // namespace dateline
