// Where do proper names begin and end?  First half of the annotator "names".
//
// In ordinary sentences a name is a run of capitalised words, with particles, hyphens and "of"
// behind the head of a body inside; titles and offices before it are cut off, nationalities become
// names of their own.  The first word of a sentence needs more evidence than its capital.  In
// headlines in capitals or title case, where a capital says nothing, names are those of the tables,
// those that the body has, and persons by title or first name.
//   "Foreign Minister Wang Yi"  -> "Wang Yi"       "Russian President" -> "Russian"
//   "the Ministry of Foreign Affairs" -> "Ministry of Foreign Affairs"
// Cost: linear (a sentence is bounded by Limits::sentence_tokens).  Thread rule: pure.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "gazetteer/gazetteer.h"
#include "ontology/actor_codes.h"

namespace dateline {

struct NameSpan {
  Range tokens;
  const KnownName* known = nullptr;  // the table's entry that is the whole name
  bool titled = false;               // a title or office stands right before
  bool given = false;                // read as a person for its first name
  bool body = false;                 // read as a body for its head: "Kano State Assembly"
};

// In text order, disjoint.  `gazetteer` may be null.
std::vector<NameSpan> FindNameSpans(const Document& doc, const Gazetteer* gazetteer);

}  // namespace dateline
