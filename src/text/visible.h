// How is text of a stranger shown on a terminal?  With its control characters made visible, so that
// a report cannot drive the terminal that shows it, and the marks that turn the order of words, so
// that it reads as it is stored.  For people only: JSON and CSV have the text as it is.
// Cost: linear.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// "\x1b[2J" -> "\\x1b[2J".  Keeps '\n'; C0 and C1 controls and DEL become \xNN, the
// bidirectional controls and U+2028, U+2029 become \uNNNN.
std::string Visible(std::string_view text);

// The same on one line: '\n' becomes \x0a too.
std::string VisibleLine(std::string_view text);

}  // namespace dateline
