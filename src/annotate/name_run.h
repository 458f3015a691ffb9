// Which run of capitalised words is one name?  For sentences where a capital means something.
//
// Learn first reads all such sentences for the words that the report also writes small ("talks") or
// capitalises inside a sentence ("Wang"): that decides on the first words of sentences.
// Cost: linear in the tokens read.  Thread rule: one thread; const after Learn.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "annotate/name_spans.h"
#include "document/document.h"
#include "gazetteer/gazetteer.h"

namespace dateline {

class NameRuns {
 public:
  NameRuns(const Document& doc, const Gazetteer* gazetteer) : doc_(doc), gazetteer_(gazetteer) {}

  void Learn(const Sentence& sentence);

  // May a name begin at this token?
  bool MayBegin(std::uint32_t token, Range sentence) const;

  // The end of the run of capitalised words that begins there.
  std::uint32_t End(std::uint32_t token, Range sentence) const;

  // The size of a title or office at the run's begin that goes before a name; 0 if none.
  std::uint32_t TitleSize(std::uint32_t token, std::uint32_t end) const;

  // Does a title end with this token, which is no part of a name?  // "rebel leader Karim"
  bool EndsTitle(std::uint32_t token, Range sentence) const;

  // The name at the begin of the run [token, end).  Never empty.
  NameSpan Name(std::uint32_t token, std::uint32_t end, Range sentence) const;

  // Is the span no name but a capitalised noun: "the President", "Police", "Officials"?
  bool IsCommonNoun(Range span, Range sentence) const;

 private:
  bool IsInitial(std::uint32_t token, Range sentence) const;
  bool InitialIsName(std::uint32_t token, Range sentence) const;
  std::uint32_t Hyphenated(std::uint32_t hyphen, Range sentence) const;
  std::uint32_t Next(std::uint32_t first, std::uint32_t token, bool& of, Range sentence) const;
  bool IsPlace(Range span) const;

  const Document& doc_;
  const Gazetteer* gazetteer_;
  std::unordered_set<std::string_view> small_;    // lower-case forms met in small letters
  std::unordered_set<std::string_view> capital_;  // and with a capital inside a sentence
};

}  // namespace dateline
