#include "annotate/name_roles.h"

#include <algorithm>
#include <string>

#include "annotate/token_words.h"
#include "ontology/actor_codes.h"
#include "ontology/function_words.h"
#include "ontology/titles.h"

namespace dateline {

namespace {

constexpr std::uint32_t kReach = 14;  // tokens of the longest role

class RoleFinder {
 public:
  explicit RoleFinder(const Document& doc) : doc_(doc), in_name_(doc.tokens.size(), false) {
    for (const Name& name : doc.names)
      std::fill_n(in_name_.begin() + name.tokens.first, name.tokens.size(), true);
  }

  Range Of(const Name& name) const {
    if (const Range before = Before(name); !before.empty()) return before;
    return After(name);
  }

 private:
  Range Sentence(const Name& name) const { return doc_.SentenceOf(name.tokens.first).tokens; }

  bool IsPossessive(std::uint32_t token) const {
    const std::string_view word = doc_.tokens[token].lower;
    return word == "'s" || word == "\u2019s" || word == "'" || word == "\u2019";
  }

  // A word that may stand inside a role: names, adjectives, nouns, "of", possessives.
  bool Inside(std::uint32_t token) const {
    const Token& word = doc_.tokens[token];
    if (in_name_[token] || IsPossessive(token) || word.text == "-") return true;
    if (word.shape == Shape::kPunctuation) return false;
    const FunctionClass kind = FunctionClassOf(word.lower);
    return kind == FunctionClass::kNone || kind == FunctionClass::kNumber || word.lower == "of";
  }

  // The size of a title or a noun for one person at `token`, with a role in it.
  std::uint32_t OfficeSize(std::uint32_t token, std::uint32_t end) const {
    const TokenWords window(doc_, token, end);
    std::uint32_t size = 0;
    if (const Known<Title> title = TitleAt(window.get()); title) {
      if (title.entry->kind != TitleKind::kHonorific && title.entry->kind != TitleKind::kLearned)
        size = title.size;
    }
    const Known<Agent> agent = ActorTables::Get().AgentAt(window.get());
    if (agent && agent.entry->kind == AgentKind::kPerson) size = std::max(size, agent.size);
    return size;
  }

  // The role that ends right before the name.
  Range Before(const Name& name) const {
    const Range sentence = Sentence(name);
    const std::uint32_t end = name.tokens.first;
    std::uint32_t low = end;
    const std::uint32_t reach = std::max(sentence.first, end - std::min(end, kReach));
    while (low > reach && Inside(low - 1) && doc_.tokens[low - 1].lower != "of") --low;
    std::uint32_t office = end;
    for (std::uint32_t i = end; i > low; --i) {
      if (OfficeSize(i - 1, end) == end - (i - 1)) office = i - 1;
    }
    const bool of_state = office > low + 1 && doc_.tokens[office].lower == "state";
    if (office == end || of_state) return OfficeWithOf(end, sentence);
    return {Widen(office, low), end};
  }

  // "Secretary of State Antony Blinken": the one shape of office with "of" inside right before a
  // name.
  Range OfficeWithOf(std::uint32_t end, Range sentence) const {
    for (std::uint32_t size = 5; size >= 3; --size) {
      if (end < sentence.first + size) continue;
      if (OfficeSize(end - size, end) != size) continue;
      std::uint32_t low = end - size;
      while (low > sentence.first && end - low < kReach && Inside(low - 1) &&
             doc_.tokens[low - 1].lower != "of")
        --low;
      return {Widen(end - size, low), end};
    }
    return {end, end};
  }

  // Takes in what modifies the office: nationality, body, "former".  // [the] former Kenyan finance
  // [minister]
  std::uint32_t Widen(std::uint32_t office, std::uint32_t low) const {
    std::uint32_t first = office;
    while (first > low) {
      const std::uint32_t before = first - 1;
      const bool modifier =
          doc_.tokens[before].shape == Shape::kLower || doc_.tokens[before].upos == Upos::kAdj;
      const bool agent =
          static_cast<bool>(ActorTables::Get().AgentAt(TokenWords(doc_, before, office).get()));
      if (!in_name_[before] && !modifier && !agent && !IsPossessive(before)) break;
      first = before;
    }
    while (first < office && (IsPossessive(first) || doc_.tokens[first].text == "-" ||
                              doc_.tokens[first].upos == Upos::kDet))
      ++first;
    return first;
  }

  // ", China's top diplomat," behind the name.
  Range After(const Name& name) const {
    const Range sentence = Sentence(name);
    const std::uint32_t none = name.tokens.last;
    std::uint32_t first = none + 1;
    if (first >= sentence.last || doc_.tokens[none].text != ",") return {none, none};
    if (doc_.tokens[first].shape == Shape::kNumber) first += 2;  // "Karin Holm, 54, a teacher,"
    if (first >= sentence.last) return {none, none};
    const FunctionClass opening = FunctionClassOf(doc_.tokens[first].lower);
    const bool opens = opening == FunctionClass::kDeterminer ||
                       opening == FunctionClass::kPossessive || Inside(first);
    if (!opens) return {none, none};
    std::uint32_t last = first;
    bool office = false;
    bool may_be_verb = false;
    while (last < sentence.last && last - first < kReach) {
      const FunctionClass kind = FunctionClassOf(doc_.tokens[last].lower);
      const bool inside = Inside(last) || kind == FunctionClass::kDeterminer ||
                          kind == FunctionClass::kPossessive ||
                          (office && kind == FunctionClass::kPreposition);
      if (!inside) break;
      const std::uint32_t size = in_name_[last] ? 0 : OfficeSize(last, sentence.last);
      office = office || size != 0;
      last += std::max(size, 1u);
    }
    may_be_verb = last < sentence.last && doc_.tokens[last].shape != Shape::kPunctuation;
    if (!office || may_be_verb) return {none, none};
    if (opening == FunctionClass::kDeterminer || opening == FunctionClass::kPossessive) {
      if (opening == FunctionClass::kDeterminer) ++first;
    } else if (in_name_[first] && !NameIsModifier(first)) {
      return {none, none};  // "Wang Yi, Blinken ..." is a list
    }
    return {first, last};
  }

  // Is the name at `first` followed by "'s" or more of the phrase: "China's top diplomat", "Likud
  // lawmaker"?
  bool NameIsModifier(std::uint32_t first) const {
    std::uint32_t i = first;
    while (i < doc_.tokens.size() && in_name_[i]) ++i;
    return i < doc_.tokens.size() && doc_.tokens[i].shape != Shape::kPunctuation;
  }

  const Document& doc_;
  std::vector<bool> in_name_;
};

}  // namespace

void FindRoles(Document& doc) {
  const RoleFinder finder(doc);
  for (NameCluster& cluster : doc.clusters) {
    if (cluster.kind != NameKind::kPerson) continue;
    for (std::uint32_t index : cluster.names) {
      const Range role = finder.Of(doc.names[index]);
      if (role.empty()) continue;
      cluster.role_span = doc.SpanOf(role);
      cluster.role = doc.Words(cluster.role_span);
      break;
    }
  }
}

}  // namespace dateline
