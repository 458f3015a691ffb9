#include "dateline/record.h"

namespace dateline {

#define DL_NAMES(Enum, ...)                                     \
  template <>                                                   \
  std::span<const std::string_view> Words<Enum>() {             \
    static constexpr std::string_view kNames[] = {__VA_ARGS__}; \
    return kNames;                                              \
  }

DL_NAMES(ActorType, "person", "organization", "country", "group")
DL_NAMES(Form, "direct", "mixed", "indirect")
DL_NAMES(Stance, "assert", "deny", "hedge", "accuse", "demand", "request", "threaten", "promise",
         "praise", "doubt", "question", "announce", "refuse", "no-comment")
DL_NAMES(EventType, "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT",
         "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE",
         "ASSAULT")
DL_NAMES(EventStatus, "actual", "claimed", "denied", "hypothetical", "future", "background")
DL_NAMES(PlaceKind, "city", "region", "country", "river", "sea", "mountain", "facility", "other")
DL_NAMES(TimeType, "DATE", "TIME", "DURATION", "SET")
#undef DL_NAMES

template <class Enum>
std::optional<Enum> FromString(std::string_view word) {
  const std::span<const std::string_view> names = Words<Enum>();
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == word) return static_cast<Enum>(i);
  return std::nullopt;
}

#define DL_BOTH_WAYS(Enum)                                                                         \
  std::string_view ToString(Enum value) { return Words<Enum>()[static_cast<std::size_t>(value)]; } \
  template std::optional<Enum> FromString<Enum>(std::string_view);

DL_BOTH_WAYS(ActorType)
DL_BOTH_WAYS(Form)
DL_BOTH_WAYS(Stance)
DL_BOTH_WAYS(EventType)
DL_BOTH_WAYS(EventStatus)
DL_BOTH_WAYS(PlaceKind)
DL_BOTH_WAYS(TimeType)
#undef DL_BOTH_WAYS

std::string ActorCode::ToString() const {
  if (country.empty() && sector.empty()) return "UNK";
  if (country.empty()) return "UNK " + sector;
  return sector.empty() ? country : country + " " + sector;
}

}  // namespace dateline
