// A person's name, a body's, a place's?  Second half of the annotator "names".
//
// Evidence in order of weight: the tables, a title before, a first name, the head of a body, the
// gazetteer, the words around ("in X", "X, 54,", "X said"), other names of the report ("Marin"
// where "Sanna Marin" stands too). `confidence` of the kind is fixed by the evidence. Cost: linear.
// Thread rule: pure.
#pragma once

#include <vector>

#include "annotate/name_spans.h"
#include "document/document.h"
#include "gazetteer/gazetteer.h"

namespace dateline {

// One Name a span, clusters still unset.
std::vector<Name> NamesWithKinds(const Document& doc, const std::vector<NameSpan>& spans,
                                 const Gazetteer* gazetteer);

}  // namespace dateline
