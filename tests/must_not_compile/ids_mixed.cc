// A statement's id where an event's is wanted.
#include "dateline/record.h"
dateline::EventId id = dateline::StatementId{1};
