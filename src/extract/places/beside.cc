#include "extract/places/beside.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include "annotate/name_context.h"

namespace dateline::places {

namespace {

constexpr int kSteps = 6;  // from noun to noun; the longest: "X, a camp some 12 km south of Y"
constexpr double kKilometresAMile = 1.609344;

bool Ties(const Token& token) {
  return token.deprel != Deprel::kConj && token.deprel != Deprel::kList &&
         token.deprel != Deprel::kParataxis && token.upos != Upos::kVerb;
}

std::optional<double> Bearing(std::string_view lower) {
  static constexpr std::pair<std::string_view, double> kBearings[] = {
      {"north", 0},   {"northeast", 45},  {"east", 90},  {"southeast", 135},
      {"south", 180}, {"southwest", 225}, {"west", 270}, {"northwest", 315}};
  const auto* const found =
      std::ranges::find(kBearings, lower, &std::pair<std::string_view, double>::first);
  return found == std::end(kBearings) ? std::nullopt : std::optional(found->second);
}

// "8", "1,200", "3.5"; none for anything else.
std::optional<double> Number(std::string_view text) {
  double value = 0, unit = 1;
  bool fraction = false;
  if (text.empty() || text.size() > 7 || text.front() < '0' || text.front() > '9')
    return std::nullopt;
  for (const char c : text) {
    if (c == ',' && !fraction) continue;
    if (c == '.' && !fraction) {
      fraction = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
    if (fraction) unit *= 10;
  }
  return value / unit;
}

struct Offset {
  double kilometres;
  double bearing;
  std::uint32_t first;  // token of the number
};

// "8 km northeast of" right before `first`, "the port of" between.
std::optional<Offset> OffsetBefore(const Document& doc, std::uint32_t first) {
  const auto lower = [&](std::uint32_t steps) {
    const Token* token = Before(doc, first, steps);
    return token == nullptr ? std::string_view() : token->lower;
  };
  std::uint32_t at = 1;
  if (lower(1) == "of" && lower(3) == "the" && lower(4) == "of") at = 4;
  if (lower(at) != "of") return std::nullopt;
  std::string compass(lower(++at));  // "north-east" is three tokens
  if (lower(at + 1) == "-") {
    compass.insert(0, lower(at + 2));
    at += 2;
  }
  const std::optional<double> bearing = Bearing(compass);
  if (!bearing) return std::nullopt;
  if (lower(at + 1) == "the" && lower(at + 2) == "to") at += 2;
  const std::string_view unit = lower(++at);
  const bool miles = unit == "miles" || unit == "mile";
  if (!miles && unit != "km" && !unit.starts_with("kilomet")) return std::nullopt;
  const std::optional<double> number = Number(lower(++at));
  if (!number) return std::nullopt;
  // Farther off the bearing is a manner of speaking and the earth is round.
  constexpr double kFarthest = 300;
  const double kilometres = *number * (miles ? kKilometresAMile : 1);
  if (kilometres > kFarthest) return std::nullopt;
  return Offset{kilometres, *bearing, first - at};
}

// The unknown toponym that the offset before a known one is said of: "Qwer, a camp about 8 km".
std::uint32_t SaidOf(const Document& doc, std::uint32_t number,
                     const std::vector<std::uint32_t>& unknown) {
  constexpr std::uint32_t kReach = 8;
  bool comma = false;
  for (std::uint32_t steps = 1; steps <= kReach; ++steps) {
    const Token* token = Before(doc, number, steps);
    if (token == nullptr || token->upos == Upos::kVerb || token->upos == Upos::kCconj) return kNone;
    if (unknown[number - steps] != kNone) return comma ? unknown[number - steps] : kNone;
    comma = comma || token->text == ",";
  }
  return kNone;
}

// Of each token the toponym without a place that it is part of.
std::vector<std::uint32_t> UnknownToponyms(const Document& doc,
                                           const std::vector<Toponym>& toponyms,
                                           const std::vector<Resolved>& resolved) {
  std::vector<std::uint32_t> unknown(doc.tokens.size(), kNone);
  for (std::uint32_t i = 0; i < toponyms.size(); ++i) {
    if (resolved[i].place) continue;
    for (std::uint32_t t = toponyms[i].tokens.first; t < toponyms[i].tokens.last; ++t)
      unknown[t] = i;
    // "the Mezzeh district of Damascus": the noun stands for the name.
    const Token& head = doc.tokens[HeadTokenOf(doc, toponyms[i].tokens)];
    if (head.deprel == Deprel::kCompound && unknown[head.head] == kNone) unknown[head.head] = i;
  }
  return unknown;
}

}  // namespace

std::vector<Beside> PlacesBeside(const Document& doc, const std::vector<Toponym>& toponyms,
                                 const std::vector<Resolved>& resolved) {
  std::vector<Beside> beside(toponyms.size());
  std::vector<int> steps_of(toponyms.size(), kSteps + 1);
  const std::vector<std::uint32_t> unknown = UnknownToponyms(doc, toponyms, resolved);
  for (std::uint32_t i = 0; i < toponyms.size(); ++i) {
    if (!resolved[i].place) continue;
    if (const auto offset = OffsetBefore(doc, toponyms[i].tokens.first)) {
      const std::uint32_t outer = SaidOf(doc, offset->first, unknown);
      if (outer != kNone) beside[outer] = {i, offset->kilometres, offset->bearing};
      if (outer != kNone) steps_of[outer] = 0;
      continue;
    }
    std::uint32_t token = HeadTokenOf(doc, toponyms[i].tokens);
    for (int step = 1; step <= kSteps && Ties(doc.tokens[token]); ++step) {
      token = doc.tokens[token].head;
      const std::uint32_t outer = unknown[token];
      if (outer == kNone) continue;
      if (step < steps_of[outer]) {
        steps_of[outer] = step;
        beside[outer] = {i};
      }
      break;
    }
  }
  return beside;
}

LatLon Away(LatLon from, double kilometres, double bearing) {
  constexpr double kKilometresADegree = 111.2;
  constexpr double kRadian = std::numbers::pi / 180;
  const double north = kilometres * std::cos(bearing * kRadian) / kKilometresADegree;
  const double east = kilometres * std::sin(bearing * kRadian) / kKilometresADegree;
  const double lat = std::clamp(from.lat + north, -90.0, 90.0);
  const double shrink = std::max(0.01, std::cos(lat * kRadian));  // of a degree towards the poles
  return {lat, std::remainder(from.lon + east / shrink, 360)};
}

}  // namespace dateline::places
