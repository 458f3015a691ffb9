#include "view/record_lines.h"

#include "view/format.h"

namespace dateline {

namespace {

std::string Sides(const Article& article, const RecordBatch& batch,
                  const std::vector<Participant>& sides) {
  std::string line;
  for (const Participant& side : sides) {
    if (!line.empty()) line += ", ";
    line += Format("{} [{}]", WhoIs(article, batch, side.actor, side.spans, "(implied)"),
                   side.code.ToString());
  }
  return line.empty() ? "-" : line;
}

void AppendIf(std::string& line, std::string_view label, std::string_view value) {
  if (!value.empty()) line += Format(", {}{}", label, value);
}

}  // namespace

std::string WordsOf(const Article& article, const std::vector<Span>& spans) {
  std::string words;
  for (Span span : spans) {
    if (!words.empty()) words += " ... ";
    words += Words(article.text, span);
  }
  for (char& c : words)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return words;
}

std::string WhoIs(const Article& article, const RecordBatch& batch,
                  const std::optional<ActorId>& actor, const std::vector<Span>& spans,
                  std::string_view otherwise) {
  if (actor && actor->index < batch.actors.size()) return batch.actors[actor->index].name;
  if (!spans.empty()) return WordsOf(article, spans);
  return std::string(otherwise);
}

std::string StatementLine(const Article& article, const RecordBatch& batch, const Statement& s) {
  const std::vector<Span> source = s.source ? s.source->spans() : std::vector<Span>{};
  std::string line = WhoIs(article, batch, s.speaker, source, "(nobody named)");
  if (s.cue) line += ' ' + WordsOf(article, s.cue->evidence.spans());
  std::string manner = Format("{}, {}", ToString(s.form), ToString(s.stance));
  if (s.anonymous) manner += ", anonymous";
  if (s.implicit) manner += ", goes on";
  if (s.conditional) manner += ", conditional";
  if (s.addressee)
    AppendIf(manner, "to ",
             WhoIs(article, batch, s.addressee->actor, s.addressee->evidence.spans(), ""));
  if (s.venue) AppendIf(manner, "", WordsOf(article, s.venue->spans()));
  if (s.parent) AppendIf(manner, "inside ", s.parent->ToString());
  return Format("{} ({}): {}", line, manner, WordsOf(article, s.content.spans()));
}

std::string EventLine(const Article& article, const RecordBatch& batch, const Event& e) {
  std::string line = std::string(ToString(e.type));
  if (!e.mode.empty()) line += '.' + e.mode;
  line += Format(" \"{}\": {} -> {}, {}", WordsOf(article, e.trigger.spans()),
                 Sides(article, batch, e.actors), Sides(article, batch, e.recipients),
                 ToString(e.status));
  if (e.claimed_by) AppendIf(line, "on the word of ", e.claimed_by->ToString());
  AppendIf(line, "", e.date);
  if (e.place && e.place->index < batch.places.size())
    AppendIf(line, "", batch.places[e.place->index].name);
  if (e.dead) line += Format(", {} dead", *e.dead);
  if (e.injured) line += Format(", {} injured", *e.injured);
  if (e.arrested) line += Format(", {} arrested", *e.arrested);
  if (e.same_as) AppendIf(line, "told before as ", e.same_as->ToString());
  return line;
}

std::string PlaceLine(const Article& article, const Place& p) {
  std::string line = WordsOf(article, {p.mentions.first()});
  if (line != p.name) line += " = " + p.name;
  AppendIf(line, "", p.admin1);
  AppendIf(line, "", p.country);
  line += Format(", {}", ToString(p.kind));
  if (p.at) line += Format(", {:.2f} {:.2f}", p.at->lat, p.at->lon);
  if (p.geonames) line += Format(", GeoNames {}", *p.geonames);
  return line;
}

std::string TimeLine(const Article& article, const Time& t) {
  return Format("{} = {} {}", WordsOf(article, t.mention.spans()), ToString(t.type), t.value);
}

std::string ActorLine(const Actor& a) {
  std::string line = Format("{} [{}], {}", a.name, a.code.ToString(), ToString(a.type));
  AppendIf(line, "", a.role);
  return line + Format(", {} mention{}", a.mentions.spans().size(),
                       a.mentions.spans().size() == 1 ? "" : "s");
}

}  // namespace dateline
