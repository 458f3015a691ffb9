// Is this a value of the filter?  What a person types becomes the word of the store, or an Error
// that lists the words there are.
//
// Case does not count ("Actual", "assault").  A country may be given by its name or its codes of
// two or three letters: "Kenya", "ke", "KEN"; a code that the table of countries does not have is
// accepted where the store has it ("IGO", "ATA").  "" stays "": no filter.  Cost: linear in the
// words of the filter; for a code that is in no table, in the store.  Thread rule: pure.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "dateline/record.h"
#include "dateline/result.h"
#include "store/sqlite.h"

namespace dateline {

// Error kUsage: "--status" has no such word; its words are listed.
Result<std::string> FilterWord(std::string_view filter, const std::string& value,
                               std::span<const std::string_view> words);

// -> "KEN".  Errors: kUsage; those of the store.
Result<std::string> FilterCountry(const std::string& value, SqlConnection& connection);

}  // namespace dateline
