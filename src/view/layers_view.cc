#include "view/layers_view.h"

#include <algorithm>
#include <span>
#include <vector>

#include "annotate/conllu.h"
#include "text/visible.h"
#include "view/format.h"

namespace dateline {

namespace {

// Of items in text order those that begin in the sentence; First gives an item's first token.
template <class Item, class First>
std::span<const Item> InSentence(const std::vector<Item>& items, const Sentence& sentence,
                                 First first) {
  const auto from = std::ranges::lower_bound(items, sentence.tokens.first, {}, first);
  const auto to = std::ranges::lower_bound(from, items.end(), sentence.tokens.last, {}, first);
  return {from, to};
}

class Viewer {
 public:
  Viewer(const Document& doc, bool colour)
      : doc_(doc), colour_(colour), children_(doc.tokens.size()) {
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
      const Token& token = doc.tokens[i];
      if (token.head != i && token.upos != Upos::kPunct) children_[token.head].push_back(i);
    }
  }

  std::string View() {
    for (std::size_t i = 0; i < doc_.sentences.size(); ++i) {
      const Sentence& sentence = doc_.sentences[i];
      out_ += Format("{} {}\n", i + 1, Visible(doc_.Words(sentence.span)));
      Tree(sentence);
      Names(sentence);
      Attributions(sentence);
      Acts(sentence);
      out_ += '\n';
    }
    return std::move(out_);
  }

 private:
  struct Branch {
    std::uint32_t token;
    std::string indent;  // of its children
    std::string lead;    // before the word itself
  };

  std::string Styled(std::string_view words, const char* style) const {
    return colour_ ? Format("{}{}\x1b[0m", style, words) : std::string(words);
  }

  std::string Words(Range tokens) const { return Visible(doc_.Words(doc_.SpanOf(tokens))); }

  void Tree(const Sentence& sentence) {
    std::vector<Branch> open;
    for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i)
      if (doc_.tokens[i].head == i) open.push_back({i, "  ", "  "});
    while (!open.empty()) {
      const Branch branch = std::move(open.back());
      open.pop_back();
      const Token& token = doc_.tokens[branch.token];
      out_ += Format("{}{}  {} {}\n", branch.lead, Styled(Visible(token.text), "\x1b[1m"),
                     ToString(token.upos), ToString(token.deprel));
      const std::vector<std::uint32_t>& children = children_[branch.token];
      for (std::size_t k = children.size(); k > 0; --k) {
        const bool last = k == children.size();
        open.push_back({children[k - 1], branch.indent + (last ? "   " : "│  "),
                        branch.indent + (last ? "└─ " : "├─ ")});
      }
    }
  }

  void Names(const Sentence& sentence) {
    std::string names;
    const auto add = [&](const std::vector<Name>& all) {
      const auto first = [](const Name& name) { return name.tokens.first; };
      for (const Name& name : InSentence(all, sentence, first)) {
        names += Format("{}{} {}", names.empty() ? "" : ", ", LabelOf(name.kind),
                        Styled(Words(name.tokens), "\x1b[34m"));
      }
    };
    add(doc_.names);
    add(doc_.inner_names);
    if (!names.empty()) out_ += Format("  names: {}\n", names);
  }

  void Attributions(const Sentence& sentence) {
    const auto first = [](const Attribution& item) { return item.cue.first; };
    for (const Attribution& item : InSentence(doc_.attributions, sentence, first)) {
      std::string content;
      for (Range part : item.content)
        content += Format("{}{}", content.empty() ? "" : " ... ", Words(part));
      out_ += Format("  {}: {} | {} | {}\n", item.inner ? "says inside" : "says",
                     item.source.empty() ? "-" : Styled(Words(item.source), "\x1b[36m"),
                     Styled(Words(item.cue), "\x1b[33m"), content);
    }
  }

  void Acts(const Sentence& sentence) {
    const auto side = [this](const std::vector<Range>& parts) {
      std::string words;
      for (Range part : parts) words += Format("{}{}", words.empty() ? "" : " ... ", Words(part));
      return words.empty() ? std::string("-") : Styled(words, "\x1b[36m");
    };
    const auto first = [](const Act& act) { return act.trigger.first; };
    for (const Act& act : InSentence(doc_.acts, sentence, first)) {
      out_ +=
          Format("  does: {} | {} {}{}{}, {} | {}\n", side(act.actors),
                 Styled(Words(act.trigger), "\x1b[33m"), ToString(act.type),
                 act.mode.empty() ? "" : " ", act.mode, ToString(act.status), side(act.recipients));
    }
  }

  const Document& doc_;
  bool colour_;
  std::vector<std::vector<std::uint32_t>> children_;
  std::string out_;
};

}  // namespace

std::string LayersView(const Document& doc, bool colour) { return Viewer(doc, colour).View(); }

}  // namespace dateline
