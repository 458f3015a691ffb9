#include "annotate/tokens.h"

#include <algorithm>
#include <span>

#include "text/code_points.h"
#include "text/dateline.h"
#include "text/paragraphs.h"
#include "text/sentence_splitter.h"
#include "text/tokenizer.h"
#include "text/unicode.h"

namespace dateline {

namespace {

constexpr std::size_t kHeadlineTokens = 25;

// The byte up to which the text is analysed.
std::uint32_t AnalysedEnd(Document& doc, std::size_t code_points) {
  const auto size = static_cast<std::uint32_t>(doc.text().size());
  if (size <= code_points) return size;  // as many bytes as code points at the least
  const CodePointIndex index(doc.text());
  if (index.size() <= code_points) return size;
  const std::uint32_t end = index.ToByte(static_cast<std::uint32_t>(code_points));
  doc.diagnostics.push_back({"text.truncated",
                             "the text has " + std::to_string(index.size()) +
                                 " characters; the first " + std::to_string(code_points) +
                                 " are analysed",
                             {{end, size}}});
  return end;
}

// A first paragraph that is one short line without a full stop.
bool IsHeadline(const Document& doc, const Sentence& sentence, std::size_t sentences_in_paragraph) {
  if (sentence.paragraph != 0 || sentences_in_paragraph != 1) return false;
  return sentence.tokens.size() <= kHeadlineTokens &&
         doc.tokens[sentence.tokens.last - 1].text != ".";
}

class Builder {
 public:
  Builder(Document& doc, const Limits& limits) : doc_(doc), limits_(limits) {}

  void AddParagraph(Span paragraph) {
    const std::vector<Span> spans = Tokenize(doc_.text(), paragraph);
    const std::vector<std::uint32_t> starts = SentenceStarts(doc_.text(), spans);
    const std::size_t first_sentence = doc_.sentences.size();
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t last = i + 1 < starts.size() ? starts[i + 1] : spans.size();
      for (std::size_t from = starts[i]; from < last; from += limits_.sentence_tokens) {
        const std::size_t to = std::min(last, from + limits_.sentence_tokens);
        AppendSentence(doc_, {spans.data() + from, to - from}, paragraph_);
        if (to < last) split_.push_back(doc_.sentences.back().span);
      }
    }
    const std::size_t made = doc_.sentences.size() - first_sentence;
    if (made > 0) {
      Sentence& first = doc_.sentences[first_sentence];
      first.dateline = std::min(DatelineOf(doc_.text(), spans).tokens, first.tokens.size());
      first.headline = IsHeadline(doc_, first, made) && paragraph.end < doc_.analysed;
      ++paragraph_;
    }
  }

  void Finish() {
    if (split_.empty()) return;
    doc_.diagnostics.push_back(
        {"sentence.split",
         "a sentence of more than " + std::to_string(limits_.sentence_tokens) + " tokens was cut",
         {split_.front()}});
  }

 private:
  Document& doc_;
  const Limits& limits_;
  std::uint32_t paragraph_ = 0;
  std::vector<Span> split_;
};

}  // namespace

StageInfo TokenAnnotator::info() const {
  return {"tokens", {}, {Layer::kSentences, Layer::kTokens}};
}

void AppendSentence(Document& doc, std::span<const Span> spans, std::uint32_t paragraph) {
  const auto first = static_cast<std::uint32_t>(doc.tokens.size());
  const auto sentence = static_cast<std::uint32_t>(doc.sentences.size());
  for (Span span : spans) {
    const std::uint32_t before = doc.tokens.empty() ? 0 : doc.tokens.back().span.end;
    const std::string_view text = doc.Words(span);
    const std::string_view lower = doc.Keep(Lower(text));
    const auto index = static_cast<std::uint32_t>(doc.tokens.size());
    doc.tokens.push_back({.span = span,
                          .text = text,
                          .lower = lower,
                          .shape = ShapeOf(text),
                          .sentence = sentence,
                          .space_before = span.begin > before || span.begin == 0,
                          .lemma = lower,
                          .head = index});
  }
  doc.sentences.push_back({{spans.front().begin, spans.back().end},
                           {first, static_cast<std::uint32_t>(doc.tokens.size())},
                           paragraph});
}

void TokenAnnotator::Annotate(Document& doc) const {
  doc.analysed = AnalysedEnd(doc, limits_.text_code_points);
  Builder builder(doc, limits_);
  for (Span paragraph : Paragraphs(doc.text(), doc.analysed)) builder.AddParagraph(paragraph);
  builder.Finish();
}

Shape ShapeOf(std::string_view token) {
  std::size_t letters = 0, upper = 0, digits = 0;
  bool first_upper = false;
  bool lower = false;
  for (std::size_t i = 0; i < token.size();) {
    const CodePoint c = DecodeAt(token, i);
    i += c.size;
    if (IsDigit(c.value)) ++digits;
    if (!IsLetter(c.value)) continue;
    if (IsUpper(c.value)) {
      ++upper;
      first_upper |= letters == 0 && digits == 0;
    } else if (IsLower(c.value)) {
      lower = true;
    }
    ++letters;
  }
  if (letters == 0) return digits > 0 ? Shape::kNumber : Shape::kPunctuation;
  if (digits > 0) return first_upper ? Shape::kTitle : Shape::kOther;
  if (upper == letters && letters > 1 && token.find('.') == std::string_view::npos)
    return Shape::kUpper;
  if (first_upper) return Shape::kTitle;
  return lower ? Shape::kLower : Shape::kOther;
}

}  // namespace dateline
