#include "view/layers_json.h"

#include "annotate/conllu.h"
#include "text/code_points.h"
#include "view/json.h"

namespace dateline {

namespace {

class LayersWriter {
 public:
  // `index`: of the document's text.
  LayersWriter(const Document& doc, const CodePointIndex& index) : doc_(doc), index_(index) {}

  std::string Write() {
    json_.BeginObject().Key("id").String(doc_.article().id).Key("text").String(doc_.text());
    json_.Key("sentences").BeginArray();
    for (const Sentence& sentence : doc_.sentences) Put(sentence.tokens);
    json_.EndArray().Key("tokens").BeginArray();
    for (const Token& token : doc_.tokens) Put(token);
    json_.EndArray().Key("names").BeginArray();
    for (const Name& name : doc_.names) Put(name, false);
    for (const Name& name : doc_.inner_names) Put(name, true);
    json_.EndArray().Key("attributions").BeginArray();
    for (const Attribution& item : doc_.attributions) Put(item);
    json_.EndArray().Key("acts").BeginArray();
    for (const Act& act : doc_.acts) Put(act);
    json_.EndArray().EndObject();
    return json_.Take() + "\n";
  }

  std::string WriteName(const Name& name, bool inner) {
    Put(name, inner);
    return json_.Take() + "\n";
  }

 private:
  void Put(Range tokens) {
    json_.BeginArray().Integer(tokens.first).Integer(tokens.last).EndArray();
  }

  void PutSpan(Span span) {
    const Span points = index_.FromBytes(span);
    json_.Key("span").BeginArray().Integer(points.begin).Integer(points.end).EndArray();
  }

  void Put(const Token& token) {
    json_.BeginObject();
    PutSpan(token.span);
    json_.Key("lemma").String(token.lemma);
    json_.Key("upos").String(ToString(token.upos)).Key("xpos").String(ToString(token.xpos));
    json_.Key("head").Integer(token.head).Key("deprel").String(ToString(token.deprel)).EndObject();
  }

  void Put(const Name& name, bool inner) {
    json_.BeginObject().Key("id").String(doc_.article().id);
    PutSpan(name.span);
    json_.Key("type").String(LabelOf(name.kind)).Key("words").String(doc_.Words(name.span));
    json_.Key("inner").Bool(inner).Key("confidence").Decimal(name.confidence, 2).EndObject();
  }

  void Put(const Attribution& item) {
    json_.BeginObject().Key("source");
    if (item.source.empty()) {
      json_.Null();
    } else {
      Put(item.source);
    }
    json_.Key("cue");
    Put(item.cue);
    Put("content", item.content);
    json_.Key("inner").Bool(item.inner);
    json_.Key("confidence").Decimal(item.confidence, 2).EndObject();
  }

  void Put(const Act& act) {
    json_.BeginObject().Key("trigger");
    Put(act.trigger);
    json_.Key("type").String(ToString(act.type)).Key("mode").StringOrNull(act.mode);
    json_.Key("status").String(ToString(act.status));
    Put("actors", act.actors);
    Put("recipients", act.recipients);
    json_.Key("confidence").Decimal(act.confidence, 2).EndObject();
  }

  void Put(std::string_view key, const std::vector<Range>& ranges) {
    json_.Key(key).BeginArray();
    for (Range range : ranges) Put(range);
    json_.EndArray();
  }

  const Document& doc_;
  const CodePointIndex& index_;
  JsonWriter json_;
};

}  // namespace

std::string LayersJson(const Document& doc) {
  return LayersWriter(doc, CodePointIndex(doc.text())).Write();
}

std::string NamesJson(const Document& doc) {
  const CodePointIndex index(doc.text());
  std::string lines;
  for (const Name& name : doc.names) lines += LayersWriter(doc, index).WriteName(name, false);
  for (const Name& name : doc.inner_names) lines += LayersWriter(doc, index).WriteName(name, true);
  return lines;
}

}  // namespace dateline
