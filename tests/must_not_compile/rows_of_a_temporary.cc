// Rows of a table that is gone.
#include "base/table.h"
const auto& rows = dateline::Table::Embedded("countries.tsv", 7).rows();
