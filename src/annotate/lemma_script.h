// How does a form turn into its lemma?  An edit script, which a classifier chooses.
//
// "cut|add|case" drops `cut` characters at the end of the lower-cased form and adds `add`; "=be|l"
// is the lemma itself.  The letter case that a script asks for is not followed: lemmas are lower
// case here. Written by training/heads/lemma.py.  Cost: linear in the form.  Thread rule:
// immutable.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

class LemmaScript {
 public:
  // nullopt if it is no script.
  static std::optional<LemmaScript> Parse(std::string_view script);

  // The lemma of a lower-cased form; the form itself where the script would cut more than there is.
  std::string Apply(std::string_view lower) const;

 private:
  bool whole_ = false;     // `add_` is the lemma
  std::uint32_t cut_ = 0;  // code points
  std::string add_;
};

}  // namespace dateline
