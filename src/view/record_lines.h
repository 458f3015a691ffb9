// How is a record said in one line?  "Josephine Wanyama said (indirect, assert): the line would be
// finished ..."
//
// Used under the paragraphs of the article view.  Words come from the text by span; names from the
// actors.
#pragma once

#include <string>

#include "dateline/article.h"
#include "dateline/record.h"

namespace dateline {

// The name of the actor, or the words of the spans, or `otherwise`.
std::string WhoIs(const Article& article, const RecordBatch& batch,
                  const std::optional<ActorId>& actor, const std::vector<Span>& spans,
                  std::string_view otherwise);

// The words of all spans, fragments joined by " ... ", line ends as spaces.
std::string WordsOf(const Article& article, const std::vector<Span>& spans);

std::string StatementLine(const Article& article, const RecordBatch& batch,
                          const Statement& statement);
std::string EventLine(const Article& article, const RecordBatch& batch, const Event& event);
std::string PlaceLine(const Article& article, const Place& place);
std::string TimeLine(const Article& article, const Time& time);
std::string ActorLine(const Actor& actor);

}  // namespace dateline
