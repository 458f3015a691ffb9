#include "annotate/lemma.h"

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/table.h"

namespace dateline {

namespace {

constexpr std::string_view kVowels = "aeiouy";

bool IsVowel(char c) { return kVowels.find(c) != std::string_view::npos; }

bool HasVowel(std::string_view word) {
  return word.find_first_of(kVowels) != std::string_view::npos;
}

bool EndsWithAny(std::string_view word, std::initializer_list<std::string_view> endings) {
  for (std::string_view ending : endings)
    if (word.ends_with(ending)) return true;
  return false;
}

// "stopp" -> "stop"; "kill", "pass", "buzz" stay.
std::string_view Undouble(std::string_view stem) {
  const std::size_t n = stem.size();
  if (n <= 2 || stem[n - 1] != stem[n - 2]) return stem;
  const char last = stem[n - 1];
  if (IsVowel(last) || std::string_view("lsfz").find(last) != std::string_view::npos) return stem;
  return stem.substr(0, n - 1);
}

// The twin of suffix_rules in data/build_lemmas.py, which puts into the table what these rules
// miss.
std::string SuffixRules(std::string_view word) {
  const std::size_t n = word.size();
  if (n < 4) return std::string(word);
  const auto less = [&](std::size_t k) { return word.substr(0, n - k); };
  if (word.ends_with("ies") && n > 4) return std::string(less(3)) + "y";
  if (EndsWithAny(word, {"sses", "shes", "ches", "xes", "zzes"})) return std::string(less(2));
  if (word.ends_with("s") && !EndsWithAny(word, {"ss", "us", "is"})) return std::string(less(1));
  if (word.ends_with("ied") && n > 4) return std::string(less(3)) + "y";
  for (std::size_t size : {3u, 2u}) {
    if (!word.ends_with(size == 3 ? "ing" : "ed")) continue;
    const std::string_view stem = less(size);
    if (stem.size() > 2 && HasVowel(stem)) return std::string(Undouble(stem));
  }
  return std::string(word);
}

using Forms = std::unordered_map<std::string_view, std::string_view>;

const Forms& Irregular(bool verb) {
  static const auto* const kIrregular = [] {
    auto* tables = new std::array<Forms, 2>;
    const Table rows = Table::Embedded("lemmas.tsv", 3);
    for (const TableRow& row : rows.rows())
      (*tables)[row.cells[1] == "verb" ? 1 : 0].emplace(row.cells[0], row.cells[2]);
    return tables;
  }();
  return (*kIrregular)[verb ? 1 : 0];
}

}  // namespace

std::string_view IrregularVerb(std::string_view lower) {
  const auto found = Irregular(true).find(lower);
  return found == Irregular(true).end() ? std::string_view() : found->second;
}

std::string LemmaOf(std::string_view lower, bool verb) {
  const Forms& forms = Irregular(verb);
  const auto found = forms.find(lower);
  return found == forms.end() ? SuffixRules(lower) : std::string(found->second);
}

}  // namespace dateline
