// Do the stages fit together?  Checks, before any text runs, that each layer a stage requires was
// assigned by one before it, and that no layer is assigned twice.
#pragma once

#include <string>
#include <vector>

#include "document/stage.h"

namespace dateline {

// "" if the chain is sound, else what is wrong: "statements requires actors, which no stage before
// it assigns".
std::string ChainProblem(const std::vector<StageInfo>& stages);

}  // namespace dateline
