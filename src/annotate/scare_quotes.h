// Is it speech?  Tells a word or a title in quotation marks from quoted speech; used by quotes.h.
//
// Scare: one or two words inside a clause (the "deal" collapsed), or a title (the novel "A House by
// the River"). Not scare: a sentence of its own ("No."), words that end with the clause's comma
// ("Yes," he said). Cost: linear in the quotation's tokens, at most kLongestTitle of them.
#pragma once

#include "document/document.h"

namespace dateline {

// Reads quote.tokens, quote.inside and quote.closed.  REQUIRES: sentences and tokens.
bool IsScareQuote(const Document& doc, const Quote& quote);

}  // namespace dateline
