// What does a stage need, and what does it add?  The two interfaces that the pipeline is made of.
//
// An Annotator adds layers to a Document; an Extractor adds records to a RecordBatch.  Each
// declares what it requires and assigns; the pipeline (pipeline/pipeline.cc lists all stages in
// order) checks the chain at construction, before any text runs. Thread rule: a stage is const
// while it runs and may be shared by threads.
#pragma once

#include <string_view>
#include <vector>

#include "dateline/record.h"
#include "document/document.h"

namespace dateline {

struct StageInfo {
  std::string_view name;  // "quotes"
  std::vector<Layer> requires_layers;
  std::vector<Layer> assigns;
};

class Annotator {
 public:
  virtual ~Annotator() = default;
  virtual StageInfo info() const = 0;
  virtual void Annotate(Document& doc) const = 0;
};

class Extractor {
 public:
  virtual ~Extractor() = default;
  virtual StageInfo info() const = 0;
  virtual void Extract(const Document& doc, RecordBatch& batch) const = 0;
};

}  // namespace dateline
