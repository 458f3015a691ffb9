#include "extract/times/times.h"

#include "extract/times/grammar.h"
#include "extract/times/joins.h"
#include "extract/times/tense.h"

namespace dateline {

namespace {

// Sentences for which "a year earlier" means the quarter spoken of.
constexpr std::uint32_t kQuarterReach = 3;

// Shares of right values on news, rounded: dates and lengths in full, what counts from publication
// or goes by tense, what has no value.
constexpr double kExplicit = 0.95, kRelative = 0.85, kUnresolved = 0.5;

TimeType TypeOf(ReadingKind kind) {
  return kind == ReadingKind::kClock      ? TimeType::kTime
         : kind == ReadingKind::kDuration ? TimeType::kDuration
         : kind == ReadingKind::kSet      ? TimeType::kSet
                                          : TimeType::kDate;
}

class TimesReader {
 public:
  TimesReader(const Document& doc, RecordBatch& batch)
      : doc_(doc), batch_(batch), grammar_(TimeGrammar::Get()) {
    context_.published = ParseIsoDate(doc.article().published);
  }

  void ReadSentence(const Sentence& sentence) {
    BeginSentence(sentence);
    terms_.clear();
    phrases_.clear();
    ReadTerms(doc_.text(), sentence.span, grammar_.vocabulary(), terms_);
    for (std::uint32_t at = 0; at < terms_.size();) at = ReadPhrase(at);
    for (TimePhrase& phrase : JoinPhrases(phrases_, terms_, grammar_.vocabulary())) Record(phrase);
  }

 private:
  // A time of the clock belongs to the day last spoken of in its paragraph, else to that of
  // publication.
  void BeginSentence(const Sentence& sentence) {
    if (sentence.paragraph != paragraph_) context_.day.reset();
    paragraph_ = sentence.paragraph;
    if (quarter_left_ == 0) context_.quarter.reset();
    if (quarter_left_ > 0) --quarter_left_;
  }

  // Reads the phrase that begins with terms_[at], if there is one.  -> the first term behind it
  std::uint32_t ReadPhrase(std::uint32_t at) {
    if (terms_[at].word == nullptr && terms_[at].classes == 0) return at + 1;
    const PatternMatch plain = grammar_.rules().Match(terms_, at);
    const PatternMatch before = grammar_.modifiers().Match(terms_, at);
    if (before.places != nullptr && before.inside.last < terms_.size()) {
      const PatternMatch match = grammar_.rules().Match(terms_, before.inside.last);
      if (match.places != nullptr && match.inside.last > plain.inside.last) {
        Reading reading = Read(match);
        const TimeModifier& modifier = grammar_.modifier(before.rule);
        if (Modifies(modifier, match, reading)) {
          return Keep(std::move(reading), {at, match.inside.last}, modifier.part);
        }
      }
    }
    if (plain.places == nullptr) return at + 1;
    return Keep(Read(plain), plain.inside, "");
  }

  Reading Read(const PatternMatch& match) {
    context_.tense = TenseAround(doc_, doc_.TokensIn(SpanOf(match.inside)));
    const TimeRule& rule = grammar_.rule(match.rule);
    return rule.builder(Captures(terms_, match, rule.argument), context_);
  }

  bool Modifies(const TimeModifier& modifier, const PatternMatch& match, const Reading& r) const {
    if (modifier.of == TimeModifier::Of::kDate) {
      return r.kind == ReadingKind::kDay || r.kind == ReadingKind::kWeekday ||
             r.kind == ReadingKind::kPeriod ||
             (r.kind == ReadingKind::kClock && r.value.size() < 4);
    }
    if (r.kind == ReadingKind::kClock) return true;
    const bool amount = r.kind == ReadingKind::kDuration || r.kind == ReadingKind::kPeriod ||
                        r.kind == ReadingKind::kDay;
    const TimeTerm& first = terms_[match.inside.first];
    return amount && (first.Is(TimeClass::NUM) || match.inside.size() > 1) &&
           !first.Is(TimeClass::DIRECTION) && first.word != the_;
  }

  std::uint32_t Keep(Reading reading, Range span, std::string_view part) {
    if (!part.empty() && reading.kind == ReadingKind::kWeekday) {
      reading.kind = ReadingKind::kClock;
      reading.value = reading.period ? part : "";
      reading.why = "early: " + reading.why;
    }
    NoteSpoken(reading);
    phrases_.push_back({span, std::move(reading)});
    return span.last;
  }

  void NoteSpoken(const Reading& reading) {
    if (!reading.period || reading.aside || reading.kind == ReadingKind::kClock) return;
    context_.spoken = reading.period;
    if (reading.period->grain == Grain::kDay) context_.day = reading.period;
    if (reading.period->grain == Grain::kQuarter) {
      context_.quarter = reading.period;
      quarter_left_ = kQuarterReach;
    }
  }

  void Record(TimePhrase& phrase) {
    Reading& r = phrase.reading;
    if (r.kind == ReadingKind::kClock && !r.value.empty()) {
      std::optional<Period> day = r.period ? r.period : context_.day;
      if (!day && context_.published) day = Period{*context_.published, Grain::kDay};
      r.value = day && day->grain == Grain::kDay ? TimexValue(*day) + r.value : "";
    }
    const bool relative = r.kind == ReadingKind::kWeekday || r.kind == ReadingKind::kPeriod;
    const double confidence = r.value.empty() ? kUnresolved : relative ? kRelative : kExplicit;
    batch_.times.push_back({.mention = Evidence(SpanOf(phrase.terms)),
                            .type = TypeOf(r.kind),
                            .value = std::move(r.value),
                            .judgement = {confidence, std::move(r.why)}});
  }

  Span SpanOf(Range terms) const {
    return {terms_[terms.first].span.begin, terms_[terms.last - 1].span.end};
  }

  const Document& doc_;
  RecordBatch& batch_;
  const TimeGrammar& grammar_;
  const TimeWord* the_ = grammar_.vocabulary().Find("the");
  TimeContext context_;
  std::uint32_t paragraph_ = 0;
  std::uint32_t quarter_left_ = 0;
  std::vector<TimeTerm> terms_;      // of the sentence, reused
  std::vector<TimePhrase> phrases_;  // of the sentence, reused
};

}  // namespace

StageInfo TimesExtractor::info() const {
  return {"times", {Layer::kSentences, Layer::kTokens, Layer::kSyntax}, {Layer::kTimes}};
}

void TimesExtractor::Extract(const Document& doc, RecordBatch& batch) const {
  TimesReader reader(doc, batch);
  for (const Sentence& sentence : doc.sentences) reader.ReadSentence(sentence);
}

}  // namespace dateline
