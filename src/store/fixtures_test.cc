#include "store/fixtures.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/hash.h"

namespace dateline::fixtures {

namespace {

// The span of `words` in the text, searched from `from` on.
Span Find(const std::string& text, const std::string& words, std::size_t from = 0) {
  const std::size_t begin = text.find(words, from);
  EXPECT_NE(begin, std::string::npos) << words;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
}

constexpr char kFullText[] =
    "ŁÓDŹ, March 3 (Wire) - \"We will not yield,\" Mayor Zoë Ångström told reporters, \"whatever "
    "they say.\" 😀\n\nAn official said that the minister had denied the strike near Besançon. "
    "Troops shelled the town on Friday, killing 4 and wounding 12.";

Article FullArticle() {
  Article a;
  a.text = kFullText;
  a.id = Sha256Hex(a.text).substr(0, 16);
  a.source = "reports.jsonl:17";
  a.given_id = "report-17";
  a.url = "https://example.org/reports/17";
  a.publisher = "Example Wire";
  a.title = "Mayor \"will not yield\"";
  a.published = "2024-03-03T10:00:00Z";
  a.language = "en";
  a.section = "world";
  a.credits = {"AAP", "DPA"};
  a.source_map = SourceMap({{0, 10, 5, 10}, {10, 2, 15, 6}});
  a.source_sha256 = Sha256Hex("source");
  a.diagnostics = {{"charset.guessed", "read as windows-1252", {}}};
  return a;
}

void AddActors(const std::string& text, RecordBatch& b) {
  b.actors.push_back({Evidence(Find(text, "Mayor Zoë Ångström"), {Find(text, "We")}),
                      "Zoë Ångström",
                      ActorType::kPerson,
                      {"SWE", "GOV"},
                      "Mayor",
                      {0.875, "a title and a name"}});
  b.actors.push_back(
      {Evidence(Find(text, "An official")), "an official", ActorType::kGroup, {}, "", {0.5, ""}});
  b.actors.push_back({Evidence(Find(text, "Troops")),
                      "",
                      ActorType::kOrganization,
                      {"", "MIL"},
                      "",
                      {1.0 / 3, "a noun"}});
}

void AddStatements(const std::string& text, RecordBatch& b) {
  Statement split{.content = Evidence(Find(text, "\"We will not yield,\""),
                                      {Find(text, "\"whatever they say.\"")}),
                  .form = Form::kDirect,
                  .stance = Stance::kRefuse,
                  .judgement = {0.93, "a quotation with its cue"}};
  split.source = Evidence(Find(text, "Mayor Zoë Ångström"));
  split.cue = Cue{Evidence(Find(text, "told")), "tell"};
  split.speaker = ActorId{0};
  split.conditional = true;
  split.addressee = Mention{Evidence(Find(text, "reporters")), std::nullopt};
  split.venue = Evidence(Find(text, "ŁÓDŹ"));
  b.statements.push_back(split);

  Statement outer{
      .content = Evidence(Find(text, "the minister had denied the strike near Besançon")),
      .form = Form::kIndirect,
      .stance = Stance::kAssert,
      .judgement = {0.7, ""}};
  outer.source = Evidence(Find(text, "An official"));
  outer.cue = Cue{Evidence(Find(text, "said")), ""};
  outer.anonymous = true;
  outer.speaker = ActorId{1};
  outer.addressee = Mention{Evidence(Find(text, "Troops")), ActorId{2}};
  b.statements.push_back(outer);

  Statement inner{.content = Evidence(Find(text, "the strike near Besançon")),
                  .form = Form::kMixed,
                  .stance = Stance::kDeny,
                  .judgement = {0, "nested"}};
  inner.implicit = true;
  inner.parent = StatementId{1};
  b.statements.push_back(inner);
}

void AddEvents(const std::string& text, RecordBatch& b) {
  Event full{.trigger = Evidence(Find(text, "shelled"), {Find(text, "killing")}),
             .type = EventType::kAssault,
             .status = EventStatus::kClaimed,
             .judgement = {0.8, "a verb of the lexicon"}};
  full.mode = "heavy-weapons";
  full.quad = 4;
  full.intensity = -9.5;
  full.cameo = "194";
  full.contexts = {"military", "territory"};
  full.actors = {{{Find(text, "Troops")}, ActorId{2}, {"", "MIL"}}, {{}, ActorId{0}, {"SWE", ""}}};
  full.recipients = {{{Find(text, "the town"), Find(text, "Besançon")}, std::nullopt, {}}};
  full.place = PlaceId{0};
  full.time = TimeId{0};
  full.date = "2024-03-01";
  full.claimed_by = StatementId{1};
  full.dead = 4;
  full.injured = 12;
  full.arrested = 0;
  b.events.push_back(full);

  Event bare{.trigger = Evidence(Find(text, "denied")),
             .type = EventType::kReject,
             .status = EventStatus::kHypothetical,
             .judgement = {0.25, ""}};
  bare.quad = 3;
  bare.same_as = EventId{0};
  b.events.push_back(bare);
}

}  // namespace

Written FullReport() {
  Written w{FullArticle(), {}};
  const std::string& text = w.article.text;
  RecordBatch& b = w.batch;
  const std::uint32_t middle = Find(text, "An official").begin;
  b.sentences = {{0, middle - 2}, {middle, static_cast<std::uint32_t>(text.size())}};
  AddActors(text, b);
  b.places.push_back({Evidence(Find(text, "Besançon"), {Find(text, "the town")}),
                      "Besançon",
                      3033123,
                      LatLon{47.24878, -6.01815},
                      "FRA",
                      "Bourgogne-Franche-Comté",
                      PlaceKind::kCity,
                      {0.97, "one"}});
  b.places.push_back({Evidence(Find(text, "ŁÓDŹ")),
                      "",
                      std::nullopt,
                      std::nullopt,
                      "",
                      "",
                      PlaceKind::kSea,
                      {0, ""}});
  b.times.push_back(
      {Evidence(Find(text, "Friday")), TimeType::kDate, "2024-03-01", {0.9, "before the date"}});
  b.times.push_back({Evidence(Find(text, "March 3")), TimeType::kSet, "", {0.1, ""}});
  AddStatements(text, b);
  AddEvents(text, b);
  b.diagnostics = {{"sentence.split", "too long", {Find(text, "Troops"), Find(text, "😀")}},
                   {"text.truncated", "", {}}};
  return w;
}

Written SyntheticReport(std::uint32_t number) {
  static constexpr const char* kPeople[] = {"Ama Boateng", "Jonas Weiss", "Li Fang", "Zoë Ångström",
                                            "Omar Haddad"};
  static constexpr const char* kTowns[] = {"Northport", "Vellmar", "Quillon", "Besançon", "Tarnow"};
  static constexpr const char* kVerbs[] = {"warned", "denied", "said", "announced", "asked"};
  Written w;
  std::string& text = w.article.text;
  RecordBatch& b = w.batch;
  std::uint32_t state = number * 2654435761u + 12345;
  const auto pick = [&state] { return (state = state * 1664525 + 1013904223) >> 16; };
  for (std::uint32_t i = 0; i < 20; ++i) {
    const std::string person = kPeople[pick() % 5], town = kTowns[pick() % 5],
                      verb = kVerbs[pick() % 5];
    const std::size_t begin = text.size();
    text += person + " " + verb + " on Monday that the council of " + town + " had rejected plan " +
            std::to_string(pick() % 1000) +
            " of the regional office, and that soldiers moved into the streets near the " +
            "river after the vote. ";
    const auto at = [&](const std::string& words) { return Find(text, words, begin); };
    b.sentences.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size() - 1)});
    if (i % 3 == 0) {
      b.actors.push_back(
          {Evidence(at(person)), person, ActorType::kPerson, {"USA", "GOV"}, "", {0.9, "a name"}});
      b.places.push_back({Evidence(at(town)),
                          town,
                          1000 + pick() % 5,
                          LatLon{47.5, 6.25},
                          "FRA",
                          "",
                          PlaceKind::kCity,
                          {0.75, "the gazetteer has one"}});
    }
    Statement s{.content = Evidence({at(" had rejected").begin + 1, at(" after the vote").begin}),
                .form = Form::kIndirect,
                .stance = verb == "denied" ? Stance::kDeny : Stance::kAssert,
                .judgement = {0.5, "a verb of saying and the nearest name"}};
    s.source = Evidence(at(person));
    s.cue = Cue{Evidence(at(verb)), verb};
    s.speaker = ActorId{static_cast<std::uint32_t>(b.actors.size() - 1)};
    b.statements.push_back(s);
    if (i % 3 == 0) {
      Event e{.trigger = Evidence(at("rejected")),
              .type = EventType::kReject,
              .quad = 3,
              .status = EventStatus::kClaimed,
              .judgement = {0.5, "a verb of the lexicon"}};
      e.actors = {{{at("the council")}, std::nullopt, {"FRA", "GOV"}}};
      e.place = PlaceId{static_cast<std::uint32_t>(b.places.size() - 1)};
      b.events.push_back(e);
    }
  }
  Article& a = w.article;
  a.id = Sha256Hex(std::to_string(number) + text).substr(0, 16);
  a.url = "https://example.org/" + std::to_string(number);
  a.source = "synthetic";
  a.publisher = "Example Wire";
  a.title = "Report " + std::to_string(number);
  a.published =
      "2024-0" + std::to_string(1 + number % 9) + "-0" + std::to_string(1 + number / 9 % 9);
  a.source_map = SourceMap::Identity(static_cast<std::uint32_t>(text.size()));
  return w;
}

// ---------------------------------------------------------------- every field as text

namespace {

class Dumper {
 public:
  std::ostringstream out;

  void Put(const char* name, const std::string& value) { out << name << '=' << value << '\n'; }
  void Put(const char* name, std::string_view value) { Put(name, std::string(value)); }
  void Put(const char* name, const char* value) { Put(name, std::string(value)); }
  void Put(const char* name, double value) { out << name << '=' << std::hexfloat << value << '\n'; }
  template <class Whole>
    requires std::is_integral_v<Whole>
  void Put(const char* name, Whole value) {
    out << name << '=' << std::to_string(value) << '\n';
  }
  void Put(const char* name, const std::vector<Span>& spans) {
    out << name << '=';
    for (const Span s : spans) out << '[' << s.begin << ',' << s.end << ')';
    out << '\n';
  }
  void Put(const char* name, const Evidence& evidence) { Put(name, evidence.spans()); }
  template <char kLetter>
  void Put(const char* name, RecordId<kLetter> id) {
    Put(name, id.ToString());
  }
  template <class Value>
  void Put(const char* name, const std::optional<Value>& value) {
    if (value)
      Put(name, *value);
    else
      Put(name, "none");
  }
  void Put(const Judgement& judgement) {
    Put("confidence", judgement.confidence);
    Put("why", judgement.why);
  }
  void Put(const Participant& p, const char* side) {
    Put(side, p.spans);
    Put("actor", p.actor);
    Put("country", p.code.country);
    Put("sector", p.code.sector);
  }
  void Put(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& d : diagnostics) {
      Put("diagnostic", d.code);
      Put("message", d.message);
      Put("spans", d.spans);
    }
  }
  void Put(const Article& a);
  void Put(const Statement& s);
  void Put(const Event& e);
};

void Dumper::Put(const Article& a) {
  for (const std::string* field :
       {&a.id, &a.source, &a.given_id, &a.url, &a.publisher, &a.title, &a.published, &a.language,
        &a.text, &a.section, &a.source_sha256}) {
    Put("article", *field);
  }
  for (const std::string& credit : a.credits) Put("credit", credit);
  for (const SourcePiece& p : a.source_map.pieces()) {
    Put("piece", std::vector<Span>{{p.text_begin, p.text_size}, {p.source_begin, p.source_size}});
  }
  Put(a.diagnostics);
}

void Dumper::Put(const Statement& s) {
  Put("content", s.content);
  Put("source", s.source);
  Put("cue", s.cue ? std::optional(s.cue->evidence) : std::nullopt);
  Put("lemma", s.cue ? s.cue->lemma : "none");
  Put("form", ToString(s.form));
  Put("stance", ToString(s.stance));
  Put("anonymous", s.anonymous);
  Put("implicit", s.implicit);
  Put("conditional", s.conditional);
  Put("speaker", s.speaker);
  Put("addressee", s.addressee ? std::optional(s.addressee->evidence) : std::nullopt);
  Put("addressee actor", s.addressee ? s.addressee->actor : std::nullopt);
  Put("venue", s.venue);
  Put("parent", s.parent);
  Put(s.judgement);
}

void Dumper::Put(const Event& e) {
  Put("trigger", e.trigger);
  Put("type", ToString(e.type));
  Put("mode", e.mode);
  Put("quad", std::to_string(e.quad) + " " + std::to_string(e.intensity) + " " + e.cameo);
  for (const std::string& context : e.contexts) Put("context", context);
  for (const Participant& p : e.actors) Put(p, "actor spans");
  for (const Participant& p : e.recipients) Put(p, "recipient spans");
  Put("place", e.place);
  Put("time", e.time);
  Put("date", e.date);
  Put("status", ToString(e.status));
  Put("claimed_by", e.claimed_by);
  Put("dead", e.dead);
  Put("injured", e.injured);
  Put("arrested", e.arrested);
  Put("same_as", e.same_as);
  Put(e.judgement);
}

}  // namespace

std::string Dump(const Article& article, const RecordBatch& batch) {
  Dumper d;
  d.Put(article);
  d.Put("sentences", batch.sentences);
  for (const Statement& s : batch.statements) d.Put(s);
  for (const Event& e : batch.events) d.Put(e);
  for (const Actor& a : batch.actors) {
    d.Put("mentions", a.mentions);
    d.Put("name", a.name);
    d.Put("type", ToString(a.type));
    d.Put("code", a.code.country + "/" + a.code.sector);
    d.Put("role", a.role);
    d.Put(a.judgement);
  }
  for (const Place& p : batch.places) {
    d.Put("mentions", p.mentions);
    d.Put("name", p.name);
    d.Put("geonames", p.geonames);
    d.Put("lat", p.at ? std::optional(p.at->lat) : std::nullopt);
    d.Put("lon", p.at ? std::optional(p.at->lon) : std::nullopt);
    d.Put("country", p.country);
    d.Put("admin1", p.admin1);
    d.Put("kind", ToString(p.kind));
    d.Put(p.judgement);
  }
  for (const Time& t : batch.times) {
    d.Put("mention", t.mention);
    d.Put("type", ToString(t.type));
    d.Put("value", t.value);
    d.Put(t.judgement);
  }
  d.Put(batch.diagnostics);
  return d.out.str();
}

// ---------------------------------------------------------------- files

TemporaryFolder::TemporaryFolder(Where where) {
  std::filesystem::path parent = std::filesystem::temp_directory_path();
  std::error_code ignored;
  if (where == kInMemory && std::filesystem::is_directory("/dev/shm", ignored)) parent = "/dev/shm";
  std::string name = (parent / "dateline-store-XXXXXX").string();
  EXPECT_NE(::mkdtemp(name.data()), nullptr);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void WriteFile(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace dateline::fixtures
