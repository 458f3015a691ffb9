#include "extract/statements/statement_extractor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "extract/statements/statement_fixture.h"

namespace dateline {
namespace {

using Strings = std::vector<std::string>;

// ---------------------------------------------------------------- frames
TEST(Statements, SourceCueContent) {
  EXPECT_EQ(Lines("Anna Ward said the road to Ubari was closed."),
            (Strings{"Anna Ward | said | the road to Ubari was closed"}));
  EXPECT_EQ(Lines("The ministry has warned that the river may rise."),
            (Strings{"The ministry | has warned | that the river may rise"}));
}

TEST(Statements, ContentFirst) {
  EXPECT_EQ(Lines("The road was closed, Anna Ward said."),
            (Strings{"Anna Ward | said | The road was closed"}));
  EXPECT_EQ(Lines("The road was closed, said Anna Ward, a driver."),
            (Strings{"Anna Ward, a driver | said | The road was closed"}));
}

TEST(Statements, AQuotationSplitByItsCueIsOneStatement) {
  EXPECT_EQ(Lines("“We stay,” Ward said, “until the road opens.”"),
            (Strings{"Ward | said | “We stay,” ... “until the road opens.”"}));
  EXPECT_EQ(Lines("“We stay,” Ward said. “Nobody leaves.”"),
            (Strings{"Ward | said | “We stay,” ... “Nobody leaves.”"}));
}

TEST(Statements, AccordingTo) {
  EXPECT_EQ(Lines("According to the ministry, two bridges fell."),
            (Strings{"the ministry | According to | two bridges fell"}));
  EXPECT_EQ(Lines("Two bridges fell, according to the ministry."),
            (Strings{"the ministry | according to | Two bridges fell"}));
}

TEST(Statements, Headlines) {
  EXPECT_EQ(Lines("Talks are over: minister\n\nIt rained."),
            (Strings{"minister | - | Talks are over"}));
  EXPECT_EQ(Lines("Okoro: no more talks this year\n\nIt rained."),
            (Strings{"Okoro | - | no more talks this year"}));
  EXPECT_EQ(Lines("Two bridges fall in flood, say officials\n\nIt rained."),
            (Strings{"officials | say | Two bridges fall in flood"}));
}

TEST(Statements, ATownBeforeAColonIsADateline) {
  EXPECT_EQ(
      Lines("Smoke over the islands\n\nJAKARTA: Smoke from fires closed three schools on Monday."),
      Strings{});
}

TEST(Statements, TheOneSpokenToIsTheAddressee) {
  const Reading reading = Read("Ward told the court that the key was lost.");
  ASSERT_EQ(reading.Lines(), (Strings{"Ward | told | that the key was lost"}));
  ASSERT_TRUE(reading.batch.statements[0].addressee.has_value());
  EXPECT_EQ(reading.Words(reading.batch.statements[0].addressee->evidence), "the court");
}

TEST(Statements, VerbsTakeTheirPrepositions) {
  EXPECT_EQ(Lines("The envoy accused Accra of hiding the report."),
            (Strings{"The envoy | accused | hiding the report"}));
  EXPECT_EQ(Lines("The envoy called for a new vote."),
            (Strings{"The envoy | called for | a new vote"}));
}

TEST(Statements, TheSubjectSpeaksWhereNoSourceIsMarked) {
  EXPECT_EQ(Lines("The two presidents agreed in December not to use force."),
            (Strings{"The two presidents | agreed | not to use force"}));
}

TEST(Statements, TheSubjectOfTheFirstVerbSpeaksWithTheSecond) {
  EXPECT_EQ(Lines("Britain summoned the ambassador on Wednesday and told him to end the farce."),
            (Strings{"Britain | told | to end the farce"}));
}

TEST(Statements, ADayIsNotSpokenTo) {
  const Reading reading = Read(
      "GABORONE (Wire) - Southern African leaders on Saturday called on Lesotho's army to return "
      "to barracks and said they would freeze the assets of officers.");
  ASSERT_FALSE(reading.batch.statements.empty());
  for (const Statement& statement : reading.batch.statements) {
    const std::string to = statement.addressee ? reading.Words(statement.addressee->evidence) : "";
    EXPECT_NE(to, "Saturday");
  }
}

TEST(Speakers, OneOfThemIsTheNameThatFollows) {
  const Reading reading =
      Read("Friends met at the gate. One of them, Imran Siddiqui, said the wait was too long.");
  ASSERT_EQ(reading.batch.statements.size(), 1u);
  EXPECT_EQ(reading.Speaker(0), "Imran Siddiqui");
}

TEST(Speakers, OneSourceOfTwoCuesIsOneSpeaker) {
  const Reading reading = Read(
      "The leaders welcomed the offer, the communique said. They deplored attacks on journalists "
      "and demanded an inquiry.");
  ASSERT_GE(reading.batch.statements.size(), 3u);
  const std::size_t last = reading.batch.statements.size() - 1;
  EXPECT_EQ(reading.Speaker(last - 1), reading.Speaker(last));
}

TEST(Speakers, SheWhoAddsIsNotWhoIsQuotedByHer) {
  const Reading reading = Read(
      "Wanyama said the contractor had told her that the survey was \"all but finished\". Work "
      "could "
      "begin as early as July, she added.");
  ASSERT_EQ(reading.batch.statements.size(), 3u);
  EXPECT_EQ(reading.Speaker(2), "Wanyama");
}

TEST(Statements, WhoIsQuotedByAPaperSpeaks) {
  const Strings lines = Lines(
      "A Kremlin spokesman was quoted by a Moscow newspaper as saying that the two sides would "
      "settle it.");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_TRUE(lines[0].starts_with("A Kremlin spokesman | ")) << lines[0];
}

TEST(Statements, ANameThatAGroupGivesItselfIsNoStatement) {
  EXPECT_EQ(Lines("The faction, which calls itself the Southern Column, left the town."),
            Strings{});
}

TEST(Statements, TheVenueKeepsItsPreposition) {
  const Reading reading = Read("The foreign ministry said in a statement that the road was open.");
  ASSERT_EQ(reading.Lines(), (Strings{"The foreign ministry | said | that the road was open"}));
  ASSERT_TRUE(reading.batch.statements[0].venue.has_value());
  EXPECT_EQ(reading.Words(*reading.batch.statements[0].venue), "in a statement");
}

TEST(Statements, NoConjunctionEndsWhatIsSaid) {
  const std::vector<std::string> lines = Lines(
      "Guyana has said that it is ready to meet again, but a meeting planned for next week has "
      "been "
      "called off, according to Barbados.");
  ASSERT_GE(lines.size(), 2u);
  EXPECT_EQ(lines.front(), "Guyana | has said | that it is ready to meet again");
  EXPECT_EQ(lines.back(),
            "Barbados | according to | a meeting planned for next week has been called off");
}

TEST(Statements, OneSubjectForSeveralCues) {
  EXPECT_EQ(
      Lines("Ward said the road was closed, adding that it would open in May."),
      (Strings{"Ward | said | the road was closed", "Ward | adding | that it would open in May"}));
}

TEST(Statements, NounsThatLookLikeCuesAreNone) {
  EXPECT_EQ(Lines("The claims of the report were read in the court."), Strings{});
}

// ---------------------------------------------------------------- complaints about earlier systems
TEST(Statements, AWeekdayIsNoSource) {
  EXPECT_EQ(Lines("Smith said Tuesday that the mine would close."),
            (Strings{"Smith | said | that the mine would close"}));
}

TEST(Statements, AnAppositionAfterTheNameBelongsToTheSource) {
  EXPECT_EQ(Lines("“The mine will close,” said Peter Lund, the owner of the mine."),
            (Strings{"Peter Lund, the owner of the mine | said | “The mine will close,”"}));
  EXPECT_EQ(Lines("Peter Lund, the owner of the mine, said it would close."),
            (Strings{"Peter Lund, the owner of the mine, | said | it would close"}));
}

TEST(Statements, AnOddNumberOfMarksIsSurvived) {
  const Strings lines =
      Lines("“The mine will close, Lund said.\n\nMiners wept. “We knew,” Ana Ruiz said.");
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines.back(), "Ana Ruiz | said | “We knew,”");
}

TEST(Statements, AParagraphBreakDoesNotLoseTheSpeaker) {
  const Reading reading = Read("“The mine will close,” Lund said.\n\n“We have no choice.”");
  ASSERT_FALSE(reading.batch.statements.empty());
  const Statement& last =
      reading.batch.statements.back();  // a second fragment, or a statement of its own
  EXPECT_EQ(reading.doc->Words(last.content.spans().back()), "“We have no choice.”");
  EXPECT_EQ(reading.Speaker(reading.batch.statements.size() - 1), reading.Speaker(0));
  EXPECT_NE(reading.Speaker(0), "-");
}

TEST(Statements, ALabelInATranscriptIsTheSource) {
  const Reading reading = Read(
      "Part of the broadcast:\n\n\"WARD: And who paid for the bridge?\"\n\n\"HALE: Nobody has paid "
      "for "
      "it so far.\"");
  ASSERT_EQ(reading.batch.statements.size(), 2u);
  EXPECT_EQ(reading.Words(*reading.batch.statements[0].source), "WARD");
  EXPECT_EQ(reading.Words(*reading.batch.statements[1].source), "HALE");
}

TEST(Statements, ASignatureIsTheSource) {
  EXPECT_EQ(Lines("“Clean water is a right.” - Commissioner Hale"),
            (Strings{"Commissioner Hale | - | “Clean water is a right.”"}));
}

TEST(Statements, AColonInTheParagraphBeforeIsTheSource) {
  EXPECT_EQ(Lines("And from Chairwoman Oduya:\n\n“Clean water is a right.”"),
            (Strings{"Chairwoman Oduya | - | “Clean water is a right.”"}));
}

TEST(Statements, ScareQuotesAreNoSpeech) {
  EXPECT_EQ(Lines("The \"ceasefire\" lasted an hour."), Strings{});
}

TEST(Statements, AQuotationOverParagraphsKeepsItsSpeaker) {
  const Reading reading =
      Read("“The first winter was hard,” Lund said. “We ate roots.\n\n“Spring came late.”");
  ASSERT_FALSE(reading.batch.statements.empty());
  const Statement& last = reading.batch.statements.back();
  EXPECT_TRUE(reading.doc->Words(last.content.spans().back()).ends_with("“Spring came late.”"));
  EXPECT_EQ(reading.Speaker(reading.batch.statements.size() - 1), reading.Speaker(0));
  EXPECT_EQ(last.form, Form::kDirect);
}

TEST(Statements, ARelativeClauseBeforeTheCueIsAnAside) {
  EXPECT_EQ(Lines("Cable, who replaced Farron as leader, said the vote was fair."),
            (Strings{"Cable | said | the vote was fair"}));
}

TEST(Statements, BracketsAndPlacesAfterANameAreAsides) {
  EXPECT_EQ(Lines("Ana Ruiz (52) said the vote was fair."),
            (Strings{"Ana Ruiz (52) | said | the vote was fair"}));
}

TEST(Statements, TheDatelineIsNoContent) {
  EXPECT_EQ(Lines("LOME, Togo, May 2 (Wire) - The road was closed on Monday, the ministry said."),
            (Strings{"the ministry | said | The road was closed on Monday"}));
}

TEST(Statements, CallsOnSomebodyHaveAnAddressee) {
  const Reading reading =
      Read("Ward called on both sides to return to the talks, and warned of a new war.");
  ASSERT_FALSE(reading.batch.statements.empty());
  ASSERT_TRUE(reading.batch.statements[0].addressee.has_value());
  EXPECT_EQ(reading.Words(reading.batch.statements[0].addressee->evidence), "both sides");
}

TEST(Statements, TwoSidesMaySpeakTogether) {
  EXPECT_EQ(Lines("Denmark and Norway pledged on Sunday to send doctors."),
            (Strings{"Denmark and Norway | pledged | to send doctors"}));
}

TEST(Statements, TroopsHoldingATownSpeakNotTheTown) {
  EXPECT_EQ(Lines("Polish troops guarding the old bridge said it was safe."),
            (Strings{"Polish troops guarding the old bridge | said | it was safe"}));
}

TEST(Statements, AQuestionAskedOfSomebodyHasNoSource) {
  const Strings lines = Lines("Asked whether the mine would close, Lund said it was too early.");
  EXPECT_EQ(lines, (Strings{"- | Asked | whether the mine would close",
                            "Lund | said | it was too early"}));
}

TEST(Statements, TheWriterIsNoSource) {
  EXPECT_EQ(Lines("I think the mine will close."), Strings{});
}

// ---------------------------------------------------------------- speakers
TEST(Statements, PronounsGoToTheLastFittingActor) {
  const Reading reading =
      Read("Anna Ward said the road was closed.\n\nShe said it would open in May.");
  ASSERT_EQ(reading.batch.statements.size(), 2u);
  EXPECT_EQ(reading.Speaker(1), "Anna Ward");
}

TEST(Statements, ARelativeSpeaksForThePhraseBeforeIt) {
  const Reading reading = Read("The court freed Anna Ward, who said she was tired.");
  ASSERT_EQ(reading.Lines(), (Strings{"who | said | she was tired"}));
  EXPECT_EQ(reading.Speaker(0), "Anna Ward");
}

TEST(Statements, TheOfficialIsTheLastOneWithThatHead) {
  const Reading reading = Read(
      "A senior police official said the road was closed.\n\n“It will open in May,” the official "
      "said.");
  ASSERT_EQ(reading.batch.statements.size(), 2u);
  EXPECT_EQ(reading.Speaker(1), reading.Speaker(0));
  EXPECT_TRUE(reading.batch.statements[0].anonymous);
}

TEST(Statements, TheCompanyIsTheLastBodyNamed) {
  const Reading reading = Read(
      "Nordlys Shipping closed its office in Tromsø on Monday.\n\nThe company said it would pay "
      "the crew.");
  ASSERT_EQ(reading.batch.statements.size(), 1u);
  EXPECT_EQ(reading.Speaker(0), "Nordlys Shipping");
}

TEST(Statements, AnUnknownSpeakerIsNotGuessed) {
  const Reading reading = Read("He said the road was closed.");
  ASSERT_EQ(reading.batch.statements.size(), 1u);
  EXPECT_FALSE(reading.batch.statements[0].speaker.has_value());
}

// ---------------------------------------------------------------- form, stance, nesting
TEST(Statements, FormFollowsTheMarks) {
  const auto form = [](std::string text) {
    return Read(std::move(text)).batch.statements.at(0).form;
  };
  EXPECT_EQ(form("“We stay,” Ward said."), Form::kDirect);
  EXPECT_EQ(form("Ward said the plan was “a gift to smugglers” and others."), Form::kMixed);
  EXPECT_EQ(form("Ward said the plan was a gift."), Form::kIndirect);
}

TEST(Statements, StanceComesFromCueNegationAndModal) {
  const auto stance = [](std::string text) {
    return Read(std::move(text)).batch.statements.at(0).stance;
  };
  EXPECT_EQ(stance("Ward said the road was closed."), Stance::kAssert);
  EXPECT_EQ(stance("Ward denied that the road was closed."), Stance::kDeny);
  EXPECT_EQ(stance("Ward did not deny that the road was closed."), Stance::kAssert);
  EXPECT_EQ(stance("Ward said the road might close."), Stance::kHedge);
  EXPECT_EQ(stance("Ward said the owners must pay."), Stance::kDemand);
  EXPECT_EQ(stance("Ward vowed to reopen the road."), Stance::kPromise);
  EXPECT_EQ(stance("The ministry declined to comment on the road."), Stance::kNoComment);
  EXPECT_EQ(stance("The miners refused to leave the pit until they were paid."), Stance::kRefuse);
}

TEST(Statements, AStatementInsideAnotherHasItAsParent) {
  const Reading reading = Read("Ward said the envoy had warned that the talks would fail.");
  ASSERT_EQ(reading.Lines(),
            (Strings{"Ward | said | the envoy had warned that the talks would fail",
                     "the envoy | had warned | that the talks would fail"}));
  EXPECT_EQ(reading.batch.statements[1].parent, StatementId{0});
}

TEST(Statements, TheVenueIsKept) {
  const Reading reading =
      Read("Ward said in an interview with a radio station that the road was closed.");
  ASSERT_EQ(reading.batch.statements.size(), 1u);
  ASSERT_TRUE(reading.batch.statements[0].venue.has_value());
  EXPECT_TRUE(reading.Words(*reading.batch.statements[0].venue).starts_with("in an interview"));
}

// ---------------------------------------------------------------- bounds
TEST(Statements, AnyOrderOfWordsAndMarksIsSurvived) {
  const std::vector<std::string> words = {"said",
                                          "told",
                                          "Ward",
                                          "the",
                                          "ministry",
                                          "who",
                                          "that",
                                          ",",
                                          ".",
                                          "\"",
                                          "“",
                                          "”",
                                          "‘",
                                          "’",
                                          "''",
                                          ":",
                                          ";",
                                          "-",
                                          "and",
                                          "of",
                                          "in",
                                          "on",
                                          "Tuesday",
                                          "accused",
                                          "to",
                                          "been",
                                          "not",
                                          "n't",
                                          "according to",
                                          "he",
                                          "I",
                                          "one",
                                          "(",
                                          ")",
                                          "asked",
                                          "whether",
                                          "by",
                                          "denied",
                                          "adding",
                                          "\n\n",
                                          "?",
                                          "“Go,”",
                                          "while",
                                          "'s",
                                          "52",
                                          "NATO"};
  std::uint32_t state = 1;
  const auto next = [&](std::uint32_t below) {
    return (state = state * 1664525u + 1013904223u) / 65536u % below;
  };
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::uint32_t n = 1 + next(50); n > 0; --n) {
      text += words[next(static_cast<std::uint32_t>(words.size()))];
      if (next(5) != 0) text += ' ';
    }
    const Reading reading = Read(text);
    for (const Statement& statement : reading.batch.statements) {
      std::uint32_t at = 0;
      for (Span span : statement.content.spans()) {
        ASSERT_LT(span.begin, span.end) << text;
        ASSERT_LE(span.end, text.size()) << text;
        ASSERT_LE(at, span.begin) << text;  // fragments in order, not overlapping
        at = span.end;
      }
    }
  }
}

// Four times the text takes about four times the time of extraction, not sixteen times.
TEST(Statements, StormsAreLinear) {
  const auto seconds = [](std::string_view piece, int times) {
    auto article = std::make_shared<Article>();
    for (int i = 0; i < times; ++i) article->text += piece;
    const Document doc = AnnotatedArticle(article);
    double least = 1e9;  // of three: other programs run as well
    for (int round = 0; round < 3; ++round) {
      const auto start = std::chrono::steady_clock::now();
      RecordBatch batch;
      ActorExtractor().Extract(doc, batch);
      StatementExtractor().Extract(doc, batch);
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
      least = std::min(least, took.count());
      for (const Statement& statement : batch.statements)
        EXPECT_LE(statement.content.hull().end, article->text.size());
    }
    return least;
  };
  for (const char* piece : {"said ", "\"", "\"a\" said ", "“Go,” he said. ", "X said that ",
                            "and said ", ", who said, ", "\n\n“a"}) {
    const double once = seconds(piece, 500), four = seconds(piece, 2'000);
    EXPECT_LT(four, 9 * once + 0.02) << piece;
  }
}

}  // namespace
}  // namespace dateline
