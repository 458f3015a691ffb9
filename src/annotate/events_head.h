// Who does what to whom?  The acts that the words of a window tell of.
//
// Triggers are typed tags; mode and status are read from a trigger's first word; a word is of an
// actor or recipient if it goes with that word (biaffine).  training/heads/events.py learns the
// weights.  What the report makes of it (phrases, codes, the status by the tree) is for
// extract/events.  Cost: words times acts of a window, so linear in the text.  Thread rule: const,
// shared.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/word_vectors.h"
#include "dateline/record.h"
#include "dateline/result.h"
#include "document/document.h"
#include "model/matrix.h"
#include "model/model_file.h"

namespace dateline {

class EventsHead {
 public:
  // `width`: of a word's vector.  The file must outlive the head.
  static Result<EventsHead> Open(const ModelFile& file, std::size_t width);

  // Adds the acts of the words to the document.
  void Read(const WordVectors& words, Document& doc) const;

 private:
  std::string_view ModeOfType(EventType type, const float* logits) const;

  std::vector<EventType> types_;
  std::vector<std::string_view> modes_;
  std::vector<EventStatus> statuses_;
  Matrix hidden_, out_;
  Matrix detail_, mode_, status_;
  Matrix part_, trigger_, role_;
};

}  // namespace dateline
