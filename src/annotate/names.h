// Which proper names are there, of what kind, and which mean the same?  The annotator "names".
//
// Spans (name_spans.h), kinds (name_kinds.h), clusters (name_clusters.h), roles (name_roles.h), in
// that order. The gazetteer is one witness among others and may be null: then places outside the
// tables are found by their preposition only. Cost: linear.  Thread rule: const, shared; the
// gazetteer must outlive it.
#pragma once

#include "document/stage.h"
#include "gazetteer/gazetteer.h"

namespace dateline {

class NameAnnotator : public Annotator {
 public:
  explicit NameAnnotator(const Gazetteer* gazetteer) : gazetteer_(gazetteer) {}
  StageInfo info() const override;
  void Annotate(Document& doc) const override;

 private:
  const Gazetteer* gazetteer_;
};

}  // namespace dateline
