// For tests: reads a text through the stages that statements need, and shows statements as short
// lines.
//
//   Lines("Ward said the road was closed.")  ->  {"Ward | said | the road was closed"}
// Fragments are joined by " ... "; an absent part is "-".
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "annotate/annotated_text.h"
#include "extract/actors/actors.h"
#include "extract/statements/statement_extractor.h"

namespace dateline {

struct Reading {
  std::shared_ptr<const Article> article;
  std::unique_ptr<Document> doc;
  RecordBatch batch;

  std::string Words(const Evidence& evidence) const {
    std::string words;
    for (Span span : evidence.spans()) {
      if (!words.empty()) words += " ... ";
      words += doc->Words(span);
    }
    return words;
  }

  std::string Line(const Statement& statement) const {
    return (statement.source ? Words(*statement.source) : "-") + " | " +
           (statement.cue ? Words(statement.cue->evidence) : "-") + " | " +
           Words(statement.content);
  }

  std::vector<std::string> Lines() const {
    std::vector<std::string> lines;
    for (const Statement& statement : batch.statements) lines.push_back(Line(statement));
    return lines;
  }

  // The name of the speaker, "-" where not resolved.
  std::string Speaker(std::size_t i) const {
    const std::optional<ActorId> speaker = batch.statements.at(i).speaker;
    return speaker ? batch.actors.at(speaker->index).name : "-";
  }
};

inline Reading Read(std::string text) {
  auto article = std::make_shared<Article>();
  article->text = std::move(text);
  article->published = "2024-05-03";
  Reading reading{article, std::make_unique<Document>(AnnotatedArticle(article)), {}};
  ActorExtractor().Extract(*reading.doc, reading.batch);
  StatementExtractor().Extract(*reading.doc, reading.batch);
  return reading;
}

inline std::vector<std::string> Lines(std::string text) { return Read(std::move(text)).Lines(); }

}  // namespace dateline
