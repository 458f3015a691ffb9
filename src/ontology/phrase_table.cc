#include "ontology/phrase_table.h"

#include <algorithm>

#include "text/unicode.h"

namespace dateline {

namespace {

bool IsPlainKey(std::string_view lower) {
  return std::ranges::all_of(
      lower, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

// Adds the key of one word to `key`; a hyphen alone has none and changes nothing.
void Append(std::string_view lower, std::string& key) {
  if (IsPlainKey(lower)) {
    if (!key.empty()) key += ' ';
    key += lower;
    return;
  }
  const std::string word = NameKey(lower);
  if (word.empty()) return;
  if (!key.empty()) key += ' ';
  key += word;
}

bool HasLower(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = DecodeAt(word, i);
    if (IsLower(c.value)) return true;
    i += c.size;
  }
  return false;
}

bool CaseFits(PhraseTable::Case letters, std::span<const PhraseWord> words) {
  if (letters == PhraseTable::Case::kAny) return true;
  const auto capital = [](const PhraseWord& word) { return IsUpper(DecodeAt(word.text, 0).value); };
  if (letters == PhraseTable::Case::kCapital)
    return capital(words.front()) || capital(words.back());
  return std::ranges::none_of(words, [](const PhraseWord& word) { return HasLower(word.text); });
}

}  // namespace

void PhraseTable::Add(std::string_view phrase, std::uint32_t value, Case letters, bool plural) {
  const std::string lower = Lower(phrase);
  std::string key;
  Entry* last = nullptr;  // stays valid: nodes of the map do not move
  const auto add = [&](std::string_view word) {
    const std::size_t before = key.size();
    Append(word, key);
    if (key.size() == before) return;
    if (last != nullptr) last->longer = true;
    last = &phrases_[key];
  };
  for (std::string_view rest = lower; !rest.empty();) {
    const std::size_t cut = rest.find_first_of(" -");
    const std::string_view word = rest.substr(0, cut);
    rest.remove_prefix(cut == std::string_view::npos ? rest.size() : cut + 1);
    const bool possessive = word.size() > 2 && word.ends_with("'s");
    add(word.substr(0, word.size() - (possessive ? 2 : 0)));
    if (possessive) add("s");
  }
  if (last == nullptr) return;
  if (last->ends) {
    last->letters = std::min(last->letters, letters);  // "NATO", then "Nato": either will do
    return;
  }
  last->value = value;
  last->letters = letters;
  last->ends = true;
  last->plural = plural;
}

std::optional<PhraseTable::Match> PhraseTable::Longest(std::span<const PhraseWord> words) const {
  std::optional<Match> best;
  std::string key;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const std::size_t before = key.size();
    if (!words[i].lemma.empty() && words[i].lemma != words[i].lower) {
      std::string singular = key;
      Append(words[i].lemma, singular);
      const auto found = phrases_.find(singular);
      if (found != phrases_.end() && found->second.ends && found->second.plural)
        best = Match{found->second.value, i + 1};
    }
    Append(words[i].lower, key);
    if (key.size() == before) {
      if (i > 0 && words[i].text == "-") continue;
      break;
    }
    const auto found = phrases_.find(key);
    if (found == phrases_.end()) break;
    const Entry& entry = found->second;
    if (entry.ends && CaseFits(entry.letters, words.first(i + 1))) best = Match{entry.value, i + 1};
    if (!entry.longer) break;
  }
  return best;
}

}  // namespace dateline
