// Where does the report say that things are?  The extractor of places.
//
// detect.h finds the words, resolve.h picks the place of the gazetteer, and all mentions of one
// place become one record.  A place that the gazetteer lacks is kept without coordinates, never
// given those of another. What counts as a place: names of places that stand as nouns, countries
// too; no demonyms and adjectives ("Russian"), no parts of names of people and organisations, and
// no country or capital that speaks (context.h Speaks). Cost: linear.  Thread rule:
// const, shared.
#pragma once

#include "document/stage.h"
#include "gazetteer/gazetteer.h"

namespace dateline {

class PlaceExtractor : public Extractor {
 public:
  // REQUIRES: not null, and outlives the extractor.
  explicit PlaceExtractor(const Gazetteer* gazetteer) : gazetteer_(gazetteer) {}
  StageInfo info() const override;
  void Extract(const Document& doc, RecordBatch& batch) const override;

 private:
  const Gazetteer* gazetteer_;
};

}  // namespace dateline
