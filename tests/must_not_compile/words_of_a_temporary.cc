// Words of a text that is gone.
#include <string>

#include "dateline/span.h"
std::string Text();
std::string_view words = dateline::Words(Text(), {0, 1});
