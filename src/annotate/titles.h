// Who bears this title?  Mends the tree where a title and the name behind it are both the subject.
//
// "Secretary of State Anna Ward warned Oslo": the parser now and then hangs the title and the name
// from the verb side by side.  The title then goes with the name, as treebanks have it.  Cost:
// a short climb for each name of a person.  Thread rule: changes the document it is given.
#pragma once

#include "document/document.h"

namespace dateline {

// REQUIRES: the layers kSyntax and kNames of these names, doc.names[first_name] and after.
void HangTitlesFromNames(Document& doc, std::size_t first_name);

}  // namespace dateline
