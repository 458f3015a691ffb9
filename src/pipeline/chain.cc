#include "pipeline/chain.h"

#include <algorithm>

namespace dateline {

std::string ChainProblem(const std::vector<StageInfo>& stages) {
  std::vector<Layer> assigned;
  const auto has = [&](Layer layer) {
    return std::ranges::find(assigned, layer) != assigned.end();
  };
  for (const StageInfo& stage : stages) {
    for (Layer layer : stage.requires_layers) {
      if (has(layer)) continue;
      return std::string(stage.name) + " requires " + std::string(ToString(layer)) +
             ", which no stage before it assigns";
    }
    for (Layer layer : stage.assigns) {
      if (has(layer))
        return std::string(stage.name) + " assigns " + std::string(ToString(layer)) +
               " a second time";
      assigned.push_back(layer);
    }
  }
  return "";
}

}  // namespace dateline
