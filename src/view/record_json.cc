#include "view/record_json.h"

#include "text/code_points.h"
#include "view/json.h"

namespace dateline {

namespace {

class RecordWriter {
 public:
  RecordWriter(const Article& article, const RecordBatch& batch)
      : article_(article), batch_(batch), index_(article.text) {}

  std::string Write() {
    json_.BeginObject().Key("schema").String("dateline/1").Key("article");
    Write(article_);
    json_.Key("sentences");
    Spans(batch_.sentences);
    Records("statements", batch_.statements, 's');
    Records("events", batch_.events, 'e');
    Records("actors", batch_.actors, 'a');
    Records("places", batch_.places, 'p');
    Records("times", batch_.times, 't');
    json_.Key("diagnostics").BeginArray();
    for (const Diagnostic& diagnostic : article_.diagnostics) Write(diagnostic);
    for (const Diagnostic& diagnostic : batch_.diagnostics) Write(diagnostic);
    json_.EndArray().EndObject();
    return json_.Take();
  }

 private:
  void Write(const Diagnostic& diagnostic) {
    json_.BeginObject().Key("code").String(diagnostic.code);
    json_.Key("message").String(diagnostic.message);
    json_.Key("spans");
    Spans(diagnostic.spans);
    json_.EndObject();
  }

  template <class T>
  void Records(std::string_view key, const std::vector<T>& records, char letter) {
    json_.Key(key).BeginArray();
    for (std::size_t i = 0; i < records.size(); ++i) {
      json_.BeginObject().Key("id").String(letter + std::to_string(i + 1));
      Write(records[i]);
      json_.Key("confidence").Decimal(records[i].judgement.confidence, 2);
      json_.Key("why").String(records[i].judgement.why).EndObject();
    }
    json_.EndArray();
  }

  void Spans(const std::vector<Span>& spans) {
    json_.BeginArray();
    for (Span span : spans) {
      const Span points = index_.FromBytes(span);
      json_.BeginArray().Integer(points.begin).Integer(points.end).EndArray();
    }
    json_.EndArray();
  }

  template <class Id>
  void Reference(std::string_view key, const std::optional<Id>& id) {
    json_.Key(key);
    id ? json_.String(id->ToString()) : json_.Null();
  }

  // {"spans": [...]} or null.
  void Part(std::string_view key, const std::optional<Evidence>& evidence) {
    json_.Key(key);
    if (!evidence) {
      json_.Null();
      return;
    }
    json_.BeginObject().Key("spans");
    Spans(evidence->spans());
    json_.EndObject();
  }

  void Write(const Article& a) {
    json_.BeginObject();
    json_.Key("id").String(a.id).Key("given_id").StringOrNull(a.given_id);
    json_.Key("source").StringOrNull(a.source).Key("url").StringOrNull(a.url);
    json_.Key("publisher").StringOrNull(a.publisher).Key("title").StringOrNull(a.title);
    json_.Key("published").StringOrNull(a.published).Key("language").StringOrNull(a.language);
    json_.Key("text").String(a.text).Key("credits").BeginArray();
    for (const std::string& credit : a.credits) json_.String(credit);
    json_.EndArray().EndObject();
  }

  void Write(const Statement& s) {
    json_.Key("source");
    if (s.source || s.speaker) {
      json_.BeginObject().Key("spans");
      Spans(s.source ? s.source->spans() : std::vector<Span>{});
      Reference("actor", s.speaker);
      json_.EndObject();
    } else {
      json_.Null();
    }
    json_.Key("cue");
    if (s.cue) {
      json_.BeginObject().Key("spans");
      Spans(s.cue->evidence.spans());
      json_.Key("lemma").String(s.cue->lemma).EndObject();
    } else {
      json_.Null();
    }
    Part("content", s.content);
    json_.Key("form").String(ToString(s.form)).Key("stance").String(ToString(s.stance));
    json_.Key("anonymous").Bool(s.anonymous).Key("implicit").Bool(s.implicit);
    json_.Key("conditional").Bool(s.conditional).Key("addressee");
    if (s.addressee) {
      json_.BeginObject().Key("spans");
      Spans(s.addressee->evidence.spans());
      Reference("actor", s.addressee->actor);
      json_.EndObject();
    } else {
      json_.Null();
    }
    Part("venue", s.venue);
    Reference("parent", s.parent);
  }

  void Participants(std::string_view key, const std::vector<Participant>& participants) {
    json_.Key(key).BeginArray();
    for (const Participant& participant : participants) {
      json_.BeginObject().Key("spans");
      Spans(participant.spans);
      Reference("actor", participant.actor);
      json_.Key("code").String(participant.code.ToString()).EndObject();
    }
    json_.EndArray();
  }

  void Count(std::string_view key, const std::optional<std::uint32_t>& count) {
    json_.Key(key);
    count ? json_.Integer(*count) : json_.Null();
  }

  void Write(const Event& e) {
    json_.Key("type").String(ToString(e.type)).Key("mode").StringOrNull(e.mode);
    json_.Key("contexts").BeginArray();
    for (const std::string& context : e.contexts) json_.String(context);
    json_.EndArray();
    json_.Key("cameo").StringOrNull(e.cameo).Key("quad").Integer(e.quad);
    json_.Key("intensity").Decimal(e.intensity, 1);
    Part("trigger", e.trigger);
    Participants("actors", e.actors);
    Participants("recipients", e.recipients);
    Reference("place", e.place);
    Reference("time", e.time);
    json_.Key("date").StringOrNull(e.date).Key("status").String(ToString(e.status));
    Reference("claimed_by", e.claimed_by);
    Count("dead", e.dead);
    Count("injured", e.injured);
    Count("arrested", e.arrested);
    Reference("same_as", e.same_as);
  }

  void Write(const Actor& a) {
    json_.Key("name").String(a.name).Key("type").String(ToString(a.type));
    json_.Key("country").StringOrNull(a.code.country).Key("sector").StringOrNull(a.code.sector);
    json_.Key("code").String(a.code.ToString()).Key("role").StringOrNull(a.role).Key("mentions");
    Spans(a.mentions.spans());
  }

  void Write(const Place& p) {
    json_.Key("spans");
    Spans(p.mentions.spans());
    json_.Key("name").String(p.name).Key("geonames");
    p.geonames ? json_.Integer(static_cast<std::int64_t>(*p.geonames)) : json_.Null();
    json_.Key("lat");
    p.at ? json_.Decimal(p.at->lat, 4) : json_.Null();
    json_.Key("lon");
    p.at ? json_.Decimal(p.at->lon, 4) : json_.Null();
    json_.Key("country").StringOrNull(p.country).Key("admin1").StringOrNull(p.admin1);
    json_.Key("kind").String(ToString(p.kind));
  }

  void Write(const Time& t) {
    json_.Key("spans");
    Spans(t.mention.spans());
    json_.Key("type").String(ToString(t.type)).Key("value").StringOrNull(t.value);
  }

  const Article& article_;
  const RecordBatch& batch_;
  CodePointIndex index_;
  JsonWriter json_;
};

}  // namespace

std::string RecordJson(const Article& article, const RecordBatch& batch) {
  return RecordWriter(article, batch).Write();
}

std::string ErrorJson(std::string_view id, const Error& error) {
  JsonWriter json;
  json.BeginObject().Key("id").StringOrNull(id).Key("error").BeginObject();
  json.Key("code").String(ErrorId(error.code));
  json.Key("message").String(std::string(ErrorSentence(error.code)) +
                             (error.message.empty() ? "" : ": " + error.message));
  json.Key("where").StringOrNull(error.where).EndObject().EndObject();
  return json.Take();
}

}  // namespace dateline
