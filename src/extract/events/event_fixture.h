// For tests: reads a text through the stages that events need, and shows events as short lines.
//
//   Lines("Russian forces shelled the town.")  ->  {"ASSAULT heavy-weapons actual | RUS MIL | -"}
// Places, times and the encoder's acts are given by hand, so that these tests hang on no gazetteer
// and show what the table and the tree do.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "annotate/annotated_text.h"
#include "extract/actors/actors.h"
#include "extract/events/event_extractor.h"
#include "extract/statements/statement_extractor.h"

namespace dateline::events {

struct GivenPlace {
  std::string words;
  std::string country;
  PlaceKind kind = PlaceKind::kCity;
};
struct GivenTime {
  std::string words;
  std::string value;
};

struct EventReading {
  std::shared_ptr<const Article> article;
  std::unique_ptr<Document> doc;
  RecordBatch batch;

  static std::string Codes(const std::vector<Participant>& sides) {
    std::string codes;
    for (const Participant& side : sides)
      codes.append(codes.empty() ? "" : ", ").append(side.code.ToString());
    return codes.empty() ? "-" : codes;
  }

  std::string Line(const Event& event) const {
    std::string line(ToString(event.type));
    if (!event.mode.empty()) line.append(" ").append(event.mode);
    line.append(" ").append(ToString(event.status)).append(" | ").append(Codes(event.actors));
    return line.append(" | ").append(Codes(event.recipients));
  }

  std::vector<std::string> Lines() const {
    std::vector<std::string> lines;
    for (const Event& event : batch.events) lines.push_back(Line(event));
    return lines;
  }
};

inline void Give(const Document& doc, const GivenPlace& given, RecordBatch& batch) {
  for (std::size_t at = doc.text().find(given.words); at != std::string_view::npos;
       at = doc.text().find(given.words, at + 1)) {
    const Span span{static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(at + given.words.size())};
    if (!batch.places.empty() && batch.places.back().name == given.words) {
      batch.places.back().mentions.Add(span);
      continue;
    }
    batch.places.push_back(
        {Evidence(span), given.words, {}, {}, given.country, "", given.kind, {1, "given"}});
  }
}

inline void Give(const Document& doc, const GivenTime& given, RecordBatch& batch) {
  const std::size_t at = doc.text().find(given.words);
  if (at == std::string_view::npos) return;
  const Span span{static_cast<std::uint32_t>(at),
                  static_cast<std::uint32_t>(at + given.words.size())};
  batch.times.push_back({Evidence(span), TimeType::kDate, given.value, {1, "given"}});
}

// An act as if the encoder had read it.
struct GivenAct {
  std::string trigger;
  EventType type;
  std::string_view mode;
  std::string actor, recipient;  // "" for none
  float confidence = 0.9F;
};

inline Act ActOf(const Document& doc, const GivenAct& given) {
  const auto at = [&doc](const std::string& words) {
    const auto begin = static_cast<std::uint32_t>(doc.text().find(words));
    return doc.TokensIn({begin, begin + static_cast<std::uint32_t>(words.size())});
  };
  Act act{.trigger = at(given.trigger),
          .type = given.type,
          .mode = given.mode,
          .status = EventStatus::kActual,
          .actors = {},
          .recipients = {},
          .confidence = given.confidence};
  if (!given.actor.empty()) act.actors = {at(given.actor)};
  if (!given.recipient.empty()) act.recipients = {at(given.recipient)};
  return act;
}

// Published on Friday, 3 May 2024.
inline EventReading Read(std::string text, std::vector<GivenPlace> places = {},
                         std::vector<GivenTime> times = {}, const Limits& limits = {},
                         std::vector<GivenAct> acts = {}) {
  auto article = std::make_shared<Article>();
  article->text = std::move(text);
  article->published = "2024-05-03";
  EventReading reading{article, std::make_unique<Document>(AnnotatedArticle(article, limits)), {}};
  reading.doc->acts.clear();
  for (const GivenAct& act : acts) reading.doc->acts.push_back(ActOf(*reading.doc, act));
  for (const GivenTime& time : times) Give(*reading.doc, time, reading.batch);
  for (const GivenPlace& place : places) Give(*reading.doc, place, reading.batch);
  ActorExtractor().Extract(*reading.doc, reading.batch);
  StatementExtractor().Extract(*reading.doc, reading.batch);
  EventExtractor().Extract(*reading.doc, reading.batch);
  return reading;
}

inline std::vector<std::string> Lines(std::string text) { return Read(std::move(text)).Lines(); }

}  // namespace dateline::events
