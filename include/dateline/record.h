// What does dateline claim about a report?  Statements, events, actors, places and times, each with
// its evidence: the characters that it was read from.
//
// A record cannot be built without evidence: Evidence has no default constructor and is never
// empty. Absent is std::nullopt or "", never invented.  Every record carries a Judgement: how sure,
// and why in words that a person can follow.  Offsets are bytes of Article::text (span.h). All
// records of one article form a RecordBatch, the unit that is committed to a store.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"
#include "dateline/span.h"

namespace dateline {

// One or more spans, in text order.  Never empty, by construction.
class Evidence {
 public:
  explicit Evidence(Span span) : spans_{span} {}
  Evidence(Span first, std::initializer_list<Span> more) : spans_{first} {
    spans_.insert(spans_.end(), more);
  }
  void Add(Span span) { spans_.push_back(span); }

  const std::vector<Span>& spans() const { return spans_; }
  Span first() const { return spans_.front(); }
  Span hull() const { return {spans_.front().begin, spans_.back().end}; }
  bool Overlaps(Span other) const {
    for (Span s : spans_)
      if (s.Overlaps(other)) return true;
    return false;
  }

 private:
  std::vector<Span> spans_;
};

struct Judgement {
  double confidence;  // 0..1: the share of such records that a careful reader would sign
  std::string why;    // the rule or model and its evidence, in plain words
};

// The n-th record of its kind in its batch.  Printed as a letter and n + 1: "s1".
template <char kLetter>
struct RecordId {
  std::uint32_t index = 0;
  std::string ToString() const { return kLetter + std::to_string(index + 1); }
  friend bool operator==(RecordId, RecordId) = default;
  friend auto operator<=>(RecordId, RecordId) = default;
};
using StatementId = RecordId<'s'>;
using EventId = RecordId<'e'>;
using ActorId = RecordId<'a'>;
using PlaceId = RecordId<'p'>;
using TimeId = RecordId<'t'>;

// ---------------------------------------------------------------- actors
enum class ActorType : std::uint8_t { kPerson, kOrganization, kCountry, kGroup };

// PLOVER: a country (ISO-3166 alpha-3) or a kind of organisation (IGO UNO EUR NGO MNC ...), and a
// sector (GOV MIL CVL ...); each "" if the text does not say.  ToString: "RUS MIL"; "UNK" when both
// are unknown.
struct ActorCode {
  std::string country;
  std::string sector;
  std::string ToString() const;
  friend bool operator==(const ActorCode&, const ActorCode&) = default;
};

struct Actor {
  Evidence mentions;
  std::string name;  // the fullest form in the report: "Antony Blinken", or the phrase ("a senior
                     // official")
  ActorType type;
  ActorCode code;
  std::string role;  // "Secretary of State", as the text says; "" if it does not
  Judgement judgement;
};

// A phrase that stands for an actor.
struct Mention {
  Evidence evidence;
  std::optional<ActorId> actor;
};

// ---------------------------------------------------------------- statements: who said what to
// whom
enum class Form : std::uint8_t { kDirect, kMixed, kIndirect };
enum class Stance : std::uint8_t {
  kAssert,
  kDeny,
  kHedge,
  kAccuse,
  kDemand,
  kRequest,
  kThreaten,
  kPromise,
  kPraise,
  kDoubt,
  kQuestion,
  kAnnounce,
  kRefuse,
  kNoComment
};

struct Cue {
  Evidence evidence;
  std::string lemma;  // "warn"
};

struct Statement {
  Evidence content;  // quotation marks included
  std::optional<Evidence>
      source;              // none: the text names nobody ("it was reported that"), or implicit
  std::optional<Cue> cue;  // none: "Minister: talks on", a follow-on quote, a signature
  Form form;
  Stance stance;
  bool anonymous = false;  // the text does not let one identify the source ("a senior official")
  bool implicit = false;   // the running speaker of a quote without its own source
  bool conditional = false;
  std::optional<ActorId>
      speaker;  // who the source is, also where it is implicit; none: not resolved
  std::optional<Mention> addressee;
  std::optional<Evidence> venue;      // "in an interview with ..."
  std::optional<StatementId> parent;  // this one stands inside the content of that one
  Judgement judgement;
};

// ---------------------------------------------------------------- events: who did what to whom
// (PLOVER)
enum class EventType : std::uint8_t {
  kAgree,
  kConsult,
  kSupport,
  kConcede,
  kCooperate,
  kAid,
  kRetreat,
  kRequest,
  kAccuse,
  kReject,
  kThreaten,
  kProtest,
  kSanction,
  kMobilize,
  kCoerce,
  kAssault
};

// denied > hypothetical > future > claimed > background > actual: the first that applies.
enum class EventStatus : std::uint8_t {
  kActual,
  kClaimed,
  kDenied,
  kHypothetical,
  kFuture,
  kBackground
};

// A side of an event.  Without spans it is implied by the text, not named.
struct Participant {
  std::vector<Span> spans;
  std::optional<ActorId> actor;
  ActorCode code;
};

struct Event {
  Evidence trigger;
  EventType type;
  std::string
      mode;  // of the type's modes (ontology/plover.h): "heavy-weapons"; "" where none applies
  // What PLOVER's table says of type and mode (ontology/plover.h), at the time of reading.
  std::uint8_t quad = 0;              // 1 and 2 verbal and material cooperation, 3 and 4 conflict
  double intensity = 0;               // -10 (most hostile) .. 10 (most cooperative)
  std::string cameo;                  // "194"
  std::vector<std::string> contexts;  // "military"
  std::vector<Participant> actors;
  std::vector<Participant> recipients;
  std::optional<PlaceId> place;
  std::optional<TimeId> time;
  std::string date;  // "2024-05-03", "2024-05" or "2024"; "" if unknown
  EventStatus status;
  std::optional<StatementId> claimed_by;
  std::optional<std::uint32_t> dead, injured, arrested;
  std::optional<EventId> same_as;  // an earlier telling of the same act
  Judgement judgement;
};

// ---------------------------------------------------------------- where and when
enum class PlaceKind : std::uint8_t {
  kCity,
  kRegion,
  kCountry,
  kRiver,
  kSea,
  kMountain,
  kFacility,
  kOther
};

struct LatLon {
  double lat, lon;  // degrees, WGS 84
};

struct Place {
  Evidence mentions;  // one record a place and report, one span a mention
  std::string name;   // of the gazetteer
  std::optional<std::uint64_t> geonames;
  std::optional<LatLon> at;
  std::string country;  // ISO-3166 alpha-3; "" for seas and continents
  std::string admin1;   // "Donetsk"
  PlaceKind kind;
  Judgement judgement;
};

enum class TimeType : std::uint8_t { kDate, kTime, kDuration, kSet };

struct Time {
  Evidence mention;
  TimeType type;
  std::string
      value;  // TIMEX3, resolved against the publication date: "2023-02-19", "P1D", "PRESENT_REF"
  Judgement judgement;
};

// ---------------------------------------------------------------- all records of one article
struct RecordBatch {
  std::vector<Span> sentences;
  std::vector<Statement> statements;
  std::vector<Event> events;
  std::vector<Actor> actors;
  std::vector<Place> places;
  std::vector<Time> times;
  std::vector<Diagnostic> diagnostics;
};

// The words of the record contract: "no-comment", "ASSAULT", "background".
std::string_view ToString(ActorType);
std::string_view ToString(Form);
std::string_view ToString(Stance);
std::string_view ToString(EventType);
std::string_view ToString(EventStatus);
std::string_view ToString(PlaceKind);
std::string_view ToString(TimeType);

// All of them, in the order of the enumerators: Words<Stance>().
template <class Enum>
std::span<const std::string_view> Words();

// The value whose word is `word`, if there is one: FromString<Stance>("deny").
template <class Enum>
std::optional<Enum> FromString(std::string_view word);

}  // namespace dateline
