#include "annotate/name_clusters.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "annotate/name_roles.h"
#include "annotate/token_words.h"
#include "ontology/actor_codes.h"
#include "text/unicode.h"

namespace dateline {

namespace {

constexpr std::uint32_t kNone = 0xffffffff;

// What a key is made of; one letter each, so that they never meet.
enum class By : char {
  kWords = 'w',
  kEntry = 'e',
  kFirstWord = 'f',
  kLastWord = 'l',
  kWithoutNation = 'n'
};

// One key a kind: a place and a person of the same spelling stay apart.
std::string Key(NameKind kind, By by, std::string_view what) {
  if (kind == NameKind::kGeopolitical) kind = NameKind::kPlace;  // the same country, seen otherwise
  std::string key{static_cast<char>('0' + static_cast<int>(kind)), static_cast<char>(by)};
  key += what;
  return key;
}

class Clusters {
 public:
  explicit Clusters(Document& doc) : doc_(doc) {}

  void Run() {
    FindSurnames();
    for (std::uint32_t i = 0; i < doc_.names.size(); ++i) {
      Name& name = doc_.names[i];
      std::uint32_t cluster = Find(name, i);
      if (cluster == kNone) {
        cluster = static_cast<std::uint32_t>(doc_.clusters.size());
        doc_.clusters.push_back({std::string(doc_.Words(name.span)), name.kind, {}, "", {}});
      }
      Join(i, cluster);
    }
  }

 private:
  // "Holm" of a report that has a Lena Holm is that person, where the reader of names doubts its
  // kind; a name that no table has is doubted sooner.
  void FindSurnames() {
    constexpr float kDoubtful = 0.6F, kUnknownDoubtful = 0.9F;
    std::unordered_set<std::string_view> surnames;
    for (const Name& name : doc_.names)
      if (name.kind == NameKind::kPerson && name.tokens.size() > 1)
        surnames.insert(doc_.tokens[name.tokens.last - 1].lower);
    for (Name& name : doc_.names) {
      if (name.tokens.size() != 1 || !surnames.contains(doc_.tokens[name.tokens.first].lower))
        continue;
      if (name.confidence < (Entry(name).empty() ? kUnknownDoubtful : kDoubtful))
        name.kind = NameKind::kPerson;
    }
  }

  std::uint32_t Look(const std::string& key) const {
    const auto found = keys_.find(key);
    return found == keys_.end() ? kNone : found->second;
  }

  std::string First(const Name& name) const { return NameKey(doc_.tokens[name.tokens.first].text); }
  std::string Last(const Name& name) const {
    return NameKey(doc_.tokens[name.tokens.last - 1].text);
  }

  // The name of the table that this name is, "" if none.
  std::string Entry(const Name& name) const {
    const KnownName* known = WholeName(doc_, name.tokens);
    if (known == nullptr) return "";
    return known->kind == KnownKind::kDemonym ? known->code.country : known->name;
  }

  // The tokens behind a nationality or country that the name begins with: "Health Ministry"; all if
  // none.
  std::string WithoutNationality(const Name& name) const {
    const TokenWords window(doc_, name.tokens.first, name.tokens.last);
    const Known<KnownName> known = ActorTables::Get().NameAt(window.get());
    const bool nation =
        known && known.entry->kind != KnownKind::kOrganization && known.size < name.tokens.size();
    const Range rest{name.tokens.first + (nation ? known.size : 0), name.tokens.last};
    return NameKey(doc_.Words(doc_.SpanOf(rest)));
  }

  std::uint32_t Find(const Name& name, std::uint32_t index) const {
    const std::string whole = NameKey(doc_.Words(name.span));
    if (const std::string entry = Entry(name); !entry.empty()) {
      if (const std::uint32_t found = Look(Key(name.kind, By::kEntry, entry)); found != kNone)
        return found;
    }
    if (const std::uint32_t found = Look(Key(name.kind, By::kWords, whole)); found != kNone)
      return found;
    if (name.kind == NameKind::kPerson) return FindPerson(name);
    if (name.kind != NameKind::kOrganization) return kNone;
    if (const std::uint32_t spelled = BeforeBracket(index); spelled != kNone) return spelled;
    return Look(Key(name.kind, By::kWithoutNation, WithoutNationality(name)));
  }

  std::uint32_t FindPerson(const Name& name) const {
    const std::uint32_t by_last = Look(Key(NameKind::kPerson, By::kLastWord, Last(name)));
    if (name.tokens.size() == 1) {
      if (by_last != kNone) return by_last;
      return Look(Key(NameKind::kPerson, By::kFirstWord,
                      First(name)));  // "Xi" of "Xi Jinping", "Boris" of "Boris Johnson"
    }
    if (by_last != kNone && Fits(name, doc_.names[doc_.clusters[by_last].names.front()]))
      return by_last;
    // "Wang" came first, or "Lena", then the name in full.
    const std::uint32_t by_first = Look(Key(NameKind::kPerson, By::kLastWord, First(name)));
    const bool single =
        by_first != kNone && doc_.names[doc_.clusters[by_first].names.front()].tokens.size() == 1;
    return single ? by_first : kNone;
  }

  // Two names with the same last word are one person unless both have a first name and these
  // differ.
  bool Fits(const Name& name, const Name& other) const {
    if (other.tokens.size() == 1) return true;
    const std::string a = First(name), b = First(other);
    return a == b || (a.size() == 1 && b.starts_with(a)) || (b.size() == 1 && a.starts_with(b));
  }

  // The body before an acronym in brackets: "Rapid Support Forces (RSF)".
  std::uint32_t BeforeBracket(std::uint32_t index) const {
    const Name& name = doc_.names[index];
    if (index == 0 || name.tokens.size() != 1 || name.tokens.first < 2) return kNone;
    const Name& before = doc_.names[index - 1];
    const bool bracket = doc_.tokens[name.tokens.first - 1].text == "(" &&
                         before.tokens.last + 1 == name.tokens.first;
    return bracket && before.kind == NameKind::kOrganization ? before.cluster : kNone;
  }

  void Join(std::uint32_t index, std::uint32_t cluster) {
    Name& name = doc_.names[index];
    NameCluster& into = doc_.clusters[cluster];
    name.cluster = cluster;
    into.names.push_back(index);
    const std::string_view words = doc_.Words(name.span);
    const bool acronym =
        name.tokens.size() == 1 && doc_.tokens[name.tokens.first].shape == Shape::kUpper;
    if (words.size() > into.name.size() && !acronym) into.name = words;
    keys_[Key(name.kind, By::kWords, NameKey(words))] = cluster;
    if (const std::string entry = Entry(name); !entry.empty())
      keys_[Key(name.kind, By::kEntry, entry)] = cluster;
    if (name.kind == NameKind::kPerson) {
      keys_[Key(name.kind, By::kLastWord, Last(name))] = cluster;
      keys_.emplace(Key(name.kind, By::kFirstWord, First(name)), cluster);
    } else if (name.kind == NameKind::kOrganization) {
      keys_[Key(name.kind, By::kWithoutNation, WithoutNationality(name))] = cluster;
    }
  }

  Document& doc_;
  std::unordered_map<std::string, std::uint32_t> keys_;
};

}  // namespace

StageInfo ClusterAnnotator::info() const {
  return {"clusters", {Layer::kSentences, Layer::kTokens, Layer::kNames}, {Layer::kClusters}};
}

void ClusterAnnotator::Annotate(Document& doc) const {
  Clusters(doc).Run();
  FindRoles(doc);
}

}  // namespace dateline
