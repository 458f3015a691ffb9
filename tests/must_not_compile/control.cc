// The control: this one must compile, or the others prove nothing.
#include <string>

#include "base/table.h"
#include "dateline/record.h"
#include "dateline/span.h"
#include "text/code_points.h"
const std::string text = "He left.";
std::string_view words = dateline::Words(text, {0, 2});
dateline::CodePointIndex index(text);
dateline::Evidence evidence({0, 2});
dateline::EventId id = dateline::EventId{1};
