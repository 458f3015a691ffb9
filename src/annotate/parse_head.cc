#include "annotate/parse_head.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "annotate/best_tree.h"
#include "annotate/head_layers.h"

namespace dateline {

namespace {

std::uint32_t ArgMax(const float* row, std::uint32_t size) {
  return static_cast<std::uint32_t>(std::max_element(row, row + size) - row);
}

float Dot(const float* a, const float* b, std::uint32_t size) {
  float sum = 0;
  for (std::uint32_t i = 0; i < size; ++i) sum += a[i] * b[i];
  return sum;
}

// Rows of logits become rows of log probabilities.
void LogSoftmax(std::vector<float>& rows, std::uint32_t width) {
  for (std::size_t at = 0; at < rows.size(); at += width) {
    const float top = *std::max_element(&rows[at], &rows[at] + width);
    float sum = 0;
    for (std::uint32_t i = 0; i < width; ++i) sum += std::exp(rows[at + i] - top);
    const float log_sum = top + std::log(sum);
    for (std::uint32_t i = 0; i < width; ++i) rows[at + i] -= log_sum;
  }
}

}  // namespace

Result<ParseHead> ParseHead::Open(const ModelFile& file) {
  ParseHead head;
  LayerReader reader(file);
  reader.Labels("upos", UposOf, head.uposes_);
  reader.Labels("xpos", XposOf, head.xposes_);
  reader.Labels("deprel", DeprelOf, head.deprels_);
  reader.Labels("lemma", LemmaScript::Parse, head.scripts_);
  head.upos_ = reader.Layer("heads.parse.upos");
  head.xpos_ = reader.Layer("heads.parse.xpos");
  head.lemma_ = reader.Layer("heads.parse.lemma");
  head.arc_word_ = reader.Layer("heads.parse.arc_word");
  head.arc_head_ = reader.Layer("heads.parse.arc_head");
  head.arc_ = reader.Layer("heads.parse.arc");
  head.label_word_ = reader.Layer("heads.parse.label_word");
  head.label_head_ = reader.Layer("heads.parse.label_head");
  head.label_ = reader.Layer("heads.parse.label");
  head.root_ = reader.Row("heads.parse.root", head.arc_head_.in());
  reader.Want(head.upos_.out() == head.uposes_.size(), "heads.parse.upos");
  reader.Want(head.xpos_.out() == head.xposes_.size(), "heads.parse.xpos");
  reader.Want(head.lemma_.out() == head.scripts_.size(), "heads.parse.lemma");
  reader.Want(head.arc_.out() == head.arc_head_.out(), "heads.parse.arc");
  reader.Want(head.label_.out() == head.deprels_.size() * (head.label_head_.out() + 1),
              "heads.parse.label");
  if (!reader.ok()) return std::unexpected(reader.error());
  return head;
}

void ParseHead::Read(const WordVectors& words, Document& doc) const {
  for (std::uint32_t token = words.tokens.first; token < words.tokens.last;) {
    const Range sentence = doc.SentenceOf(token).tokens;
    Tag(words, sentence, doc);
    Attach(words, sentence, doc);
    token = sentence.last;
  }
}

void ParseHead::Tag(const WordVectors& words, Range sentence, Document& doc) const {
  const float* rows = words.At(sentence.first);
  const std::vector<float> upos = OneLayer(rows, sentence.size(), upos_);
  const std::vector<float> xpos = OneLayer(rows, sentence.size(), xpos_);
  const std::vector<float> lemma = OneLayer(rows, sentence.size(), lemma_);
  for (std::uint32_t i = 0; i < sentence.size(); ++i) {
    Token& token = doc.tokens[sentence.first + i];
    token.upos = uposes_[ArgMax(&upos[std::size_t{i} * upos_.out()], upos_.out())];
    token.xpos = xposes_[ArgMax(&xpos[std::size_t{i} * xpos_.out()], xpos_.out())];
    const LemmaScript& script =
        scripts_[ArgMax(&lemma[std::size_t{i} * lemma_.out()], lemma_.out())];
    std::string found = script.Apply(token.lower);
    token.lemma = found == token.lower ? token.lower : doc.Keep(std::move(found));
  }
}

void ParseHead::Attach(const WordVectors& words, Range sentence, Document& doc) const {
  const std::uint32_t size = sentence.size();
  const float* rows = words.At(sentence.first);
  // The root stands before the words as a head.
  std::vector<float> with_root(root_, root_ + words.width);
  with_root.insert(with_root.end(), rows, rows + std::size_t{size} * words.width);

  const std::uint32_t width = arc_.out();
  const std::vector<float> dependents = Projection(rows, size, arc_word_);
  const std::vector<float> wanted = OneLayer(dependents.data(), size, arc_);
  const std::vector<float> heads = Projection(with_root.data(), size + 1, arc_head_);
  std::vector<float> scores(std::size_t{size} * (size + 1));
  for (std::uint32_t i = 0; i < size; ++i)
    for (std::uint32_t j = 0; j <= size; ++j)
      scores[std::size_t{i} * (size + 1) + j] =
          Dot(&wanted[std::size_t{i} * width], &heads[std::size_t{j} * width], width);
  LogSoftmax(scores, size + 1);
  const std::vector<std::uint32_t> tree = BestTree(scores, size);

  Relate(Projection(rows, size, label_word_), Projection(with_root.data(), size + 1, label_head_),
         tree, sentence, doc);
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::uint32_t at = sentence.first + i;
    doc.tokens[at].head = tree[i] == 0 ? at : sentence.first + tree[i] - 1;
  }
}

void ParseHead::Relate(const std::vector<float>& dependents, const std::vector<float>& heads,
                       const std::vector<std::uint32_t>& tree, Range sentence,
                       Document& doc) const {
  const std::uint32_t width = label_head_.out();
  const std::vector<float> forms = OneLayer(dependents.data(), sentence.size(), label_);
  for (std::uint32_t i = 0; i < sentence.size(); ++i) {
    const float* form = &forms[std::size_t{i} * label_.out()];
    const float* head = &heads[std::size_t{tree[i]} * width];
    std::uint32_t best = 0;
    float best_score = 0;
    for (std::uint32_t label = 0; label < deprels_.size(); ++label) {
      const float* row = form + std::size_t{label} * (width + 1);
      const float score = Dot(row, head, width) + row[width];  // the head's vector ends with a 1
      if (label == 0 || score > best_score) {
        best = label;
        best_score = score;
      }
    }
    doc.tokens[sentence.first + i].deprel = deprels_[best];
  }
}

}  // namespace dateline
