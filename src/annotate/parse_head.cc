#include "annotate/parse_head.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "annotate/best_tree.h"
#include "annotate/head_layers.h"
#include "annotate/lemma.h"

namespace dateline {

namespace {

constexpr std::size_t kArc = 256;   // width of the projections of arcs
constexpr std::size_t kLabel = 80;  // and of relations

// The index of the largest of `size` numbers.
std::size_t ArgMax(const float* row, std::size_t size) {
  return std::max_element(row, row + size) - row;
}

// Forms that the table knows better than the script: of 20,000 words of news few verbs are seen in
// training.
bool IsInflected(const Token& token) {
  switch (token.xpos) {
    case Xpos::kVbd:
    case Xpos::kVbn:
    case Xpos::kVbg:
    case Xpos::kVbz:
    case Xpos::kNns:
      return token.upos != Upos::kAux;
    default:
      return false;
  }
}

// Do both tag sets make it a verb?  A finite verb by its XPOS is one by its UPOS too, and an
// auxiliary only if it is one of the few: "refused" (PART), "threatened" (AUX) of short sentences
// are verbs.
bool IsVerbAfterAll(const Token& token, std::string_view lemma) {
  static constexpr std::string_view kAuxiliaries[] = {
      "be",    "have",   "do",   "will",  "would", "can", "could", "may", "might",
      "shall", "should", "must", "ought", "get",   "use", "dare",  "need"};
  if (token.upos == Upos::kAux)
    return std::ranges::find(kAuxiliaries, lemma) == std::end(kAuxiliaries) && lemma.size() > 3;
  const bool finite =
      token.xpos == Xpos::kVbd || token.xpos == Xpos::kVbz || token.xpos == Xpos::kVbp;
  return finite && (token.upos == Upos::kPart || token.upos == Upos::kIntj);
}

// Rows of logits become rows of log probabilities.
void LogSoftmax(std::vector<float>& rows, std::size_t width) {
  for (std::size_t at = 0; at < rows.size(); at += width) {
    const float top = *std::max_element(&rows[at], &rows[at] + width);
    float sum = 0;
    for (std::size_t i = 0; i < width; ++i) sum += std::exp(rows[at + i] - top);
    const float log_sum = top + std::log(sum);
    for (std::size_t i = 0; i < width; ++i) rows[at + i] -= log_sum;
  }
}

}  // namespace

Result<ParseHead> ParseHead::Open(const ModelFile& file, std::size_t width) {
  ParseHead head;
  LayerReader reader(file);
  reader.Labels("upos", UposOf, head.uposes_);
  reader.Labels("xpos", XposOf, head.xposes_);
  reader.Labels("deprel", DeprelOf, head.deprels_);
  reader.Labels("lemma", LemmaScript::Parse, head.scripts_);
  head.upos_ = reader.Layer("heads.parse.upos", head.uposes_.size(), width);
  head.xpos_ = reader.Layer("heads.parse.xpos", head.xposes_.size(), width);
  head.lemma_ = reader.Layer("heads.parse.lemma", head.scripts_.size(), width);
  head.arc_word_ = reader.Layer("heads.parse.arc_word", kArc, width);
  head.arc_head_ = reader.Layer("heads.parse.arc_head", kArc, width);
  head.arc_ = reader.Layer("heads.parse.arc", kArc, kArc);
  head.label_word_ = reader.Layer("heads.parse.label_word", kLabel, width);
  head.label_head_ = reader.Layer("heads.parse.label_head", kLabel, width);
  head.label_ = reader.Layer("heads.parse.label", head.deprels_.size() * (kLabel + 1), kLabel);
  const float* root = reader.Row("heads.parse.root", width);
  if (!reader.ok()) return std::unexpected(reader.error());
  Quantized rounded;
  rounded.Assign(root, 1, width);
  head.root_head_ = Projection(rounded, 1, head.arc_head_);
  head.root_label_ = Projection(rounded, 1, head.label_head_);
  return head;
}

void ParseHead::Read(const WordVectors& words, Document& doc) const {
  Tag(words, doc);
  const std::size_t count = words.tokens.size();
  const Projected all = {
      .wanted = Linear(Projection(words.rounded, count, arc_word_).data(), count, arc_),
      .heads = Projection(words.rounded, count, arc_head_),
      .relation = Projection(words.rounded, count, label_word_),
      .labels = Projection(words.rounded, count, label_head_)};
  for (std::uint32_t token = words.tokens.first; token < words.tokens.last;) {
    const Range sentence = doc.SentenceOf(token).tokens;
    Attach(all, words.tokens, sentence, doc);
    token = sentence.last;
  }
  Relate(all, words.tokens, doc);
}

void ParseHead::Tag(const WordVectors& words, Document& doc) const {
  const std::size_t count = words.tokens.size();
  const Buffer<float> upos = Linear(words.rounded, count, upos_);
  const Buffer<float> xpos = Linear(words.rounded, count, xpos_);
  const Buffer<float> lemma = Linear(words.rounded, count, lemma_);
  for (std::size_t i = 0; i < count; ++i) {
    Token& token = doc.tokens[words.tokens.first + i];
    token.upos = uposes_[ArgMax(&upos[i * uposes_.size()], uposes_.size())];
    token.xpos = xposes_[ArgMax(&xpos[i * xposes_.size()], xposes_.size())];
    const LemmaScript& script = scripts_[ArgMax(&lemma[i * scripts_.size()], scripts_.size())];
    std::string found = IsInflected(token) ? LemmaOf(token.lower, token.xpos != Xpos::kNns)
                                           : script.Apply(token.lower);
    // "said" taken for a present stays a form of "say".
    if (token.xpos == Xpos::kVbp && !IrregularVerb(token.lower).empty())
      found = IrregularVerb(token.lower);
    if (IsVerbAfterAll(token, found)) token.upos = Upos::kVerb;
    token.lemma = found == token.lower ? token.lower : doc.Keep(std::move(found));
  }
}

void ParseHead::Attach(const Projected& all, Range words, Range sentence, Document& doc) const {
  const std::size_t size = sentence.size();
  const std::size_t first = sentence.first - words.first;
  // Head 0 is the root, head k the sentence's word k - 1.
  const auto head_of = [&](std::size_t k) {
    return k == 0 ? root_head_.data() : &all.heads[(first + k - 1) * kArc];
  };
  std::vector<float> scores(size * (size + 1));
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t k = 0; k <= size; ++k)
      scores[i * (size + 1) + k] = Dot(&all.wanted[(first + i) * kArc], head_of(k), kArc);
  LogSoftmax(scores, size + 1);
  const std::vector<std::uint32_t> tree = BestTree(scores, sentence.size());
  for (std::uint32_t i = 0; i < sentence.size(); ++i) {
    Token& token = doc.tokens[sentence.first + i];
    const std::size_t head = tree[i];
    token.head = sentence.first + (head == 0 ? i : static_cast<std::uint32_t>(head) - 1);
  }
}

// The forms of a few words at a time: those of a sentence would not stay in the cache.
void ParseHead::Relate(const Projected& all, Range words, Document& doc) const {
  constexpr std::uint32_t kAtOnce = 6;
  const std::size_t width = deprels_.size() * (kLabel + 1);
  Quantized dependents;
  Buffer<float> forms;  // [words][relations][kLabel + 1]
  forms.Reserve(kAtOnce * width);
  for (std::uint32_t first = words.first; first < words.last; first += kAtOnce) {
    const std::uint32_t last = std::min(words.last, first + kAtOnce);
    dependents.Assign(&all.relation[(first - words.first) * kLabel], last - first, kLabel);
    Multiply(dependents, label_, forms.data());
    for (std::uint32_t i = first; i < last; ++i) {
      Token& token = doc.tokens[i];
      const float* head =
          token.head == i ? root_label_.data() : &all.labels[(token.head - words.first) * kLabel];
      token.deprel = RelationOf(&forms[(i - first) * width], head);
    }
  }
}

Deprel ParseHead::RelationOf(const float* form, const float* head) const {
  std::vector<float> scores(deprels_.size());
  for (std::size_t label = 0; label < scores.size(); ++label) {
    const float* row = form + label * (kLabel + 1);
    scores[label] = Dot(row, head, kLabel) + row[kLabel];  // the head's vector ends with a 1
  }
  return deprels_[ArgMax(scores.data(), scores.size())];
}

}  // namespace dateline
