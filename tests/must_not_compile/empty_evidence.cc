// Evidence of nothing.
#include "dateline/record.h"
dateline::Evidence e{};
