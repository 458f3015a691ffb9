// Words of a text that is gone.
#include "dateline/span.h"
#include <string>
std::string Text();
std::string_view words = dateline::Words(Text(), {0, 1});
