#include "extract/events/implied_sides.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/token_words.h"
#include "extract/actors/noun_phrase.h"
#include "extract/events/act_kinds.h"
#include "extract/events/parties.h"

namespace dateline::events {

namespace {

using Sides = std::vector<Participant>;

constexpr std::uint32_t kSceneSentences = 1;  // how long a place holds for what is told after it

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

// A country or party, and in words what decided for it.
struct Answer {
  ActorCode code;
  std::string_view why;
};

void Because(std::string_view what, const Answer& answer, Event& event) {
  event.judgement.why.append("; ").append(what).append(" is ").append(answer.code.ToString());
  event.judgement.why.append(": ").append(answer.why);
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
      GiveCountry(OverthrownIn(event, where_[e]), event.recipients, event.actors, event);
      GiveCountry(where_[e], event.actors, event.recipients, event);
    }
    parties_ = Parties(batch_, CountryOf(dateline_));  // now that the sides have their countries
    for (std::size_t e = 0; e < batch_.events.size(); ++e) {
      Event& event = batch_.events[e];
      Imply(where_[e], event);
      Remember(event);
    }
  }

 private:
  std::string CountryOf(std::optional<PlaceId> place) const {
    return place ? batch_.places[place->index].country : std::string();
  }

  static Answer In(std::string country) { return {{std::move(country), ""}, "where it happens"}; }

  // The country where it happens: of its own place, of the place told just before, else the
  // report's.
  Answer Where(const Event& event) {
    const std::uint32_t sentence = doc_.tokens[doc_.TokensIn(event.trigger.first()).first].sentence;
    Answer here = In(event.place != dateline_ ? CountryOf(event.place) : std::string());
    // "Police in Kampala arrested two": where the police are of
    if (here.code.country.empty() && IsDomestic(event.type, event.mode))
      here = {{FirstCountry(event.actors), ""}, "the country of who acts"};
    if (!here.code.country.empty()) {
      scene_ = here.code.country;
      scene_sentence_ = sentence;
      return here;
    }
    if (!scene_.empty() && sentence <= scene_sentence_ + kSceneSentences)
      return {{scene_, ""}, "the country told of just before"};
    return {{parties_.home(), ""}, "the country that the report is about"};
  }

  bool Is(std::uint32_t token, std::string_view word_class) const {
    return view_.lexicon.Class(word_class).At(view_.words, token, token + 1);
  }

  // "both sides", "the two presidents", "all parties"
  bool IsBothSides(const NounPhrase& phrase) const {
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

  // A drone, a missile or a warship in an attack: where it strikes or is shot down is seldom where
  // it comes from.  Whose it is, the sides of the fighting say.
  bool IsWeapon(const Participant& side) const {
    if (side.code.sector != "MIL" || side.spans.empty()) return false;
    const NounPhrase phrase = NounPhraseOf(doc_, side.spans.front());
    if (phrase.empty()) return false;
    const Agent* noun = AgentNoun(doc_, phrase.head);
    return noun != nullptr && noun->kind == AgentKind::kThing;
  }

  // Does nobody act, or in an attack no more than a weapon?
  bool NobodyActs(const Event& event) const {
    if (event.actors.empty()) return true;
    return event.type == EventType::kAssault &&
           std::ranges::all_of(event.actors,
                               [this](const Participant& side) { return IsWeapon(side); });
  }

  // Whose a side is that names no country.  Soldiers, officials and people who are not named as
  // foreigners are of `where`; "its rival" is whom `others` deal with.
  void GiveCountry(const Answer& where, const Sides& others, Sides& sides, Event& event) const {
    // "a strike on Syria killed a guard": he is of the side that was struck
    Answer own{{FirstCountry(sides), ""}, "as the rest of its side"};
    if (own.code.country.empty()) own = where;
    Sides given;
    for (Participant& side : sides) {
      if (!side.code.country.empty() || side.spans.empty()) {
        given.push_back(std::move(side));
        continue;
      }
      std::string words = "'";
      words.append(doc_.Words(side.spans.front())).append("'");
      const NounPhrase phrase = NounPhraseOf(doc_, side.spans.front());
      if (!phrase.empty() && IsBothSides(phrase)) {
        const std::vector<ActorCode> main = parties_.MainBeside(others);
        for (const ActorCode& code : main) {
          given.push_back({side.spans, std::nullopt, {code.country, OwnSector(code, side)}});
          Because(words, {given.back().code, "one of the parties that the report names most"},
                  event);
        }
        if (!main.empty()) continue;
      }
      const bool other = !phrase.empty() && Is(phrase.head, "counterpart_noun");
      if (const auto code = other ? parties_.Counterpart(others, false) : std::nullopt) {
        side.code = {code->country, OwnSector(*code, side)};
        Because(words, {side.code, "whom the other side deals with"}, event);
      } else if (!side.code.sector.empty() && !other && !IsStranger(phrase, side) &&
                 !(event.type == EventType::kAssault && IsWeapon(side)) &&
                 !own.code.country.empty()) {
        side.code.country = own.code.country;
        Because(words, {side.code, own.why}, event);
      }
      given.push_back(std::move(side));
    }
    sides = std::move(given);
  }

  static std::string OwnSector(const ActorCode& party, const Participant& side) {
    return party.sector.empty() && side.code.sector != "CVL" ? side.code.sector : party.sector;
  }

  // "soldiers overthrew Chad's president": they are his country's.
  static Answer OverthrownIn(const Event& event, const Answer& where) {
    if (event.type != EventType::kCoerce || event.mode != "seize") return where;
    const auto ruler = std::ranges::find_if(event.recipients, [](const Participant& side) {
      return side.code.sector == "GOV" && IsCountry(side.code.country);
    });
    if (ruler == event.recipients.end()) return where;
    return {{ruler->code.country, ""}, "as whom they overthrow"};
  }

  void Imply(const Answer& where, Event& event) const {
    if (event.actors.empty() && event.recipients.empty()) ImplyBoth(where, event);
    if (IsMutual(event.type, event.mode) && event.recipients.empty() && event.actors.size() > 1) {
      event.recipients = event.actors;  // "the two presidents met"
      event.judgement.why += "; recipients: the same, as they do it together";
    }
    const bool actors = HasParty(event.actors), recipients = HasParty(event.recipients);
    const bool thing = std::ranges::all_of(event.recipients, IsThing);
    if ((actors || IsOnTheGround(event.type)) && !recipients && thing) {
      const Answer other = RecipientOf(where, event);
      if (other.code.country.empty()) return;
      for (Participant& side : event.recipients) side.code.country = other.code.country;
      if (event.recipients.empty()) AddParty(other.code, event.recipients);
      Because("recipient, not named,", other, event);
    } else if (recipients && !actors && NobodyActs(event)) {
      const Answer other = ActorOf(where, event);
      if (other.code.country.empty()) return;
      for (Participant& side : event.actors) side.code.country = other.code.country;
      if (event.actors.empty()) AddParty(other.code, event.actors);
      Because("actor, not named,", other, event);
    }
  }

  // "The attack", "the talks": told before, or of the parties that the report is about.
  void ImplyBoth(const Answer& where, Event& event) const {
    const Event* before = last_[static_cast<std::size_t>(event.type)];
    if (before != nullptr && before->mode == event.mode) {
      for (const Participant& side : before->actors) AddParty(side.code, event.actors);
      for (const Participant& side : before->recipients) AddParty(side.code, event.recipients);
      event.judgement.why += "; sides, not named: those of the same act told before";
    } else if (IsMutual(event.type, event.mode)) {
      for (const ActorCode& code : parties_.MainBeside({})) AddParty(code, event.actors);
      event.recipients = event.actors;
      if (!event.actors.empty())
        event.judgement.why += "; sides, not named: the parties that the report names most";
    } else if (where.code.country.empty()) {
      return;
    } else if (IsOnTheGround(event.type)) {
      AddParty(where.code, event.recipients);
      Because("recipient, not named,", where, event);
    } else if (IsDomestic(event.type, event.mode)) {
      AddParty(where.code, event.actors);
      Because("actor, not named,", where, event);
    }
  }

  // The other side of an act whose clause names none; "": nobody.
  Answer RecipientOf(const Answer& where, const Event& event) const {
    if (event.type == EventType::kAssault) {
      if (Answer enemy = OpponentOf(event.actors); !enemy.code.country.empty()) return enemy;
      const std::string own = CountryOf(event.place);
      return own.empty() ? where : In(own);
    }
    // Rioters and strikers may have anybody against them.
    if (event.mode == "riot" || event.mode == "strike") return {};
    if (event.type == EventType::kCoerce || IsDomestic(event.type, event.mode)) {
      const bool home = !IsForeign(event.actors, where.code.country);
      // "the bloc closed the borders": against whom it acts elsewhere
      if (!home && CountryOf(event.place).empty()) return CounterpartOf(event.actors, true);
      // "the army retook the town": from whom it fights
      if (home && HasParty(event.actors) && event.mode == "seize") {
        if (Answer enemy = OpponentOf(event.actors); !enemy.code.country.empty()) return enemy;
      }
      return where;
    }
    if (event.type == EventType::kMobilize ||
        (event.type == EventType::kRetreat && event.mode == "withdraw"))
      return OpponentOf(event.actors);
    if (HasCounterpart(event.type)) return CounterpartOf(event.actors, IsConflict(event.type));
    return {};
  }

  Answer ActorOf(const Answer& where, const Event& event) const {
    if (IsDomestic(event.type, event.mode)) return where;
    if (event.type == EventType::kAssault) {
      if (Answer enemy = OpponentOf(event.recipients); !enemy.code.country.empty()) return enemy;
    }
    return CounterpartOf(event.recipients, IsConflict(event.type));
  }

  Answer OpponentOf(const Sides& sides) const {
    return {parties_.Opponent(sides).value_or(ActorCode{}), "whom the other side fights"};
  }
  Answer CounterpartOf(const Sides& sides, bool conflict) const {
    return {parties_.Counterpart(sides, conflict).value_or(ActorCode{}),
            "the report's other party"};
  }

  static bool IsForeign(const Sides& sides, const std::string& where) {
    return std::ranges::none_of(
        sides, [&where](const Participant& side) { return side.code.country == where; });
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
  std::vector<Answer> where_;  // by event
  std::string scene_;
  std::uint32_t scene_sentence_ = 0;
  std::array<const Event*, 32> last_{};  // by type, with both sides
};

}  // namespace

void AddImpliedSides(const ReportView& view, std::optional<PlaceId> dateline, RecordBatch& batch) {
  Implication(view, dateline, batch).Run();
}

}  // namespace dateline::events
