#include "extract/events/implied_sides.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "extract/actors/noun_phrase.h"
#include "extract/events/parties.h"

namespace dateline::events {

namespace {

using Sides = std::vector<Participant>;

constexpr std::uint32_t kSceneSentences = 1;  // how long a place holds for what is told after it

// Acts that all sides do together: without a name they are those of the parties of the report.
bool IsMutual(const Event& event) {
  switch (event.type) {
    case EventType::kAgree:
    case EventType::kCooperate:
      return true;
    case EventType::kConsult:
      return event.mode != "visit";
    case EventType::kRetreat:
      return event.mode == "ceasefire";
    default:
      return false;
  }
}

// Acts of a state, of its courts and police and of its people among themselves.
bool IsDomestic(const Event& event) {
  switch (event.type) {
    case EventType::kProtest:
      return true;
    case EventType::kCoerce:
      return event.mode != "seize" && event.mode != "cyber";
    case EventType::kSanction:
      return event.mode == "convict";
    case EventType::kAccuse:
      return event.mode == "investigate";
    default:
      return false;
  }
}

// Acts that somebody else always takes: who rejects, rejects what another wants.
bool HasCounterpart(EventType type) {
  switch (type) {
    case EventType::kAgree:
    case EventType::kConsult:
    case EventType::kCooperate:
    case EventType::kSupport:
    case EventType::kReject:
    case EventType::kThreaten:
    case EventType::kSanction:
    case EventType::kConcede:
      return true;
    default:
      return false;
  }
}

bool HasParty(const Sides& sides) {
  return std::ranges::any_of(sides,
                             [](const Participant& side) { return !side.code.country.empty(); });
}

// "the market", "two police cars": what was hit, of whom nothing is known yet.
bool IsThing(const Participant& side) { return !side.actor && side.code == ActorCode{}; }

std::string FirstCountry(const Sides& sides) {
  const auto named = std::ranges::find_if(
      sides, [](const Participant& side) { return IsCountry(side.code.country); });
  return named == sides.end() ? std::string() : named->code.country;
}

void AddParty(const ActorCode& code, Sides& sides) {
  if (!code.country.empty()) sides.push_back({{}, std::nullopt, code});
}

class Implication {
 public:
  Implication(const ReportView& view, std::optional<PlaceId> dateline, RecordBatch& batch)
      : view_(view),
        doc_(view.doc),
        batch_(batch),
        dateline_(dateline),
        parties_(batch, CountryOf(dateline)),
        where_(batch.events.size()) {}

  void Run() {
    for (std::size_t e = 0; e < batch_.events.size(); ++e) {
      Event& event = batch_.events[e];
      where_[e] = Where(event);
      GiveCountry(OverthrownIn(event, where_[e]), event.recipients, event.actors);
      GiveCountry(where_[e], event.actors, event.recipients);
    }
    parties_ = Parties(batch_, CountryOf(dateline_));  // now that the sides have their countries
    for (std::size_t e = 0; e < batch_.events.size(); ++e) {
      Event& event = batch_.events[e];
      const std::size_t named = event.actors.size() + event.recipients.size();
      Imply(where_[e], event);
      if (event.actors.size() + event.recipients.size() > named)
        event.judgement.why += "; a side only implied";
      Remember(event);
    }
  }

 private:
  std::string CountryOf(std::optional<PlaceId> place) const {
    return place ? batch_.places[place->index].country : std::string();
  }

  // The country where it happens: of its own place, of the place told just before, else the
  // report's.
  std::string Where(const Event& event) {
    const std::uint32_t sentence = doc_.tokens[doc_.TokensIn(event.trigger.first()).first].sentence;
    std::string country = event.place != dateline_ ? CountryOf(event.place) : std::string();
    // "Police in Kampala arrested two": where the police are of
    if (country.empty() && IsDomestic(event)) country = FirstCountry(event.actors);
    if (!country.empty()) {
      scene_ = country;
      scene_sentence_ = sentence;
      return country;
    }
    if (!scene_.empty() && sentence <= scene_sentence_ + kSceneSentences) return scene_;
    return parties_.home();
  }

  bool Is(std::uint32_t token, std::string_view word_class) const {
    return view_.lexicon.Class(word_class).At(view_.words, token, token + 1);
  }

  // "both sides", "the two presidents", "all parties"
  bool IsJoint(const NounPhrase& phrase) const {
    if (!Is(phrase.head, "joint_noun")) return false;
    for (std::uint32_t t = phrase.core.first; t < phrase.head; ++t) {
      const std::string_view lower = doc_.tokens[t].lower;
      const bool definite = t > phrase.core.first && doc_.tokens[t - 1].lower == "the";
      if (lower == "both" || lower == "all" || (definite && lower == "two")) return true;
    }
    return false;
  }

  // "foreign auditors", "hackers": nothing says that they are of the place.  A foreign minister is.
  bool IsStranger(const NounPhrase& phrase, const Participant& side) const {
    if (side.code.sector == "GOV") return false;
    for (std::uint32_t t = phrase.core.first; t < phrase.core.last; ++t)
      if (Is(t, "stranger")) return true;
    return false;
  }

  // Whose a side is that names no country.  Soldiers, officials and people who are not named as
  // foreigners are of `where`; "its rival" is whom `others` deal with.
  void GiveCountry(const std::string& where, const Sides& others, Sides& sides) const {
    // "a strike on Syria killed a guard": he is of the side that was struck
    std::string country = FirstCountry(sides);
    if (country.empty()) country = where;
    Sides given;
    for (Participant& side : sides) {
      if (!side.code.country.empty() || side.spans.empty()) {
        given.push_back(std::move(side));
        continue;
      }
      const NounPhrase phrase = NounPhraseOf(doc_, side.spans.front());
      if (!phrase.empty() && IsJoint(phrase)) {
        const std::vector<ActorCode> main = parties_.MainBeside(others);
        for (const ActorCode& code : main)
          given.push_back({side.spans, std::nullopt, {code.country, OwnSector(code, side)}});
        if (!main.empty()) continue;
      }
      const bool other = !phrase.empty() && Is(phrase.head, "counterpart_noun");
      if (const auto code = other ? parties_.Counterpart(others, false) : std::nullopt) {
        side.code = {code->country, OwnSector(*code, side)};
      } else if (!side.code.sector.empty() && !other && !IsStranger(phrase, side)) {
        side.code.country = country;
      }
      given.push_back(std::move(side));
    }
    sides = std::move(given);
  }

  static std::string OwnSector(const ActorCode& party, const Participant& side) {
    return party.sector.empty() && side.code.sector != "CVL" ? side.code.sector : party.sector;
  }

  // "soldiers overthrew Chad's president": they are his country's.
  static std::string OverthrownIn(const Event& event, const std::string& where) {
    if (event.type != EventType::kCoerce || event.mode != "seize") return where;
    const auto ruler = std::ranges::find_if(event.recipients, [](const Participant& side) {
      return side.code.sector == "GOV" && IsCountry(side.code.country);
    });
    return ruler == event.recipients.end() ? where : ruler->code.country;
  }

  void Imply(const std::string& where, Event& event) const {
    if (!HasParty(event.actors) && !HasParty(event.recipients)) ImplyBoth(where, event);
    if (IsMutual(event) && event.recipients.empty() && event.actors.size() > 1)
      event.recipients = event.actors;  // "the two presidents met"
    const bool actors = HasParty(event.actors), recipients = HasParty(event.recipients);
    const bool ground = event.type == EventType::kAssault || event.type == EventType::kCoerce;
    const bool thing = std::ranges::all_of(event.recipients, IsThing);
    if ((actors || ground) && !recipients && thing) ImplyRecipient(where, event);
    if (recipients && !actors && event.actors.empty()) ImplyActor(where, event);
  }

  // "The attack", "the talks": told before, or of the parties that the report is about.
  void ImplyBoth(const std::string& where, Event& event) const {
    if (!event.actors.empty() || !event.recipients.empty()) return;
    const Event* before = last_[static_cast<std::size_t>(event.type)];
    if (before != nullptr && before->mode == event.mode) {
      for (const Participant& side : before->actors) AddParty(side.code, event.actors);
      for (const Participant& side : before->recipients) AddParty(side.code, event.recipients);
      return;
    }
    if (IsMutual(event)) {
      for (const ActorCode& code : parties_.MainBeside({})) AddParty(code, event.actors);
      event.recipients = event.actors;
      return;
    }
    if (event.type == EventType::kAssault || event.type == EventType::kCoerce)
      AddParty({where, ""}, event.recipients);
    else if (IsDomestic(event))
      AddParty({where, ""}, event.actors);
  }

  void ImplyRecipient(const std::string& where, Event& event) const {
    const std::string own = CountryOf(event.place);
    std::optional<ActorCode> other;
    if (event.type == EventType::kAssault) {
      other = parties_.Opponent(event.actors);
      if (!other) other = ActorCode{own.empty() ? where : own, ""};
    } else if (event.mode == "riot" || event.mode == "strike") {
      return;  // rioters and strikers may have anybody against them
    } else if (event.type == EventType::kCoerce || IsDomestic(event)) {
      other = ActorCode{where, ""};
      // "the bloc closed the borders": against whom it acts elsewhere
      if (own.empty() && IsForeign(event.actors, where))
        other = parties_.Counterpart(event.actors, true);
      // "the army retook the town": from whom it fights
      const bool home = HasParty(event.actors) && !IsForeign(event.actors, where);
      if (home && event.mode == "seize") {
        if (const auto enemy = parties_.Opponent(event.actors)) other = enemy;
      }
    } else if (event.type == EventType::kMobilize ||
               (event.type == EventType::kRetreat && event.mode == "withdraw")) {
      other = parties_.Opponent(event.actors);
    } else if (HasCounterpart(event.type)) {
      other = parties_.Counterpart(event.actors, IsConflict(event.type));
    }
    if (!other) return;
    for (Participant& thing : event.recipients) thing.code.country = other->country;
    if (event.recipients.empty()) AddParty(*other, event.recipients);
  }

  static bool IsForeign(const Sides& sides, const std::string& where) {
    return std::ranges::none_of(
        sides, [&where](const Participant& side) { return side.code.country == where; });
  }

  void ImplyActor(const std::string& where, Event& event) const {
    std::optional<ActorCode> other;
    if (IsDomestic(event)) other = ActorCode{where, ""};
    if (!other && event.type == EventType::kAssault) other = parties_.Opponent(event.recipients);
    if (!other) other = parties_.Counterpart(event.recipients, IsConflict(event.type));
    if (other) AddParty(*other, event.actors);
  }

  void Remember(const Event& event) {
    if (HasParty(event.actors) && HasParty(event.recipients))
      last_[static_cast<std::size_t>(event.type)] = &event;
  }

  const ReportView& view_;
  const Document& doc_;
  RecordBatch& batch_;
  std::optional<PlaceId> dateline_;
  Parties parties_;
  std::vector<std::string> where_;  // by event
  std::string scene_;
  std::uint32_t scene_sentence_ = 0;
  std::array<const Event*, 32> last_{};  // by type, with both sides
};

}  // namespace

void AddImpliedSides(const ReportView& view, std::optional<PlaceId> dateline, RecordBatch& batch) {
  Implication(view, dateline, batch).Run();
}

}  // namespace dateline::events
