// Where are the data files?  Beside the binary (share/), where it was installed
// (../share/dateline), or where
// --data or DATELINE_DATA says.
#pragma once

#include <string>

#include "cli/command.h"
#include "dateline/engine.h"
#include "pipeline/stages.h"

namespace dateline::cli {

inline Option DataOption() {
  return {
      "--data", "DIR",
      "the folder with gazetteer.bin and core.dlm (else $DATELINE_DATA, else beside the binary)",
      ""};
}

// The engine with its data.  REQUIRES: the command has DataOption().
Result<Engine> OpenEngine(const Args& args);
Result<std::unique_ptr<Stages>> OpenStages(const Args& args);

}  // namespace dateline::cli
