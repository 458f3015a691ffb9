#include "extract/times/pattern.h"

#include <algorithm>
#include <bit>

#include "base/check.h"

namespace dateline {

namespace {

using enum TimeClass;

bool IsNameCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Reads a pattern from left to right.  An open bracket keeps the sequences as they were before it;
// its end adds them again.
class PatternParser {
 public:
  PatternParser(std::string_view pattern, Vocabulary& vocabulary)
      : rest_(pattern), vocabulary_(vocabulary) {}

  std::vector<PatternSequence> Parse() {
    while (!rest_.empty()) {
      const char c = rest_.front();
      if (c == '[') {
        before_.push_back(sequences_);
      } else if (c == ']') {
        DL_CHECK(!before_.empty());
        sequences_.insert(sequences_.end(), before_.back().begin(), before_.back().end());
        before_.pop_back();
      } else if (c == '{' || c == '}') {
        context_ = c == '{';
      } else if (c != ' ') {
        ReadPlace();
        continue;
      } else {
        glued_ = false;
      }
      rest_.remove_prefix(1);
    }
    DL_CHECK(before_.empty() && !context_);
    return std::move(sequences_);
  }

 private:
  void ReadPlace() {
    PatternPlace place;
    place.glued = glued_;
    place.context = context_;
    for (;;) {
      std::size_t size = 1;
      if (IsNameCharacter(rest_.front())) {
        while (size < rest_.size() && (IsNameCharacter(rest_[size]) || IsApostrophe(size))) ++size;
      }
      AddName(rest_.substr(0, size), place);
      rest_.remove_prefix(size);
      if (!rest_.starts_with('|')) break;
      rest_.remove_prefix(1);
    }
    for (PatternSequence& sequence : sequences_) sequence.push_back(place);
    glued_ = true;
  }

  // The one word with an apostrophe that the lexer keeps whole (terms.cc): "o'clock".
  bool IsApostrophe(std::size_t at) const {
    return rest_[at] == '\'' && at == 1 && rest_.starts_with("o'");
  }

  void AddName(std::string_view name, PatternPlace& place) {
    if (name == "MONTH") {
      place.classes |= Bit(MONTHNAME) | Bit(MONTHABBR);
    } else if (name.front() >= 'A' && name.front() <= 'Z') {
      const std::optional<TimeClass> c = ClassNamed(name);
      DL_CHECK(c.has_value());
      place.classes |= Bit(*c);
    } else {
      place.words.push_back(vocabulary_.FindOrAdd(name)->id);
    }
  }

  std::string_view rest_;
  Vocabulary& vocabulary_;
  std::vector<PatternSequence> sequences_{{}};
  std::vector<std::vector<PatternSequence>> before_;
  bool glued_ = false;
  bool context_ = false;
};

}  // namespace

bool PatternPlace::Fits(const TimeTerm& term) const {
  if ((term.classes & classes) != 0) return true;
  return term.word != nullptr && std::ranges::find(words, term.word->id) != words.end();
}

std::vector<PatternSequence> ParsePattern(std::string_view pattern, Vocabulary& vocabulary) {
  return PatternParser(pattern, vocabulary).Parse();
}

void PatternSet::Add(std::string_view pattern, std::uint32_t rule, Vocabulary& vocabulary) {
  for (PatternSequence& places : ParsePattern(pattern, vocabulary)) {
    const auto is_context = [](const PatternPlace& p) { return p.context; };
    const auto span = std::ranges::find_if_not(places, is_context);
    DL_CHECK(span != places.end());
    const auto last = std::ranges::find_if(span, places.end(), is_context);
    const auto index = static_cast<std::uint32_t>(candidates_.size());
    const auto before = static_cast<std::uint32_t>(span - places.begin());
    const auto behind = static_cast<std::uint32_t>(places.end() - last);
    const PatternPlace& first = *span;
    first_classes_ |= first.classes;
    for (int c = 0; c < 64; ++c) {
      if (first.classes >> c & 1) by_class_[static_cast<std::size_t>(c)].push_back(index);
    }
    for (const std::uint16_t word : first.words) by_word_[word].push_back(index);
    candidates_.push_back({std::move(places), before, behind, rule});
  }
}

PatternMatch PatternSet::Match(const std::vector<TimeTerm>& terms, std::uint32_t at) const {
  PatternMatch best;
  for (ClassSet left = terms[at].classes & first_classes_; left != 0; left &= left - 1) {
    for (const std::uint32_t i : by_class_[static_cast<std::size_t>(std::countr_zero(left))]) {
      Try(candidates_[i], terms, at, best);
    }
  }
  if (terms[at].word == nullptr) return best;
  const auto found = by_word_.find(terms[at].word->id);
  if (found == by_word_.end()) return best;
  for (const std::uint32_t i : found->second) Try(candidates_[i], terms, at, best);
  return best;
}

void PatternSet::Try(const Candidate& candidate, const std::vector<TimeTerm>& terms,
                     std::uint32_t at, PatternMatch& best) const {
  const auto size = static_cast<std::uint32_t>(candidate.places.size());
  if (at < candidate.before || at - candidate.before + size > terms.size()) return;
  at -= candidate.before;
  const bool better =
      size > best.all.size() || (size == best.all.size() && candidate.rule < best.rule);
  if (!better) return;
  for (std::uint32_t i = 0; i < size; ++i) {
    const PatternPlace& place = candidate.places[i];
    if (i > 0 && place.glued && terms[at + i].space_before) return;
    if (!place.Fits(terms[at + i])) return;
  }
  best = {candidate.rule,
          &candidate.places,
          {at, at + size},
          {at + candidate.before, at + size - candidate.behind}};
}

}  // namespace dateline
