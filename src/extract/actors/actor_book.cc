#include "extract/actors/actor_book.h"

#include <algorithm>

#include "annotate/token_words.h"
#include "base/check.h"
#include "ontology/function_words.h"

namespace dateline {

namespace {

// An article or what stands for it; not "another", "several": they tell of others.
bool Points(const Token& token) {
  static constexpr std::string_view kWords[] = {"the", "a", "an", "this", "that", "these", "those"};
  return std::ranges::find(kWords, token.lower) != std::end(kWords);
}

// What the phrase is called by: no article, no apposition, no clause about it.
// "a trader who fled", "the trader, his brother,": "trader"
Range CalledBy(const Document& doc, const NounPhrase& phrase) {
  Range called = phrase.tokens;
  if (!phrase.apposition.empty()) called.last = phrase.apposition.first;
  for (std::uint32_t i = phrase.core.last; i < called.last; ++i) {
    const Token& token = doc.tokens[i];
    const bool clause = token.deprel == Deprel::kAcl || token.deprel == Deprel::kAclRelcl;
    if (!clause || token.head != phrase.head) continue;
    // It begins with the first word that hangs from its verb.
    std::uint32_t first = i;
    while (first > phrase.core.last && doc.tokens[first - 1].head > phrase.head &&
           doc.tokens[first - 1].head <= i)
      --first;
    called.last = first;
  }
  // What leads to a clause whose verb the tree hangs elsewhere: "who", "that", "in which".
  const auto leads = [&doc](std::uint32_t t) {
    const Token& token = doc.tokens[t];
    return token.text == "," || token.lower == "that" || token.upos == Upos::kAdp ||
           FunctionClassOf(token.lower) == FunctionClass::kRelative;
  };
  while (called.last > phrase.core.last && leads(called.last - 1)) --called.last;
  if (called.size() > 1 && Points(doc.tokens[called.first])) ++called.first;
  return called;
}

// "The two Officials" -> "two officials"
std::string WordsKey(const Document& doc, Range called) {
  std::string key;
  for (std::uint32_t i = called.first; i < called.last; ++i) {
    if (!key.empty()) key += ' ';
    key += doc.tokens[i].lower;
  }
  return key;
}

// Others give "the minister and" or "the envoy,": what joins the phrase to the next is none of it.
Span WithoutTail(const Document& doc, Span phrase) {
  Range tokens = doc.TokensIn(phrase);
  const std::uint32_t last = tokens.last;
  const auto joins = [&doc](std::uint32_t i) {
    const Token& token = doc.tokens[i];
    return token.text == "," || token.upos == Upos::kCconj || token.upos == Upos::kAdp;
  };
  while (tokens.size() > 1 && joins(tokens.last - 1)) --tokens.last;
  if (tokens.last == last) return phrase;
  const NounPhrase left = NounPhraseOf(doc, doc.SpanOf(tokens));
  return left.empty() || left.pronoun ? phrase : doc.SpanOf(tokens);
}

// "one of the diplomats"
bool IsOneOfMany(const Document& doc, const NounPhrase& phrase) {
  const std::uint32_t first = phrase.tokens.first;
  return phrase.tokens.size() > 2 && doc.tokens[first].lower == "one" &&
         doc.tokens[first + 1].lower == "of";
}

// A country, or its capital as who acts for it: "Kyiv said" is Ukraine.  Empty for other names.
std::string_view StateOf(const Document& doc, const Name& name) {
  const KnownName* known = WholeName(doc, name.tokens);
  return known == nullptr ? std::string_view() : known->state;
}

}  // namespace

ActorBook::ActorBook(const Document& doc, RecordBatch& batch)
    : doc_(doc), batch_(batch), coder_(doc, batch.places) {
  for (std::uint32_t i = 0; i < batch.actors.size(); ++i) {
    for (Span mention : batch.actors[i].mentions.spans()) {
      const Key key = KeyOf(NounPhraseOf(doc, mention));
      if (key.cluster) by_cluster_.emplace(*key.cluster, ActorId{i});
      if (!key.cluster && !key.words.empty()) by_words_.emplace(key.words, ActorId{i});
    }
  }
}

// The cluster of the name that heads the phrase, or of the one in its apposition: "the envoy, Lena
// Park,", "the supplier, Tana Power,". Nationalities are no names of actors: "the Russians" go by
// their words.
ActorBook::Key ActorBook::KeyOf(const NounPhrase& phrase) const {
  Key key;
  if (phrase.empty()) return key;
  const std::uint32_t head = NameAt(doc_, phrase.head);
  if (head < doc_.names.size() && doc_.names[head].kind != NameKind::kNationality) {
    key.state = StateOf(doc_, doc_.names[head]);
    if (!key.state.empty()) {
      key.words = "the state of " + std::string(key.state);
      return key;
    }
    key.cluster = doc_.names[head].cluster;
    return key;
  }
  // A person beside a body ("the envoy, Tana Power said") are two.
  if (const std::uint32_t name = NameBeside(doc_, phrase); name < doc_.names.size()) {
    const Agent* noun = coder_.HeadNounOf(phrase.core);
    const bool person = noun != nullptr && noun->kind == AgentKind::kPerson;
    if (!person || doc_.names[name].kind == NameKind::kPerson) {
      key.cluster = doc_.names[name].cluster;
      return key;
    }
  }
  key.words = WordsKey(doc_, CalledBy(doc_, phrase));
  return key;
}

std::optional<ActorId> ActorBook::FindKey(const Key& key) const {
  if (key.cluster) return FindCluster(*key.cluster);
  const auto found = by_words_.find(key.words);
  if (found == by_words_.end()) return std::nullopt;
  return found->second;
}

std::optional<ActorId> ActorBook::FindCluster(std::uint32_t cluster) const {
  const auto found = by_cluster_.find(cluster);
  if (found == by_cluster_.end()) return std::nullopt;
  return found->second;
}

std::optional<ActorId> ActorBook::Find(Span phrase) const {
  phrase = WithoutTail(doc_, phrase);
  const NounPhrase parsed = NounPhraseOf(doc_, phrase);
  if (parsed.empty() || parsed.pronoun) return std::nullopt;
  return FindKey(KeyOf(parsed));
}

ActorId ActorBook::FindOrAdd(Span phrase) {
  phrase = WithoutTail(doc_, phrase);
  NounPhrase parsed = NounPhraseOf(doc_, phrase);
  if (parsed.empty()) {  // no phrase by the tree: its words, then
    parsed.tokens = parsed.core = doc_.TokensIn(phrase);
    DL_CHECK(!parsed.tokens.empty());
    parsed.head = parsed.root = parsed.tokens.last - 1;
  }
  const Key key = KeyOf(parsed);
  if (const std::optional<ActorId> found = FindKey(key)) {
    AddMention(*found, phrase);
    Refine(*found, parsed, key);
    return *found;
  }
  return Add(phrase, parsed, key);
}

// The phrase's own words first, then the role that the report gives the name elsewhere.
CodedPhrase ActorBook::CodeWithRole(const NounPhrase& phrase, const Key& key) const {
  CodedPhrase coded = coder_.Code(phrase);
  if (!key.cluster) return coded;
  const NameCluster& cluster = doc_.clusters[*key.cluster];
  if (cluster.role_span.empty()) return coded;
  const CodedPhrase role = coder_.Code(NounPhraseOf(doc_, cluster.role_span));
  const bool country = coded.code.country.empty() && !role.code.country.empty();
  const bool sector = coded.code.sector.empty() && !role.code.sector.empty();
  if (country) coded.code.country = role.code.country;
  if (sector) coded.code.sector = role.code.sector;
  if (country || sector) {
    if (!coded.why.empty()) coded.why += "; ";
    coded.why.append("the text calls ")
        .append(cluster.name)
        .append(" \"")
        .append(cluster.role)
        .append("\"");
  }
  return coded;
}

ActorType ActorBook::TypeOf(const NounPhrase& phrase, const Key& key, const Agent* head) const {
  if (!key.state.empty()) return ActorType::kCountry;
  if (key.cluster) {
    const bool body = IsBodyBeside(phrase.root);
    return body ? ActorType::kOrganization : TypeOfName(doc_.clusters[*key.cluster], head);
  }
  if (IsOneOfMany(doc_, phrase)) return ActorType::kPerson;
  if (head == nullptr) return ActorType::kGroup;
  // "factions", not "the authorities": that is one institution, by its entry.
  const Token& last = doc_.tokens[phrase.head];
  bool plural = !head->term.ends_with(last.lower);
  if (head->kind == AgentKind::kInstitution && !plural) return ActorType::kOrganization;
  if (head->kind == AgentKind::kCountry && !plural) return ActorType::kCountry;
  plural = plural || last.xpos == Xpos::kNns || head->term == "people" || head->term == "staff";
  const std::string_view opening = doc_.tokens[phrase.core.first].lower;
  plural = plural || opening == "no" || opening == "neither";  // "no student" is nobody
  for (std::uint32_t i = phrase.core.first; i < phrase.head; ++i)
    plural = plural || FunctionClassOf(doc_.tokens[i].lower) == FunctionClass::kNumber ||
             doc_.tokens[i].shape == Shape::kNumber;
  return head->kind == AgentKind::kPerson && !plural ? ActorType::kPerson : ActorType::kGroup;
}

// "Tana, a farmers' group,": it is one, whatever its name was read as.
bool ActorBook::IsBodyBeside(std::uint32_t root) const {
  const NounPhrase whole = NounPhraseHeadedBy(doc_, root);
  if (whole.apposition.empty() || NameBeside(doc_, whole) < doc_.names.size()) return false;
  const Agent* noun = coder_.HeadNounOf(NounPhraseOf(doc_, doc_.SpanOf(whole.apposition)).core);
  return noun != nullptr &&
         (noun->kind == AgentKind::kInstitution || noun->kind == AgentKind::kGroup);
}

// "Beirut" as an actor is its country; a town outside the tables, or a people, is those who live
// there, even where it was read as a body.
ActorType ActorBook::TypeOfName(const NameCluster& cluster, const Agent* head) const {
  if (cluster.kind == NameKind::kPerson) return ActorType::kPerson;
  const Name& name = doc_.names[cluster.names.front()];
  const Known<KnownName> known =
      ActorTables::Get().NameAt(TokenWords(doc_, name.tokens.first, name.tokens.last).get());
  const bool body = cluster.kind == NameKind::kOrganization;
  if (known && (!body || known.size == name.tokens.size())) {
    if (known.entry->kind == KnownKind::kOrganization) return ActorType::kOrganization;
    return known.entry->kind == KnownKind::kDemonym ? ActorType::kGroup : ActorType::kCountry;
  }
  if (!body || coder_.IsPlace(name.span)) return ActorType::kGroup;
  const bool land =
      head != nullptr && head->kind == AgentKind::kCountry;  // "the Oriental Republic"
  return land ? ActorType::kCountry : ActorType::kOrganization;
}

ActorId ActorBook::Add(Span phrase, const NounPhrase& parsed, const Key& key) {
  const CodedPhrase coded = CodeWithRole(parsed, key);
  const bool known = !coded.code.country.empty() || !coded.code.sector.empty();
  const bool whole = !coded.code.country.empty() && !coded.code.sector.empty();
  std::string why =
      known ? "coded from the text: " + coded.why : "named in the text without country or role";
  Actor actor{
      Evidence(phrase), std::string(), TypeOf(parsed, key, coded.head),
      coded.code,       std::string(), Judgement{whole ? 0.85 : known ? 0.7 : 0.5, std::move(why)}};
  if (!key.state.empty()) {
    actor.name = key.state;
    actor.code.sector.clear();  // its capital has one, as its government
  } else if (key.cluster) {
    actor.name = doc_.clusters[*key.cluster].name;
    actor.role = doc_.clusters[*key.cluster].role;
  } else {
    actor.name = doc_.Words(doc_.SpanOf(CalledBy(doc_, parsed)));
  }
  const ActorId id{static_cast<std::uint32_t>(batch_.actors.size())};
  batch_.actors.push_back(std::move(actor));
  if (key.cluster) by_cluster_.emplace(*key.cluster, id);
  if (!key.cluster) by_words_.emplace(key.words, id);
  return id;
}

// A later mention fills what the earlier ones left open: "the ministry", then "Kenya's health
// ministry".
void ActorBook::Refine(ActorId id, const NounPhrase& phrase, const Key& key) {
  Actor& actor = batch_.actors[id.index];
  if (!actor.code.country.empty() && (!actor.code.sector.empty() || !key.state.empty())) return;
  const CodedPhrase coded = CodeWithRole(phrase, key);
  const bool country = actor.code.country.empty() && !coded.code.country.empty();
  const bool sector = actor.code.sector.empty() && !coded.code.sector.empty();
  if (!country && !sector) return;
  if (country) actor.code.country = coded.code.country;
  if (sector) actor.code.sector = coded.code.sector;
  actor.judgement.confidence = actor.code.country.empty() || actor.code.sector.empty() ? 0.7 : 0.85;
  actor.judgement.why = "coded from the text: " + coded.why;
}

// Keeps mentions in text order and disjoint: a longer phrase takes the place of those inside it.
void ActorBook::AddMention(ActorId id, Span mention) {
  Evidence& mentions = batch_.actors[id.index].mentions;
  if (mentions.spans().back().end <= mention.begin) {
    mentions.Add(mention);
    return;
  }
  const auto known = std::ranges::lower_bound(mentions.spans(), mention.end, {},
                                              [](Span span) { return span.end; });
  if (known != mentions.spans().end() && known->Contains(mention))
    return;  // the common case, without a copy
  std::vector<Span> spans = mentions.spans();
  auto at = std::ranges::lower_bound(spans, mention.begin, {}, [](Span span) { return span.end; });
  if (at != spans.end() && at->end == mention.begin) ++at;
  auto last = at;
  while (last != spans.end() && last->begin < mention.end) {
    if (last->Contains(mention)) return;
    if (!mention.Contains(*last)) return;  // they cross: the first reading stays
    ++last;
  }
  at = spans.erase(at, last);
  spans.insert(at, mention);
  Evidence sorted(spans.front());
  for (std::size_t i = 1; i < spans.size(); ++i) sorted.Add(spans[i]);
  mentions = std::move(sorted);
}

ActorCode ActorBook::CodeOf(Span phrase) const {
  const NounPhrase parsed = NounPhraseOf(doc_, phrase);
  if (parsed.empty() || parsed.pronoun) return {};
  return CodeWithRole(parsed, KeyOf(parsed)).code;
}

bool ActorBook::IsPronoun(Span phrase) const { return NounPhraseOf(doc_, phrase).pronoun; }

bool ActorBook::IsAnonymous(Span phrase) const {
  const NounPhrase parsed = NounPhraseOf(doc_, phrase);
  if (parsed.empty() || parsed.pronoun) return false;
  const std::uint32_t head = NameAt(doc_, parsed.head);
  if (head < doc_.names.size()) return doc_.names[head].kind == NameKind::kNationality;
  for (std::uint32_t i = parsed.tokens.first; i < parsed.tokens.last; ++i) {
    const std::uint32_t name = NameAt(doc_, i);
    if (name < doc_.names.size() && doc_.names[name].kind == NameKind::kPerson) return false;
  }
  const Token& first = doc_.tokens[parsed.core.first];
  const Token& last = doc_.tokens[parsed.head];
  if (IsOneOfMany(doc_, parsed)) return true;
  const FunctionClass kind = FunctionClassOf(first.lower);
  const bool article = first.lower == "a" || first.lower == "an";
  // "a spokesman for the bank" is one of some, "the spokesman" the one that readers know.
  if (const Agent* agent = coder_.HeadNounOf(parsed.core))
    return agent->anonymous || (article && agent->kind == AgentKind::kPerson);
  // A noun outside the tables: "a bystander", "dozens of ..." name nobody; "the report" is one
  // thing.
  return article || kind == FunctionClass::kNumber ||
         (kind == FunctionClass::kNone && last.lower != last.lemma);
}

}  // namespace dateline
