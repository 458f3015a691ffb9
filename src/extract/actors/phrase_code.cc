#include "extract/actors/phrase_code.h"

#include <algorithm>
#include <string_view>

#include "annotate/token_words.h"
#include "ontology/senses.h"
#include "ontology/titles.h"

namespace dateline {

struct PhraseCoder::Found {
  Range tokens;
  const KnownName* name = nullptr;
  const Agent* agent = nullptr;
  std::string_view title_sector;  // of a title that is no agent: "Sen."
  std::string country;            // of a place outside the tables
  std::string_view tail;          // behind a hyphen: "backed" of "US-backed"
};

// The reading of a phrase as it grows from core to complements.
struct PhraseCoder::Reading {
  ActorCode code;
  const Agent* head = nullptr;
  bool former = false;
  std::string spare_country;  // "Hamas" of "Hamas-run": counts if nothing else does
  std::vector<std::string> why;

  void SetCountry(std::string_view country, std::string_view words) {
    if (!code.country.empty() || country.empty()) return;
    code.country = country;
    Because(words, code.country);
  }
  void SetSector(std::string_view sector, std::string_view words) {
    if (sector.empty() || code.sector == sector) return;
    code.sector = sector;
    Because(words, code.sector);
  }
  void Because(std::string_view words, std::string_view what) {
    std::string quoted = "\"";
    quoted.append(words).append("\" is ");
    if (!why.empty() && why.back().starts_with(quoted)) {
      why.back().append(" ").append(what);
    } else {
      why.push_back(quoted.append(what));
    }
  }
};

namespace {

template <class T>
bool OneOf(const T& value, std::initializer_list<std::string_view> values) {
  return std::ranges::find(values, std::string_view(value)) != values.end();
}

// "US-backed rebels" are not American; "Hamas-run ministry" and "Saudi-led coalition" belong in
// part.
bool TailHides(std::string_view tail) { return !tail.empty() && !Means(tail, Sense::kOrigin); }

// Sectors that tell more than "armed forces" or "fighters": "rebel forces", "Hamas fighters",
// "police forces".
bool NarrowsArms(std::string_view sector) {
  return OneOf(sector, {"REB", "PRM", "UAF", "CRM", "PRE", "COP", "SPY", "OPP", "UNO", "NAT"});
}

// Heads whose work says less than the body that they belong to: "army accountant", "Hamas
// official".
bool BelongsToBody(const Agent& head) {
  if (head.sector.empty()) return true;
  const bool person = head.kind == AgentKind::kPerson;
  return person && head.anonymous && OneOf(head.sector, {"GOV", "BUS", "LAB", "MED", "COP"});
}

// A name that the table knows as a body's is no person's, whatever its kind: "Los Zetas".
bool IsPerson(const Document& doc, const Name& name) {
  if (name.kind != NameKind::kPerson) return false;
  const KnownName* known = WholeName(doc, name.tokens);
  return known == nullptr || known->kind != KnownKind::kOrganization;
}

std::string_view SectorOf(const KnownName& name, bool head) {
  if (name.kind == KnownKind::kCapital) return head ? std::string_view("GOV") : std::string_view();
  return name.code.sector;
}

}  // namespace

PhraseCoder::PhraseCoder(const Document& doc, const std::vector<Place>& places) : doc_(doc) {
  for (const Place& place : places) {
    if (place.country.empty()) continue;
    for (Span span : place.mentions.spans()) places_.push_back({span, place.country});
  }
  std::ranges::sort(places_, {}, [](const PlaceMention& mention) { return mention.span.begin; });
}

PhraseCoder::Found PhraseCoder::PlaceAt(std::uint32_t token) const {
  Found found;
  const Span span = doc_.tokens[token].span;
  auto after = std::ranges::upper_bound(places_, span.begin, {},
                                        [](const PlaceMention& m) { return m.span.begin; });
  if (after == places_.begin()) return found;
  --after;
  if (!after->span.Contains(span)) return found;
  found.country = after->country;
  found.tokens = doc_.TokensIn(after->span);
  found.tokens.first = token;
  return found;
}

bool PhraseCoder::IsPlace(Span name) const {
  const auto found = std::ranges::lower_bound(places_, name.begin, {},
                                              [](const PlaceMention& m) { return m.span.begin; });
  return found != places_.end() && found->span == name;
}

// What the tables know of [first, last), left to right, longest first.  Words inside a person's
// name say nothing.
std::vector<PhraseCoder::Found> PhraseCoder::Scan(Range tokens) const {
  std::vector<Found> all;
  for (std::uint32_t i = tokens.first; i < tokens.last;) {
    const std::uint32_t name = NameAt(doc_, i);
    if (name < doc_.names.size() && IsPerson(doc_, doc_.names[name])) {
      const Range person = doc_.names[name].tokens;
      // "[Deputy Secretary] Lind": a title in front of it counts
      const TokenWords words(doc_, i, std::min(person.last, tokens.last));
      const Known<Agent> agent = ActorTables::Get().AgentAt(words.get());
      if (i == person.first && agent && i + agent.size < person.last) {
        Found title;
        title.tokens = {i, i + agent.size};
        title.agent = agent.entry;
        all.push_back(title);
      }
      i = std::max(i + 1, person.last);
      continue;
    }
    const TokenWords words(doc_, i, tokens.last);
    Found found;
    found.tokens = {i, i + 1};
    const bool capital = doc_.tokens[i].shape == Shape::kTitle ||
                         doc_.tokens[i].shape == Shape::kUpper || name < doc_.names.size();
    const Known<KnownName> known =
        capital ? ActorTables::Get().NameAt(words.get()) : Known<KnownName>{};
    const Known<Agent> agent = ActorTables::Get().AgentAt(words.get());
    if (known && known.size >= agent.size) {
      found.name = known.entry;
      found.tokens.last = i + known.size;
    } else if (agent) {
      found.agent = agent.entry;
      found.tokens.last = i + agent.size;
    } else if (Found place = PlaceAt(i); !place.country.empty()) {
      found = std::move(place);
    } else if (const Known<Title> title = TitleAt(words.get())) {
      found.tokens.last = i + title.size;
      found.title_sector = title.entry->sector;
    }
    const std::uint32_t end = found.tokens.last;
    if (end + 1 < tokens.last && doc_.tokens[end].text == "-" && !doc_.tokens[end].space_before)
      found.tail = doc_.tokens[end + 1].lower;
    const bool says = found.name != nullptr || found.agent != nullptr || !found.country.empty() ||
                      !found.title_sector.empty();
    if (says) all.push_back(found);
    i = std::max(end, i + 1);
  }
  return all;
}

const Agent* PhraseCoder::HeadNounOf(Range core) const {
  // "Ministry of Mines" is headed by its ministry.
  if (const std::uint32_t name = NameAt(doc_, core.last - 1); name < doc_.names.size()) {
    const Range tokens = doc_.names[name].tokens;
    for (std::uint32_t i = std::max(tokens.first, core.first) + 1; i < core.last; ++i) {
      if (doc_.tokens[i].lower != "of") continue;
      core.last = i;
      break;
    }
  }
  const std::uint32_t from = core.size() > 5 ? core.last - 5 : core.first;
  for (std::uint32_t i = from; i < core.last; ++i) {
    const Known<Agent> agent = ActorTables::Get().AgentAt(TokenWords(doc_, i, core.last).get());
    if (agent && i + agent.size == core.last) return agent.entry;
  }
  return nullptr;
}

void PhraseCoder::ReadCore(Range core, Reading& reading) const {
  const std::vector<Found> parts = Scan(core);
  // "European Union" is one name, not a union
  const bool name_heads =
      !parts.empty() && parts.back().name != nullptr && parts.back().tokens.last >= core.last;
  const Agent* const head = reading.head = name_heads ? nullptr : HeadNounOf(core);
  for (std::uint32_t i = core.first; i < core.last; ++i)
    reading.former = reading.former || Means(doc_.tokens[i].lower, Sense::kFormer);
  if (head != nullptr) reading.SetSector(head->sector, head->term);
  for (const Found& part : parts) {
    const std::string_view words =
        doc_.Words(doc_.SpanOf({part.tokens.first, std::min(part.tokens.last, core.last)}));
    const bool is_head = part.tokens.last >= core.last;
    const std::string_view country =
        part.name != nullptr ? std::string_view(part.name->code.country) : part.country;
    if (TailHides(part.tail)) {
      if (Means(part.tail, Sense::kPartOf) && reading.spare_country.empty())
        reading.spare_country = country;
      continue;
    }
    reading.SetCountry(country, words);
    std::string_view sector;
    if (part.name != nullptr) sector = SectorOf(*part.name, is_head);
    if (part.agent != nullptr && !is_head) sector = part.agent->sector;
    if (part.agent == nullptr && !part.title_sector.empty()) sector = part.title_sector;
    if (sector.empty() || (head != nullptr && part.agent == head)) continue;
    const bool group = part.agent != nullptr && part.agent->kind != AgentKind::kPerson;
    const bool body = part.name != nullptr || group || head == nullptr;
    const bool arms = head != nullptr && OneOf(head->sector, {"MIL", "UAF"}) && NarrowsArms(sector);
    if (head == nullptr || arms || (body && BelongsToBody(*head)) || reading.code.sector.empty())
      reading.SetSector(sector, words);
  }
}

// "of the ministry", "for the Kremlin", "of France": fills what the core left open.
void PhraseCoder::ReadRest(Range rest, Reading& reading) const {
  const bool borrows = reading.head != nullptr && BelongsToBody(*reading.head);
  bool sector_taken = !borrows && !reading.code.sector.empty();
  std::uint32_t at = rest.first;
  bool outward = false;  // "the envoy to Chad" is not Chad's
  for (const Found& part : Scan(rest)) {
    for (; at < part.tokens.first; ++at) {
      const std::string_view word = doc_.tokens[at].lower;
      if (OneOf(word, {"to", "with", "against"})) outward = true;
      if (OneOf(word, {"of", "for", "at", "from", "in", ","})) outward = false;
    }
    if (outward) continue;
    const std::string_view words =
        doc_.Words(doc_.SpanOf({part.tokens.first, std::min(part.tokens.last, rest.last)}));
    if (!TailHides(part.tail))
      reading.SetCountry(part.name != nullptr ? part.name->code.country : part.country, words);
    std::string_view sector;
    if (part.name != nullptr) sector = SectorOf(*part.name, false);
    if (part.agent != nullptr) sector = part.agent->sector;
    if (sector.empty() || sector_taken) continue;
    reading.SetSector(sector, words);
    sector_taken = true;
  }
}

CodedPhrase PhraseCoder::Code(const NounPhrase& phrase) const {
  Reading reading;
  ReadCore(phrase.core, reading);
  if (phrase.core.last < phrase.tokens.last)
    ReadRest({phrase.core.last, phrase.tokens.last}, reading);
  if (reading.code.country.empty())
    reading.SetCountry(reading.spare_country, "the body that runs it");
  if (reading.former && OneOf(reading.code.sector, {"GOV", "LEG"}))
    reading.SetSector("ELI", "former");
  CodedPhrase coded{reading.code, reading.head, ""};
  for (const std::string& part : reading.why) {
    if (!coded.why.empty()) coded.why += ", ";
    coded.why += part;
  }
  return coded;
}

}  // namespace dateline
