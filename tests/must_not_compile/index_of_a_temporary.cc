// An index over a text that is gone.
#include "text/code_points.h"
std::string Text();
dateline::CodePointIndex index(Text());
