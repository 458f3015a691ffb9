// What does a line of JSON say?  One report from one object, in one of three schemas.
//
//   ours  {id, url, title, published, text, html, publisher, language, section}   text or html
//   ngec  {id, date, event_text, publisher, headline, url}                        POLECAT's input
//   zyte  {url, headline, datePublished, articleBody, inLanguage}                 web extraction
//   services
// kAuto takes the first whose text field is there.  The text is the decoded string, byte for byte;
// it has no SourceMap.  An html field is read as a page: the SourceMap points into that page.
// Fields that the schema does not have are named in UnreadFields.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dateline/article.h"
#include "dateline/limits.h"
#include "dateline/result.h"
#include "ingest/unread_fields.h"

namespace dateline {

enum class JsonSchema { kAuto, kOurs, kNgec, kZyte };

// "auto", "ours", "ngec", "zyte"; none for another name.
std::optional<JsonSchema> JsonSchemaOf(std::string_view name);

// `where`: "reports.jsonl:17", for Article::source and for errors.
// Errors: kJsonInvalid, kJsonNoText, kDateInvalid, kInputTooLarge, those of ReadHtml.
Result<Article> ReadJsonLine(std::string_view line, JsonSchema schema, const std::string& where,
                             const Limits& limits, UnreadFields& unread);

// The id that a line gives, for an answer to a line that failed; "" if it has none or is no JSON.
std::string GivenIdOf(std::string_view line);

}  // namespace dateline
