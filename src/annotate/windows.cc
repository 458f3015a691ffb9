#include "annotate/windows.h"

#include <algorithm>
#include <optional>

#include "base/check.h"
#include "model/spelling.h"

namespace dateline {

DocumentWindows::DocumentWindows(const Document& doc, const WordPiece& pieces)
    : doc_(doc), word_piece_(pieces) {
  begin_.reserve(doc.tokens.size() + 1);
  for (const Token& token : doc.tokens) {
    begin_.push_back(static_cast<std::uint32_t>(pieces_.size()));
    pieces.Append(token.text, pieces_);
  }
  begin_.push_back(static_cast<std::uint32_t>(pieces_.size()));
}

bool DocumentWindows::StartsParagraph(std::uint32_t sentence) const {
  return sentence == 0 ||
         doc_.sentences[sentence].paragraph != doc_.sentences[sentence - 1].paragraph;
}

std::vector<Range> DocumentWindows::Pack(std::uint32_t budget) const {
  const auto count = static_cast<std::uint32_t>(doc_.sentences.size());
  const auto size = [&](std::uint32_t sentence) {
    const Range tokens = doc_.sentences[sentence].tokens;
    return begin_[tokens.last] - begin_[tokens.first] + 1;  // and its separator
  };
  std::vector<Range> windows;
  for (std::uint32_t at = 0; at < count;) {
    std::uint32_t end = at + 1;
    std::uint32_t used = size(at);
    std::optional<std::uint32_t> paragraph;  // the last sentence so far that opens one
    while (end < count) {
      if (StartsParagraph(end)) paragraph = end;
      if (used + size(end) > budget) break;
      used += size(end++);
    }
    if (end < count && paragraph && *paragraph <= end) end = *paragraph;
    windows.push_back({at, end});
    at = end;
  }
  return windows;
}

Window DocumentWindows::Make(Range tokens, std::uint32_t limit) const {
  DL_CHECK(!tokens.empty());
  Window window;
  Quotation quotation;
  const auto add = [&window](std::uint32_t piece, std::uint8_t letters, std::uint8_t quoted) {
    window.pieces.push_back(piece);
    window.cases.push_back(letters);
    window.quotes.push_back(quoted);
  };
  add(word_piece_.cls(), 0, 0);
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    const Token& token = doc_.tokens[i];
    const Range sentence = doc_.sentences[token.sentence].tokens;
    if (i == tokens.first || i == sentence.first) {
      const bool paragraph = i == sentence.first && StartsParagraph(token.sentence);
      if (paragraph) quotation.StartParagraph();
      if (paragraph && i != tokens.first) add(word_piece_.sep(), 0, 0);
    }
    const std::uint32_t end = std::min(sentence.last, tokens.last);
    const auto used = static_cast<std::uint32_t>(window.pieces.size());
    const std::uint32_t kept = used + 2 * (end - i);  // later words keep one piece each
    const std::uint32_t room = limit > kept ? limit - kept : 1;
    window.first.push_back(used);
    const std::uint8_t letters = CaseOf(token.text);
    const std::uint8_t quoted = quotation.Covers(token.text) ? 1 : 0;
    const std::uint32_t last = std::min(begin_[i + 1], begin_[i] + std::max(room, 1U));
    for (std::uint32_t p = begin_[i]; p < last; ++p) add(pieces_[p], letters, quoted);
    AppendFeatures(token.text, window.features);
    window.feature_ends.push_back(static_cast<std::uint32_t>(window.features.size()));
    if (i + 1 == end) add(word_piece_.sep(), 0, 0);
  }
  return window;
}

}  // namespace dateline
