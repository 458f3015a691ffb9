#include "extract/events/event_extractor.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "extract/actors/noun_phrase.h"
#include "extract/events/act_kinds.h"
#include "extract/events/attachment.h"
#include "extract/events/coding_rules.h"
#include "extract/events/counts.h"
#include "extract/events/implied_sides.h"
#include "extract/events/report_view.h"
#include "extract/events/roles.h"
#include "extract/events/same_act.h"
#include "extract/events/selection.h"
#include "extract/events/status.h"
#include "extract/events/trigger_matcher.h"
#include "ontology/plover.h"

namespace dateline {

namespace events {
namespace {

// The share of such events that a careful reader would sign, measured on reports with gold; a side
// that is named and a mode each make a trigger surer.
double ConfidenceOf(const Event& event) {
  double confidence = 0.45;
  if (!event.actors.empty()) confidence += 0.15;
  if (!event.recipients.empty()) confidence += 0.1;
  if (!event.mode.empty()) confidence += 0.05;
  return confidence;
}

class ReportEvents {
 public:
  ReportEvents(const Document& doc, RecordBatch& batch)
      : doc_(doc),
        batch_(batch),
        view_(doc, batch),
        roles_(view_, batch),
        dateline_(DatelinePlace(view_)) {}

  void Run() {
    const std::vector<Trigger> triggers = FindTriggers(view_);
    for (std::size_t i = 0; i < triggers.size();) {
      const std::uint32_t sentence = SentenceAt(triggers[i]);
      std::size_t end = i;
      while (end < triggers.size() && SentenceAt(triggers[end]) == sentence) ++end;
      OfSentence(sentence, std::span(triggers).subspan(i, end - i));
      i = end;
    }
    AddImpliedSides(view_, dateline_, batch_);
    PeaceOfBelligerents();
    LinkTellings();
    for (std::size_t e = 0; e < batch_.events.size(); ++e) {
      SetCodes(batch_.events[e]);
      const std::string_view cameo = CameoOfWords(view_, sources_[e].trigger, batch_.events[e]);
      if (!cameo.empty()) batch_.events[e].cameo = cameo;
    }
  }

 private:
  struct Source {  // of the event of the same index
    Trigger trigger;
    std::uint32_t row;
    bool dated;  // by words of its own or of the scene, not by the day of the report
  };

  std::uint32_t SentenceAt(const Trigger& trigger) const {
    return doc_.tokens[trigger.tokens.first].sentence;
  }

  void OfSentence(std::uint32_t sentence, std::span<const Trigger> triggers) {
    const std::size_t begin = batch_.events.size();
    const Selection selection = SelectTriggers(view_, triggers);
    for (const Trigger& trigger : selection.acts) OfTrigger(trigger);
    if (batch_.events.size() == begin) return;
    for (const Trigger& trigger : selection.harm) AddHarmed(trigger, begin);
    AddCounts(sentence, begin);
  }

  void OfTrigger(const Trigger& trigger) {
    const Sides sides = roles_.Find(trigger, view_.lexicon.row(trigger.rows.front()));
    // In a report of politics one side may be a pronoun, or left unsaid.
    const bool speaks_of_politics =
        view_.political_report || NamesSomebodyInPolitics(trigger, sides);
    const int political = sides.Political() + (speaks_of_politics ? 1 : 0);
    const auto fits = [&](std::uint32_t r) { return view_.lexicon.row(r).sides <= political; };
    const auto row = std::find_if(trigger.rows.begin(), trigger.rows.end(), fits);
    if (row == trigger.rows.end()) return;
    AddEvent(trigger, *row, sides);
  }

  // "Moreno agreed to resign", "all sides agreed", of whom nothing is known but that the sentence
  // is of politics.
  bool NamesSomebodyInPolitics(const Trigger& trigger, const Sides& sides) const {
    if (!view_.sentences[SentenceAt(trigger)].political) return false;
    return std::ranges::any_of(sides.actors, [this](const Side& side) {
      if (side.participant.spans.empty() || IsPoliticalCode(side.participant.code)) return false;
      const NounPhrase phrase = NounPhraseOf(doc_, side.participant.spans.front());
      if (phrase.empty()) return false;
      return view_.IsName(phrase.root, NameKind::kPerson) ||
             view_.lexicon.Class("joint_noun").At(view_.words, phrase.head, phrase.head + 1);
    });
  }

  // Who was killed or wounded is a side of the act that did it, and who killed did it.
  void AddHarmed(const Trigger& trigger, std::size_t begin) {
    Event* assault = FirstOf(begin, EventType::kAssault, "");
    if (assault == nullptr) return;
    const Sides sides = roles_.Find(trigger, view_.lexicon.row(trigger.rows.front()));
    const auto add = [this](const std::vector<Side>& from, std::vector<Participant>& to) {
      for (Participant& side : roles_.Settle(from)) {
        const bool known = std::ranges::any_of(to, [&side](const Participant& other) {
          return other.spans == side.spans || (other.actor && other.actor == side.actor);
        });
        if (!known) to.push_back(std::move(side));
      }
    };
    if (assault->actors.empty()) add(sides.actors, assault->actors);
    if (assault->recipients.empty()) add(sides.recipients, assault->recipients);
  }

  Event* FirstOf(std::size_t begin, EventType type, std::string_view mode) {
    for (std::size_t e = begin; e < batch_.events.size(); ++e)
      if (batch_.events[e].type == type && (mode.empty() || batch_.events[e].mode == mode))
        return &batch_.events[e];
    return nullptr;
  }

  void AddEvent(const Trigger& trigger, std::uint32_t row_index, const Sides& sides) {
    const TriggerRow& row = view_.lexicon.row(row_index);
    const When when = WhenOf(view_, batch_, trigger);
    const StatusReading reading = StatusOf(view_, batch_, trigger, when.old);
    Coded coming = CodeOfComing(row.type, row.mode, reading.status, reading.claimed_by.has_value());
    if (reading.status == EventStatus::kHypothetical)
      coming = CodeOfPossible(coming, reading.promised, IsSigning(view_, trigger));
    const bool refused = reading.refused && coming.status == EventStatus::kDenied;
    const Coded coded = refused ? CodeOfRefusal(coming) : coming;
    Event event{.trigger = Evidence(doc_.SpanOf(trigger.tokens)),
                .type = coded.type,
                .mode = std::string(coded.mode),
                .contexts = ContextsOf(trigger, coded.mode),
                .actors = roles_.Settle(sides.actors),
                .recipients = roles_.Settle(sides.recipients),
                .place = std::nullopt,
                .time = when.time,
                .date = when.date,
                .status = coded.status,
                .claimed_by = reading.claimed_by,
                .dead = std::nullopt,
                .injured = std::nullopt,
                .arrested = std::nullopt,
                .same_as = std::nullopt,
                .judgement = {}};
    const bool news = event.status == EventStatus::kActual || event.status == EventStatus::kClaimed;
    event.place = PlaceOf(view_, trigger, event.type, event.actors);
    if (!event.place && news && HappensSomewhere(event.type)) event.place = dateline_;
    event.judgement = {ConfidenceOf(event), WhyOf(trigger, row, event, sides, reading)};
    if (event.date.empty() && HappensSomewhere(event.type)) {
      event.date = SceneDate(trigger);
      if (!event.date.empty()) event.judgement.why += "; date: that of the sentence before";
    }
    const bool dated = !event.date.empty();
    if (!dated && news) event.date = doc_.article().published.substr(0, 10);
    batch_.events.push_back(event);
    sources_.push_back({trigger, row_index, dated});

    if (event.type == EventType::kSanction && event.mode == "convict" &&
        NamesPrison(view_, trigger)) {
      event.type = EventType::kCoerce;
      event.mode = "arrest";
      event.judgement.why += "; a prison term is an arrest as well";
      batch_.events.push_back(std::move(event));
      sources_.push_back({trigger, row_index, dated});
    }
  }

  // "They marched on Monday. Four were detained.": the day of the sentence before, in its
  // paragraph.
  std::string SceneDate(const Trigger& trigger) const {
    if (batch_.events.empty() || !sources_.back().dated || trigger.use == Use::kNoun) return {};
    const std::uint32_t here = SentenceAt(trigger), before = SentenceAt(sources_.back().trigger);
    const bool next = before + 1 == here;
    if (!next || doc_.sentences[here].paragraph != doc_.sentences[before].paragraph) return {};
    const Xpos xpos = doc_.tokens[trigger.node].xpos;
    if (xpos != Xpos::kVbd && xpos != Xpos::kVbn) return {};
    return batch_.events.back().date;
  }

  std::vector<std::string> ContextsOf(const Trigger& trigger, std::string_view mode) const {
    std::vector<std::string> contexts;
    for (std::string_view context : view_.sentences[SentenceAt(trigger)].contexts)
      contexts.emplace_back(context);
    const bool sets_context = mode == "cyber" || mode == "misinformation";
    if (sets_context && std::find(contexts.begin(), contexts.end(), mode) == contexts.end()) {
      contexts.emplace_back(mode);
    }
    return contexts;
  }

  // "trigger 'shelled' (ASSAULT heavy-weapons, verb); actor: subject 'Russian forces'; status: told
  // as fact"
  std::string WhyOf(const Trigger& trigger, const TriggerRow& row, const Event& event,
                    const Sides& sides, const StatusReading& reading) const {
    std::string why = "trigger '";
    why.append(doc_.Words(event.trigger.first())).append("' (").append(ToString(row.type));
    if (!row.mode.empty()) why.append(" ").append(row.mode);
    why.append(trigger.use == Use::kNoun ? ", noun" : ", verb")
        .append(row.learned ? ", as the encoder reads it)" : ")")
        .append(sides.why);
    if (event.type != row.type)
      why.append(reading.refused ? "; refused, so " : "; to come, so ")
          .append(ToString(event.type));
    return why.append("; status: ").append(reading.why);
  }

  // Counts of the sentence go to the act that caused them.
  void AddCounts(std::uint32_t sentence, std::size_t begin) {
    const Counts counts = CountsOf(view_, sentence);
    if (Event* assault = FirstOf(begin, EventType::kAssault, "")) {
      assault->dead = counts.dead;
      assault->injured = counts.injured;
    }
    Event* arrest = FirstOf(begin, EventType::kCoerce, "arrest");
    if (arrest == nullptr) arrest = FirstOf(begin, EventType::kProtest, "");
    if (arrest != nullptr) arrest->arrested = counts.arrested;
  }

  void PeaceOfBelligerents() {
    const std::vector<std::string> fighting = Belligerents(batch_.events);
    for (std::size_t e = 0; e < batch_.events.size(); ++e) {
      Event& event = batch_.events[e];
      if (event.type != EventType::kRequest || event.mode != "yield" || event.actors.empty())
        continue;
      const std::string& country = event.actors.front().code.country;
      if (!std::binary_search(fighting.begin(), fighting.end(), country)) continue;
      if (!SpeaksOfPeace(view_, sources_[e].trigger)) continue;
      event.type = EventType::kAgree;
      event.mode.clear();
      event.judgement.why += "; a side of the war calls for its end, so AGREE";
    }
  }

  // A day that is only that of the report tells no two acts apart.
  void LinkTellings() {
    SameActFinder tellings;
    std::vector<std::string> days(batch_.events.size());
    for (std::uint32_t e = 0; e < batch_.events.size(); ++e)
      if (!sources_[e].dated) days[e].swap(batch_.events[e].date);
    for (std::uint32_t e = 0; e < batch_.events.size(); ++e) {
      Event& event = batch_.events[e];
      event.same_as = tellings.Find(event, sources_[e].row, e, batch_.events);
      if (event.same_as) TakeOver(batch_.events[event.same_as->index], event);
    }
    for (std::uint32_t e = 0; e < batch_.events.size(); ++e)
      if (batch_.events[e].date.empty()) batch_.events[e].date.swap(days[e]);
  }

  // What a telling leaves out, the first one says.
  static void TakeOver(const Event& first, Event& event) {
    event.judgement.why += "; told before as " + event.same_as->ToString();
    if (event.mode.empty()) event.mode = first.mode;
    if (event.date.empty()) event.date = first.date;
    const bool old = first.status == EventStatus::kBackground;
    if (old && event.status == EventStatus::kActual) event.status = first.status;
  }

  const Document& doc_;
  RecordBatch& batch_;
  ReportView view_;
  RoleFinder roles_;
  std::optional<PlaceId> dateline_;
  std::vector<Source> sources_;
};

}  // namespace
}  // namespace events

StageInfo EventExtractor::info() const {
  return {"events",
          {Layer::kSentences, Layer::kTokens, Layer::kNames, Layer::kTimes, Layer::kPlaces,
           Layer::kActors, Layer::kStatements, Layer::kActs},
          {Layer::kEvents}};
}

void EventExtractor::Extract(const Document& doc, RecordBatch& batch) const {
  events::ReportEvents(doc, batch).Run();
}

}  // namespace dateline
