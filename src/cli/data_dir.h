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
      "the folder with gazetteer.bin and the models (else $DATELINE_DATA, else beside the binary)",
      ""};
}

inline Option ModelOption() {
  return {"--model", "NAME",
          "core, or fast: four layers of six, less accurate; or the path of a file .dlm", "core"};
}

// The engine with its data.  REQUIRES: the command has DataOption() and ModelOption().
Result<Engine> OpenEngine(const Args& args);
Result<std::unique_ptr<Stages>> OpenStages(const Args& args);

}  // namespace dateline::cli
