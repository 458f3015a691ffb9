// Which reports does a command read, and how many at once?  The options that the reading commands
// share.
#pragma once

#include <algorithm>
#include <thread>

#include "cli/command.h"
#include "cli/terminal.h"
#include "ingest/reader.h"

namespace dateline::cli {

inline Option SchemaOption() {
  return {"--schema", "NAME",
          "ours, ngec or zyte: every input is JSON Lines with these fields; auto: told by content",
          "auto"};
}

// For the help of commands that have it.
inline constexpr char kJsonLinesHelp[] =
    "JSON Lines has one object a line, {\"text\": \"...\"} or {\"html\": \"...\"}, and may have "
    "id, title,\n"
    "published (2024-05-03), url, publisher, language and section.  Schema ngec (the coder of "
    "POLECAT) has event_text,\n"
    "headline and date instead, zyte (web extraction) articleBody, headline and datePublished.  "
    "Fields that are not read are named "
    "once.\n";

// REQUIRES: the command has SchemaOption().
inline Result<ReadOptions> ReadOptionsOf(const Args& args) {
  const std::optional<JsonSchema> schema = JsonSchemaOf(args.Get("--schema"));
  if (!schema) {
    return std::unexpected(
        Error{ErrorCode::kUsage,
              "no schema '" + args.Get("--schema") + "': auto, ours, ngec or zyte", ""});
  }
  ReadOptions options;
  options.schema = *schema;
  options.note = Note;
  return options;
}

inline Option JobsOption() { return {"--jobs", "N", "reports read at once (else one a core)", ""}; }

// REQUIRES: the command has JobsOption().
inline Result<unsigned> JobsOf(const Args& args) {
  constexpr std::uint64_t kMost = 256;
  if (!args.Has("--jobs")) return std::clamp(std::thread::hardware_concurrency(), 1u, 64u);
  const Result<std::uint64_t> jobs = args.Number("--jobs");
  if (!jobs) return std::unexpected(jobs.error());
  if (*jobs < 1 || *jobs > kMost)
    return std::unexpected(Error{ErrorCode::kUsage, "--jobs takes a number from 1 to 256", ""});
  return static_cast<unsigned>(*jobs);
}

// Bytes of text that wait for their turn.
inline constexpr std::size_t kWaitingBytes = std::size_t{16} << 20;

}  // namespace dateline::cli
