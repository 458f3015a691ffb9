#include "annotate/names.h"

#include "annotate/name_clusters.h"
#include "annotate/name_kinds.h"
#include "annotate/name_roles.h"
#include "annotate/name_spans.h"

namespace dateline {

StageInfo NameAnnotator::info() const {
  return {"names", {Layer::kSentences, Layer::kTokens}, {Layer::kNames}};
}

void NameAnnotator::Annotate(Document& doc) const {
  doc.names = NamesWithKinds(doc, FindNameSpans(doc, gazetteer_), gazetteer_);
  ClusterNames(doc);
  FindRoles(doc);
}

}  // namespace dateline
