// How is text of a stranger shown on a terminal?  With its control characters made visible, so that
// a report cannot drive the terminal that shows it.  Cost: linear.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// "\x1b[2J" -> "\\x1b[2J".  Keeps '\n'; C0 and C1 controls and DEL become \xNN.
std::string Visible(std::string_view text);

// The same on one line: '\n' becomes \x0a too.
std::string VisibleLine(std::string_view text);

}  // namespace dateline
