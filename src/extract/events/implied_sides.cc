#include "extract/events/implied_sides.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

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

void AddParty(const ActorCode& code, Sides& sides) {
  if (!code.country.empty()) sides.push_back({{}, std::nullopt, code});
}

// Soldiers, officials and people who are not named as foreigners are of `country`.
void GiveCountry(const std::string& country, Sides& sides) {
  for (Participant& side : sides)
    if (side.code.country.empty() && !side.code.sector.empty()) side.code.country = country;
}

class Implication {
 public:
  Implication(const Document& doc, std::optional<PlaceId> dateline, RecordBatch& batch)
      : doc_(doc),
        batch_(batch),
        dateline_(dateline),
        parties_(batch, CountryOf(dateline)),
        where_(batch.events.size()) {}

  void Run() {
    for (std::size_t e = 0; e < batch_.events.size(); ++e) {
      where_[e] = Where(batch_.events[e]);
      GiveCountry(where_[e], batch_.events[e].actors);
      GiveCountry(where_[e], batch_.events[e].recipients);
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
    if (event.place && event.place != dateline_) {
      const std::string country = CountryOf(event.place);
      if (!country.empty()) {
        scene_ = country;
        scene_sentence_ = sentence;
        return country;
      }
    }
    if (!scene_.empty() && sentence <= scene_sentence_ + kSceneSentences) return scene_;
    return parties_.home();
  }

  void Imply(const std::string& where, Event& event) const {
    if (!HasParty(event.actors) && !HasParty(event.recipients)) ImplyBoth(where, event);
    const bool actors = HasParty(event.actors), recipients = HasParty(event.recipients);
    if (actors && !recipients && event.recipients.empty()) ImplyRecipient(where, event);
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
      for (const ActorCode& code : parties_.Main()) AddParty(code, event.actors);
      event.recipients = event.actors;
      return;
    }
    if (event.type == EventType::kAssault || event.type == EventType::kCoerce)
      AddParty({where, ""}, event.recipients);
    if (event.type == EventType::kProtest) AddParty({where, ""}, event.actors);
  }

  void ImplyRecipient(const std::string& where, Event& event) const {
    if (event.type == EventType::kAssault) {
      const std::optional<ActorCode> other = parties_.Opponent(event.actors);
      const std::string own = CountryOf(event.place);
      AddParty(other ? *other : ActorCode{own.empty() ? where : own, ""}, event.recipients);
    } else if (event.type == EventType::kCoerce || IsDomestic(event)) {
      AddParty({where, ""}, event.recipients);
    } else if (HasCounterpart(event.type)) {
      if (const auto other = parties_.Counterpart(event.actors)) AddParty(*other, event.recipients);
    }
  }

  void ImplyActor(const std::string& where, Event& event) const {
    if (IsDomestic(event)) {
      AddParty({where, ""}, event.actors);
    } else if (const auto other = parties_.Counterpart(event.recipients)) {
      AddParty(*other, event.actors);
    }
  }

  void Remember(const Event& event) {
    if (HasParty(event.actors) && HasParty(event.recipients))
      last_[static_cast<std::size_t>(event.type)] = &event;
  }

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

void AddImpliedSides(const Document& doc, std::optional<PlaceId> dateline, RecordBatch& batch) {
  Implication(doc, dateline, batch).Run();
}

}  // namespace dateline::events
