// Which reports does a command read?  The option that the reading commands share.
#pragma once

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

}  // namespace dateline::cli
