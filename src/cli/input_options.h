// Which reports does a command read, and how many at once?  The options that the reading commands
// share.
#pragma once

#include <algorithm>
#include <thread>

#include "cli/command.h"
#include "ingest/reader.h"

namespace dateline::cli {

inline Option SchemaOption() {
  return {"--schema", "NAME", "fields of JSON Lines: auto, ours, ngec or zyte", "auto"};
}

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
