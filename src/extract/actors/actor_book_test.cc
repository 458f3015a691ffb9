#include "extract/actors/actor_book.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "extract/actors/actors.h"
#include "extract/actors/actors_fixture.h"

namespace dateline {
namespace {

std::string CodeOf(const char* text, const char* phrase) {
  const Document doc = ReadWithNames(text);
  RecordBatch batch;
  return ActorBook(doc, batch).CodeOf(SpanIn(doc, phrase)).ToString();
}

const Actor* Named(const RecordBatch& batch, std::string_view name) {
  for (const Actor& actor : batch.actors)
    if (actor.name == name) return &actor;
  return nullptr;
}

TEST(PhraseCodes, NationalityAndNoun) {
  EXPECT_EQ(CodeOf("The Russian forces left.", "The Russian forces"), "RUS MIL");
  EXPECT_EQ(CodeOf("Two Brazilians left.", "Two Brazilians"), "BRA");
  EXPECT_EQ(CodeOf("It hit a Togolese fishing village's farmers.",
                   "a Togolese fishing village's farmers"),
            "TGO AGR");
}

TEST(PhraseCodes, BodyOfTheHead) {
  EXPECT_EQ(CodeOf("A spokesman for the Pentagon met reporters.", "A spokesman for the Pentagon"),
            "USA MIL");
  EXPECT_EQ(CodeOf("A senior State Department official met reporters.",
                   "A senior State Department official"),
            "USA GOV");
  EXPECT_EQ(CodeOf("He met Hamas fighters.", "Hamas fighters"), "PSE REB");
  EXPECT_EQ(CodeOf("So said an army accountant.", "an army accountant"), "UNK MIL");
}

TEST(PhraseCodes, HyphensHideTheBacker) {
  EXPECT_EQ(CodeOf("The US-backed Syrian rebels left.", "The US-backed Syrian rebels"), "SYR REB");
  EXPECT_EQ(CodeOf("The Iran-backed militia left.", "The Iran-backed militia"), "UNK UAF");
  EXPECT_EQ(CodeOf("So said the Hamas-run health ministry.", "the Hamas-run health ministry"),
            "PSE GOV");
}

TEST(PhraseCodes, ComplementsGiveTheCountry) {
  EXPECT_EQ(CodeOf("So said the foreign minister of Kenya.", "the foreign minister of Kenya"),
            "KEN GOV");
  EXPECT_EQ(CodeOf("He met Russia's ambassador to Poland.", "Russia's ambassador to Poland"),
            "RUS GOV");
  EXPECT_EQ(CodeOf("So said the envoy to Chad.", "the envoy to Chad"), "UNK GOV");
}

// A title that is no agent of the table ("Councilman") beside a head that is a noun.
TEST(PhraseCodes, ATitleBesideAHeadThatIsNoPerson) {
  EXPECT_EQ(CodeOf("Councilman Dead", "Councilman Dead"), "UNK GOV");
  EXPECT_EQ(CodeOf("Kentucky Department of Gen.", "Kentucky Department of Gen."), "UNK GOV");
}

TEST(PhraseCodes, ABodyOfTheTablesIsNoPerson) {
  EXPECT_EQ(CodeOf("Los Zetas met reporters on Monday.", "Los Zetas"), "MEX CRM");
}

TEST(PhraseCodes, FormerOfficeIsElite) {
  EXPECT_EQ(CodeOf("So said a former Kenyan minister.", "a former Kenyan minister"), "KEN ELI");
}

TEST(PhraseCodes, CapitalIsTheGovernmentCountryIsOpen) {
  EXPECT_EQ(CodeOf("Moscow said no.", "Moscow"), "RUS GOV");
  EXPECT_EQ(CodeOf("Russia said no.", "Russia"), "RUS");
  EXPECT_EQ(CodeOf("The Moscow police said no.", "The Moscow police"), "RUS COP");
}

TEST(PhraseCodes, UnknownStaysUnknown) {
  EXPECT_EQ(CodeOf("Lena Holm said no.", "Lena Holm"), "UNK");
  EXPECT_EQ(CodeOf("It hit a lamp post.", "a lamp post"), "UNK");
}

TEST(PhraseCodes, RegionFromThePlacesOfTheBatch) {
  const Document doc = ReadWithNames("The Zurnovka police said no.");
  RecordBatch batch;
  batch.places.push_back({Evidence(SpanIn(doc, "Zurnovka")),
                          "Zurnovka",
                          {},
                          {},
                          "UKR",
                          "",
                          PlaceKind::kCity,
                          {0.9, "test"}});
  EXPECT_EQ(ActorBook(doc, batch).CodeOf(SpanIn(doc, "The Zurnovka police")).ToString(), "UKR COP");
}

TEST(ActorBook, OneActorAClusterOrPhrase) {
  const Document doc = ReadWithNames(
      "Minister Lena Holm spoke. Later Holm left early. An official called. The Official hung up.");
  RecordBatch batch;
  ActorBook book(doc, batch);
  const ActorId holm = book.FindOrAdd(SpanIn(doc, "Minister Lena Holm"));
  EXPECT_EQ(
      book.Find(SpanIn(doc, "Holm left").begin == 0
                    ? Span{}
                    : Span{SpanIn(doc, "Holm left").begin, SpanIn(doc, "Holm left").begin + 4}),
      holm);
  const ActorId official = book.FindOrAdd(SpanIn(doc, "An official"));
  EXPECT_EQ(book.FindOrAdd(SpanIn(doc, "The Official")), official);
  EXPECT_EQ(batch.actors.size(), 2u);
  EXPECT_EQ(batch.actors[1].mentions.spans().size(), 2u);
}

TEST(ActorBook, AppositionNamesTheActor) {
  const Document doc = ReadWithNames("The group's founder, Lina Osei, spoke. Osei left.");
  RecordBatch batch;
  ActorBook book(doc, batch);
  const ActorId founder = book.FindOrAdd(SpanIn(doc, "The group's founder, Lina Osei"));
  EXPECT_EQ(book.Find(SpanIn(doc, "Lina Osei")), founder);
  EXPECT_EQ(batch.actors[0].name, "Lina Osei");
}

TEST(ActorBook, AnActorIsCalledByNeitherArticleNorClause) {
  const Document doc =
      ReadWithNames("A trader who had fled to Goma spoke. The trader wept. Another trader left.");
  RecordBatch batch;
  ActorBook book(doc, batch);
  const ActorId trader = book.FindOrAdd(SpanIn(doc, "A trader who had fled to Goma"));
  EXPECT_EQ(batch.actors[trader.index].name, "trader");
  EXPECT_EQ(book.Find(SpanIn(doc, "The trader")), trader);
  EXPECT_EQ(book.Find(SpanIn(doc, "Another trader")), std::nullopt);
}

TEST(ActorBook, ASecondBookGoesOn) {
  const Document doc = ReadWithNames("Lena Holm spoke. An official called.");
  RecordBatch batch;
  const ActorId holm = ActorBook(doc, batch).FindOrAdd(SpanIn(doc, "Lena Holm"));
  ActorBook second(doc, batch);
  EXPECT_EQ(second.FindOrAdd(SpanIn(doc, "Lena Holm")), holm);
  EXPECT_EQ(second.Find(SpanIn(doc, "An official")), std::nullopt);
  EXPECT_EQ(batch.actors.size(), 1u);
}

TEST(ActorBook, LongerMentionTakesThePlaceOfTheShorter) {
  const Document doc = ReadWithNames("Kenyan Minister Lena Holm spoke.");
  RecordBatch batch;
  ActorBook book(doc, batch);
  book.FindOrAdd(SpanIn(doc, "Lena Holm"));
  book.FindOrAdd(SpanIn(doc, "Kenyan Minister Lena Holm"));
  book.FindOrAdd(SpanIn(doc, "Lena Holm"));
  ASSERT_EQ(batch.actors[0].mentions.spans().size(), 1u);
  EXPECT_EQ(doc.Words(batch.actors[0].mentions.first()), "Kenyan Minister Lena Holm");
  EXPECT_EQ(batch.actors[0].code.ToString(), "KEN GOV");
}

TEST(ActorBook, MentionsStayInTextOrder) {
  const Document doc = ReadWithNames("Lena Holm spoke. Holm left. Holm slept.");
  RecordBatch batch;
  ActorBook book(doc, batch);
  const auto nth = [&](std::size_t n) { return doc.names[n].span; };
  book.FindOrAdd(nth(2));
  book.FindOrAdd(nth(0));
  book.FindOrAdd(nth(1));
  EXPECT_EQ(batch.actors[0].mentions.spans(), (std::vector<Span>{nth(0), nth(1), nth(2)}));
}

TEST(ActorBook, PronounsAreNobody) {
  const Document doc = ReadWithNames("She left.");
  RecordBatch batch;
  ActorBook book(doc, batch);
  EXPECT_TRUE(book.IsPronoun({0, 3}));
  EXPECT_EQ(book.Find({0, 3}), std::nullopt);
}

TEST(ActorBook, Anonymous) {
  const auto anonymous = [](const char* text, const char* phrase) {
    const Document doc = ReadWithNames(text);
    RecordBatch batch;
    return ActorBook(doc, batch).IsAnonymous(SpanIn(doc, phrase));
  };
  EXPECT_TRUE(anonymous("So said a senior official.", "a senior official"));
  EXPECT_TRUE(anonymous("So said residents.", "residents"));
  EXPECT_TRUE(anonymous("So said two diplomats.", "two diplomats"));
  EXPECT_TRUE(anonymous("So said a spokesman for the bank.", "a spokesman for the bank"));
  EXPECT_TRUE(anonymous("So said one of the nurses.", "one of the nurses"));
  EXPECT_FALSE(anonymous("So said the spokesman.", "the spokesman"));
  EXPECT_FALSE(anonymous("So said the president.", "the president"));
  EXPECT_FALSE(anonymous("So said police.", "police"));
  EXPECT_FALSE(anonymous("So said an official, Lena Holm.", "an official, Lena Holm"));
}

RecordBatch ActorsOf(const Document& doc) {
  RecordBatch batch;
  ActorExtractor().Extract(doc, batch);
  return batch;
}

TEST(ActorExtractor, NamesGroupsAndCapitalsThatAct) {
  const Document doc = ReadWithNames(
      "Moscow said it would answer. In Oslo, Kenyan troops paraded. Lena Holm, the Ghanaian "
      "finance minister, met the "
      "African Union. Russian forces left.");
  const RecordBatch batch = ActorsOf(doc);
  ASSERT_NE(Named(batch, "Russia"), nullptr);
  EXPECT_EQ(Named(batch, "Russia")->type, ActorType::kCountry);
  EXPECT_EQ(Named(batch, "Moscow"), nullptr);  // it speaks for the state
  EXPECT_EQ(Named(batch, "Oslo"), nullptr);
  ASSERT_NE(Named(batch, "Lena Holm"), nullptr);
  EXPECT_EQ(Named(batch, "Lena Holm")->code.ToString(), "GHA GOV");
  EXPECT_EQ(Named(batch, "Lena Holm")->role, "Ghanaian finance minister");
  ASSERT_NE(Named(batch, "Kenyan troops"), nullptr);
  EXPECT_EQ(Named(batch, "Kenyan troops")->type, ActorType::kGroup);
  ASSERT_NE(Named(batch, "African Union"), nullptr);
  EXPECT_EQ(Named(batch, "African Union")->code.country, "IGO");
}

TEST(ActorExtractor, AStateWhereSomethingIsIsNoActor) {
  EXPECT_EQ(Named(ActorsOf(ReadWithNames("The river rose in Kenya.")), "Kenya"), nullptr);
  EXPECT_EQ(Named(ActorsOf(ReadWithNames("NAIROBI (Wire) - The river rose on Monday.")), "NAIROBI"),
            nullptr);
}

TEST(ActorExtractor, WhoIsNamedBesideANounIsAnActor) {
  const RecordBatch person =
      ActorsOf(ReadWithNames("A jury believed the roofer, Lena Holm, on Monday."));
  ASSERT_NE(Named(person, "Lena Holm"), nullptr);
  EXPECT_EQ(Named(person, "Lena Holm")->type, ActorType::kPerson);
  const RecordBatch aged = ActorsOf(ReadWithNames("Lena Holm, 54, stared at the wall."));
  EXPECT_NE(Named(aged, "Lena Holm"), nullptr);
}

TEST(ActorExtractor, ABodyBesideANameMakesItOne) {
  const RecordBatch batch =
      ActorsOf(ReadWithNames("Tanari, a farmers' union, warned of hunger on Monday."));
  ASSERT_NE(Named(batch, "Tanari"), nullptr);
  EXPECT_EQ(Named(batch, "Tanari")->type, ActorType::kOrganization);
}

TEST(ActorExtractor, NamesBetweenANounAndItsAppositionAreActors) {
  const RecordBatch batch =
      ActorsOf(ReadWithNames("A commander of the Rapid Support Forces, Omar Hassan, left."));
  EXPECT_NE(Named(batch, "Omar Hassan"), nullptr);
  EXPECT_NE(Named(batch, "Rapid Support Forces"), nullptr);
}

TEST(ActorExtractor, TypesOfNouns) {
  const RecordBatch batch = ActorsOf(
      ReadWithNames("Two rival Kenyan parties met a Kenyan ministry. The Kenyan capital agreed."));
  ASSERT_NE(Named(batch, "Two rival Kenyan parties"), nullptr);
  EXPECT_EQ(Named(batch, "Two rival Kenyan parties")->type, ActorType::kGroup);
  ASSERT_NE(Named(batch, "Kenyan ministry"), nullptr);
  EXPECT_EQ(Named(batch, "Kenyan ministry")->type, ActorType::kOrganization);
  ASSERT_NE(Named(batch, "Kenyan capital"), nullptr);
  EXPECT_EQ(Named(batch, "Kenyan capital")->type, ActorType::kCountry);
  EXPECT_EQ(ActorsOf(ReadWithNames("It rained in parts of the Kenyan capital.")).actors.size(), 0U);
}

TEST(ActorBook, WhatJoinsAPhraseToTheNextIsNoPartOfIt) {
  const Document doc = ReadWithNames("Lena Holm and the mayor left.");
  RecordBatch batch;
  const ActorId id = ActorBook(doc, batch).FindOrAdd(SpanIn(doc, "Lena Holm and"));
  EXPECT_EQ(doc.Words(batch.actors[id.index].mentions.spans().front()), "Lena Holm");
}

TEST(ActorExtractor, EveryActorSaysWhy) {
  const Document doc = ReadWithNames("Kenyan Foreign Minister Amina Otieno met Karl Brandt.");
  for (const Actor& actor : ActorsOf(doc).actors)
    EXPECT_FALSE(actor.judgement.why.empty()) << actor.name;
}

TEST(ActorExtractor, SilentOnATextWithoutActors) {
  EXPECT_TRUE(ActorsOf(ReadWithNames("It rained in the valley all day.")).actors.empty());
  EXPECT_TRUE(ActorsOf(ReadWithNames("")).actors.empty());
}

TEST(ActorExtractor, LinearInTheNames) {
  const auto seconds = [](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      text += "Lena Holm" + std::string(1, static_cast<char>('a' + i % 26)) +
              std::string(1, static_cast<char>('a' + i / 26 % 26)) + " left. ";
    }
    const Document doc = ReadWithNames(std::move(text));
    const auto start = std::chrono::steady_clock::now();
    RecordBatch batch = ActorsOf(doc);
    EXPECT_GE(batch.actors.size(), std::min<std::size_t>(count, 676));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const double small = seconds(500);
  EXPECT_LT(seconds(2'000), 8 * small + 0.1);
}

}  // namespace
}  // namespace dateline
