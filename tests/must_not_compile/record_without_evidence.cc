// A record without evidence.
#include "dateline/record.h"
dateline::Statement s{};
