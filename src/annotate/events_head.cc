#include "annotate/events_head.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "annotate/head_layers.h"
#include "annotate/tag_path.h"
#include "ontology/plover.h"

namespace dateline {

namespace {

constexpr std::size_t kHidden = 256;
constexpr std::size_t kDetail = 128;
constexpr std::size_t kPart = 128;
constexpr std::size_t kRoles = 2;  // actors, recipients

// The mode as the table of PLOVER has it, "" for "-".
std::optional<std::string_view> ModeOf(std::string_view label) {
  if (label == "-") return std::string_view();
  for (int type = 0; type < kEventTypes; ++type)
    if (const auto row = FindPlover(static_cast<EventType>(type), label)) return row->mode;
  return std::nullopt;
}

template <class Label>
Label Best(const Buffer<float>& logits, std::size_t row, const std::vector<Label>& labels) {
  const float* first = &logits[row * labels.size()];
  return labels[std::max_element(first, first + labels.size()) - first];
}

// Runs of the words that go with a trigger more likely than not; a word's part begins kRoles *
// kPart numbers behind that of the word before.
std::vector<Range> WordsThatGo(const float* parts, Range words, const float* trigger) {
  std::vector<Range> runs;
  for (std::uint32_t token = words.first; token < words.last; ++token, parts += kRoles * kPart) {
    if (Dot(parts, trigger, kPart) <= 0) continue;
    if (!runs.empty() && runs.back().last == token) {
      ++runs.back().last;
    } else {
      runs.push_back({token, token + 1});
    }
  }
  return runs;
}

}  // namespace

Result<EventsHead> EventsHead::Open(const ModelFile& file, std::size_t width) {
  EventsHead head;
  LayerReader reader(file);
  reader.Labels("event_types", FromString<EventType>, head.types_);
  reader.Labels("event_modes", ModeOf, head.modes_);
  reader.Labels("event_statuses", FromString<EventStatus>, head.statuses_);
  head.hidden_ = reader.Layer("heads.events.hidden", kHidden, width);
  head.out_ = reader.Layer("heads.events.out", 2 * head.types_.size() + 1, kHidden);
  head.detail_ = reader.Layer("heads.events.detail", kDetail, width);
  head.mode_ = reader.Layer("heads.events.mode", head.modes_.size(), kDetail);
  head.status_ = reader.Layer("heads.events.status", head.statuses_.size(), kDetail);
  head.part_ = reader.Layer("heads.events.part", kPart, width);
  head.trigger_ = reader.Layer("heads.events.trigger", kPart, width);
  head.role_ = reader.Layer("heads.events.role", kRoles * kPart, kPart);
  if (!reader.ok()) return std::unexpected(reader.error());
  return head;
}

// The likeliest of the modes that the type has.
std::string_view EventsHead::ModeOfType(EventType type, const float* logits) const {
  std::string_view best;
  float highest = -std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < modes_.size(); ++i) {
    if (logits[i] <= highest || !FindPlover(type, modes_[i])) continue;
    highest = logits[i];
    best = modes_[i];
  }
  return best;
}

void EventsHead::Read(const WordVectors& words, Document& doc) const {
  const std::uint32_t count = words.tokens.size();
  const auto tags = static_cast<std::uint32_t>(2 * types_.size() + 1);
  const Buffer<float> logits = TwoLayers(words.rounded, count, hidden_, out_);
  const std::vector<TaggedSpan> found = BestSpans(logits.data(), count, tags, tags);
  if (found.empty()) return;
  const Quantized firsts = FirstWords(words, found);
  Buffer<float> detail = Linear(firsts, found.size(), detail_);
  Kernels::Chosen().gelu(detail.data(), found.size() * kDetail);
  const Buffer<float> modes = Linear(detail.data(), found.size(), mode_);
  const Buffer<float> statuses = Linear(detail.data(), found.size(), status_);
  const Buffer<float> triggers = Projection(firsts, found.size(), trigger_);
  const Buffer<float> parts =  // [words][roles][kPart]
      Linear(Projection(words.rounded, count, part_).data(), count, role_);

  for (std::size_t k = 0; k < found.size(); ++k) {
    const auto side = [&](std::size_t role) {
      return WordsThatGo(&parts[role * kPart], words.tokens, &triggers[k * kPart]);
    };
    const Range at = found[k].words;
    doc.acts.push_back({.trigger = {words.tokens.first + at.first, words.tokens.first + at.last},
                        .type = types_[found[k].kind],
                        .mode = ModeOfType(types_[found[k].kind], &modes[k * modes_.size()]),
                        .status = Best(statuses, k, statuses_),
                        .actors = side(0),
                        .recipients = side(1),
                        .confidence = found[k].score});
  }
}

}  // namespace dateline
