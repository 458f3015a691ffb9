// Where does a line end?  At LF, CR LF or a bare CR, as old Macs and some wires write it; the
// CR CR LF of a twice converted file is one line end as well.
//
// Everything that reads a text line by line asks here, so that none of it edits the text.
// Cost: linear in the line.
#pragma once

#include <string_view>

namespace dateline {

// Takes the first line off `text`, with its line end; the line comes without it.
std::string_view TakeLine(std::string_view& text);

}  // namespace dateline
