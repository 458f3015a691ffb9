#include "ingest/jsonl.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "ingest/article_id.h"
#include "ingest/credits.h"
#include "ingest/html.h"
#include "ingest/iso_date.h"
#include "ingest/json.h"
#include "ingest/plain.h"

namespace dateline {

namespace {

// Which member holds what; "" where a schema has no such member.
struct Fields {
  JsonSchema schema;
  std::string_view name;
  std::string_view text, html, title, published, url, publisher, language, section;
};

constexpr std::array<Fields, 3> kSchemas = {{
    {JsonSchema::kOurs, "ours", "text", "html", "title", "published", "url", "publisher",
     "language", "section"},
    {JsonSchema::kNgec, "ngec", "event_text", "", "headline", "date", "url", "publisher",
     "language", "section"},
    {JsonSchema::kZyte, "zyte", "articleBody", "", "headline", "datePublished", "url", "publisher",
     "inLanguage", "section"},
}};

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

// The member of the whole object; null if it is not there or `key` is "".
const JsonValue* MemberOf(const JsonDocument& json, std::string_view key) {
  const std::uint32_t member = key.empty() ? 0 : json.Member(0, key);
  return member == 0 || json[member].kind == JsonKind::kNull ? nullptr : &json[member];
}

// The member if it is a string; "" else: a number is an id or a date, never a report.
std::string_view StringOf(const JsonDocument& json, std::string_view key) {
  const JsonValue* member = MemberOf(json, key);
  return member != nullptr && member->kind == JsonKind::kString ? member->text : "";
}

bool HasText(const JsonDocument& json, const Fields& fields) {
  return !IsBlank(StringOf(json, fields.text)) || !IsBlank(StringOf(json, fields.html));
}

std::unexpected<Error> Fail(ErrorCode code, std::string message, const std::string& where) {
  return std::unexpected(Error{code, std::move(message), where});
}

const Fields* FieldsOf(const JsonDocument& json, JsonSchema schema) {
  for (const Fields& fields : kSchemas)
    if ((schema == JsonSchema::kAuto || schema == fields.schema) && HasText(json, fields))
      return &fields;
  return nullptr;
}

// Why no schema fits: a member that should be the text is something else, or there is none.
std::unexpected<Error> NoText(const JsonDocument& json, JsonSchema schema,
                              const std::string& where) {
  for (const Fields& fields : kSchemas) {
    if (schema != JsonSchema::kAuto && schema != fields.schema) continue;
    for (std::string_view key : {fields.text, fields.html}) {
      const JsonValue* member = MemberOf(json, key);
      if (member == nullptr) continue;
      std::string message("\"");
      message.append(key);
      message += member->kind == JsonKind::kString ? "\" is empty" : "\" must be a string";
      return Fail(ErrorCode::kJsonNoText, std::move(message), where);
    }
  }
  return Fail(ErrorCode::kJsonNoText, "it needs text or html (or event_text, articleBody)", where);
}

Result<void> ReadDate(const JsonDocument& json, std::string_view key, const std::string& where,
                      Article& article) {
  const JsonValue* value = MemberOf(json, key);
  if (value == nullptr || (value->kind == JsonKind::kString && IsBlank(value->text))) return {};
  const std::optional<std::string> published = IsoDate(value->text);
  if (!published) {
    std::string message(value->text.empty() ? "it is no date; " : "\"");
    if (!value->text.empty()) message.append(value->text.substr(0, 80)).append("\"; ");
    message += LacksDay(value->text) ? "the day is needed: " : "";
    return Fail(ErrorCode::kDateInvalid, message + "write it like 2024-05-03", where);
  }
  article.published = *published;
  return {};
}

// The article of the text or the html member.
Result<Article> ReadBody(const JsonDocument& json, const Fields& fields, const Limits& limits) {
  if (const std::string_view text = StringOf(json, fields.text); !IsBlank(text)) {
    Article article;
    article.text = text;
    article.credits = CreditsOf(text);
    return article;
  }
  // The page is UTF-8, whatever charset it declares: JSON says so.
  return ReadHtml(StringOf(json, fields.html), "UTF-8", limits);
}

std::array<std::string_view, 9> NamesOf(const Fields& fields) {
  return {"id",       fields.text,      fields.html,     fields.title,  fields.published,
          fields.url, fields.publisher, fields.language, fields.section};
}

void NameUnread(const JsonDocument& json, const Fields& fields, const std::string& where,
                UnreadFields& unread) {
  const std::array<std::string_view, 9> names = NamesOf(fields);
  bool any = false;
  for (std::uint32_t member = 1; member < json[0].end; member = json[member].end) {
    if (std::ranges::find(names, json[member].key) != names.end()) continue;
    unread.Add(json[member].key, where);
    any = true;
  }
  if (!any) return;
  std::string known;
  for (std::string_view name : names)
    if (!name.empty()) known.append(known.empty() ? "" : ", ").append(name);
  unread.SetKnown(std::move(known));
}

void Take(std::string_view value, std::string& member) {
  if (!IsBlank(value)) member = value;
}

}  // namespace

std::optional<JsonSchema> JsonSchemaOf(std::string_view name) {
  if (name == "auto") return JsonSchema::kAuto;
  for (const Fields& fields : kSchemas)
    if (name == fields.name) return fields.schema;
  return std::nullopt;
}

Result<Article> ReadJsonLine(std::string_view line, JsonSchema schema, const std::string& where,
                             const Limits& limits, UnreadFields& unread) {
  if (line.size() > limits.input_bytes)
    return Fail(ErrorCode::kInputTooLarge,
                "the line is longer than " + std::to_string(limits.input_bytes) + " bytes", where);
  Result<JsonDocument> json = JsonDocument::Parse(line);
  if (!json) return Fail(json.error().code, json.error().message, where);
  if ((*json)[0].kind != JsonKind::kObject)
    return Fail(ErrorCode::kJsonInvalid, "it is no object", where);
  const Fields* fields = FieldsOf(*json, schema);
  if (fields == nullptr) return NoText(*json, schema, where);
  Result<Article> article = ReadBody(*json, *fields, limits);
  if (!article) return Fail(article.error().code, article.error().message, where);
  if (const Result<void> date = ReadDate(*json, fields->published, where, *article); !date)
    return std::unexpected(date.error());
  NameUnread(*json, *fields, where, unread);
  article->source = where;
  Take(json->Text(0, "id"), article->given_id);
  Take(json->Text(0, fields->url), article->url);
  Take(json->Text(0, fields->title), article->title);
  Take(json->Text(0, fields->publisher), article->publisher);
  Take(json->Text(0, fields->section), article->section);
  Take(json->Text(0, fields->language), article->language);
  if (article->title.empty()) article->title = HeadlineOf(article->text);
  if (article->published.empty()) article->published = DatelineDate(article->text);
  article->source_sha256 = Sha256Hex(line);
  article->id = ArticleId(*article);
  return article;
}

std::string GivenIdOf(std::string_view line) {
  const Result<JsonDocument> json = JsonDocument::Parse(line);
  return json ? std::string(json->Text(0, "id")) : std::string();
}

}  // namespace dateline
