#include "ingest/reader.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace dateline {
namespace {

namespace fs = std::filesystem;

class ReaderTest : public testing::Test {
 protected:
  ReaderTest()
      : folder_(fs::temp_directory_path() / ("dateline_reader_" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~ReaderTest() override { fs::remove_all(folder_); }

  std::string Put(const std::string& name, std::string_view bytes) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  // What the walk gives, a line each: "name title" or "name:LINE error".
  std::vector<std::string> Walk(const std::vector<std::string>& paths,
                                const ReadOptions& options = {}) {
    InputWalker walker(paths, options);
    std::vector<std::string> seen;
    while (std::optional<Result<Article>> article = walker.Next()) {
      const std::string where = article->has_value() ? (*article)->source : article->error().where;
      seen.push_back(fs::path(where).filename().string() + " " +
                     (article->has_value() ? (*article)->title : ErrorId(article->error().code)));
    }
    return seen;
  }

  fs::path folder_;
};

using Seen = std::vector<std::string>;

TEST_F(ReaderTest, FoldersAreReadSortedAndRecursively) {
  Put("b.txt", "Second\n\nText.");
  Put("a/z.html", "<title>First</title><p>The army said on Monday that it had left.</p>");
  Put("c.dat", "{\"text\":\"x\",\"title\":\"Third\"}\n\n{\"text\":\"y\",\"title\":\"Fourth\"}\n");
  Put(".hidden", "Hidden\n\nText.");
  EXPECT_EQ(Walk({folder_.string()}),
            (Seen{"z.html First", "b.txt Second", "c.dat:1 Third", "c.dat:3 Fourth"}));
}

TEST_F(ReaderTest, BadInputsAreErrorsOfTheirOwnAndTheRestGoesOn) {
  Put("1.txt", "");
  Put("2.txt", std::string("\0\1\2\3\0\0", 6));
  Put("3.txt", "%PDF-1.4");
  Put("4.txt",
      "{\"text\":\"x\",\"title\":\"T\"}\nbroken\n{\"title\":\"no "
      "text\"}\n{\"text\":\"a\",\"published\":\"soon\"}\n{\"text\":\"y\",\"title\":\"U\"}");
  Put("5.txt", "Last\n\nText.");
  EXPECT_EQ(
      Walk({folder_.string(), (folder_ / "none").string()}),
      (Seen{"1.txt DL-1102", "2.txt DL-1103", "3.txt DL-1104", "4.txt:1 T", "4.txt:2 DL-1105",
            "4.txt:3 DL-1106", "4.txt:4 DL-1107", "4.txt:5 U", "5.txt Last", "none DL-1101"}));
}

TEST_F(ReaderTest, UnreadableFolderIsARejectNotAStop) {
  Put("a/x.txt", "Locked\n\nText.");
  Put("b.txt", "Open\n\nText.");
  fs::permissions(folder_ / "a", fs::perms::none);
  const bool root = geteuid() == 0;
  if (root) {
    fs::permissions(folder_, fs::perms::all);
    ASSERT_EQ(seteuid(65534), 0);
  }
  const Seen seen = Walk({folder_.string()});
  if (root) {
    ASSERT_EQ(seteuid(0), 0);
  }
  fs::permissions(folder_ / "a", fs::perms::owner_all);
  EXPECT_EQ(seen, (Seen{"a DL-1101", "b.txt Open"}));
}

TEST_F(ReaderTest, PipeInAFolderIsRefusedInsteadOfWaitedFor) {
  Put("b.txt", "Open\n\nText.");
  ASSERT_EQ(mkfifo((folder_ / "a").c_str(), 0600), 0);
  EXPECT_EQ(Walk({folder_.string()}), (Seen{"a DL-1104", "b.txt Open"}));
}

TEST_F(ReaderTest, NamesOfAnyBytesAreNamedInValidText) {
  Put("a\xFF.txt", "Odd\n\nText.");
  Put("b\xFF.txt", "");
  EXPECT_EQ(Walk({folder_.string()}), (Seen{"a\uFFFD.txt Odd", "b\uFFFD.txt DL-1102"}));
}

TEST_F(ReaderTest, StoreInTheFolderIsNoReport) {
  Put("a/b.txt", "Open\n\nText.");
  Put("a/news.db-lock", "4711\n");
  Put("a/news.dbx", "Other\n\nText.");
  ReadOptions options;
  options.leave_out = Put("a/news.db", "SQLite format 3");
  EXPECT_EQ(Walk({folder_.string() + "/../" + folder_.filename().string()}, options),
            (Seen{"b.txt Open", "news.dbx Other"}));
}

TEST_F(ReaderTest, InputAtTheLimitIsReadAndBeyondItRefused) {
  const std::string text = "Head\n\nTwelve bytes more.";
  const std::string path = Put("t.txt", text);
  ReadOptions options;
  options.limits.input_bytes = text.size();
  EXPECT_EQ(Walk({path}, options), (Seen{"t.txt Head"}));
  options.limits.input_bytes = text.size() - 1;
  EXPECT_EQ(Walk({path}, options), (Seen{"t.txt DL-1201"}));
}

TEST_F(ReaderTest, LongLineOfJsonIsOneErrorAndTheNextLineIsRead) {
  const std::string path = Put("t.jsonl", "{\"text\":\"" + std::string(1 << 20, 'a') +
                                              "\"}\n{\"text\":\"x\",\"title\":\"Next\"}\n");
  ReadOptions options;
  options.limits.input_bytes = 1000;
  EXPECT_EQ(Walk({path}, options), (Seen{"t.jsonl:1 DL-1201", "t.jsonl:2 Next"}));
}

TEST_F(ReaderTest, HundredMegabytesOnOneLineAreRefusedByTheLimit) {
  const std::string path = Put("t.txt", "");
  fs::resize_file(path, 0);
  {
    std::ofstream file(path);
    const std::string piece(1 << 20, 'a');
    for (int i = 0; i < 100; ++i) file << piece;
  }
  EXPECT_EQ(Walk({path}), (Seen{"t.txt DL-1201"}));
}

TEST_F(ReaderTest, LinesOptionTakesEveryInputForJson) {
  const std::string path =
      Put("t.txt", "no json\n{\"id\":\"i\",\"text\":\"x\",\"published\":\"soon\"}\n");
  ReadOptions options;
  options.lines = true;
  InputWalker walker({path}, options);
  EXPECT_EQ(walker.Next()->error().code, ErrorCode::kJsonInvalid);
  EXPECT_EQ(walker.Next()->error().code, ErrorCode::kDateInvalid);
  EXPECT_EQ(walker.last_given_id(), "i");
  EXPECT_FALSE(walker.Next().has_value());
}

TEST_F(ReaderTest, WhatAPersonShouldKnowOfAnInputIsToldOnce) {
  std::vector<std::string> notes;
  ReadOptions options;
  options.note = [&](const std::string& sentence) { notes.push_back(sentence); };
  const std::string good = Put("a.jsonl", "{\"text\":\"x\"}\n");
  const std::string more =
      Put("b.jsonl", "oops\n{\"text\":\"x\",\"by\":1}\n{\"text\":\"y\",\"by\":2}\n");
  const std::string text = Put("c.txt", "\nTalks resume\n\nThey met.\n");
  Walk({good, more, text}, options);
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_TRUE(
      notes[0].starts_with(more + ": fields that are not read: \"by\" (first at " + more + ":2)"))
      << notes[0];
  notes.clear();
  options.lines = true;
  EXPECT_EQ(Walk({text}, options), (Seen{"c.txt:2 DL-1105", "c.txt:4 DL-1105"}));
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_NE(notes[0].find("give the path of its file"), std::string::npos);
}

TEST_F(ReaderTest, EmptyJsonStreamIsFine) {
  ReadOptions options;
  options.lines = true;
  EXPECT_EQ(Walk({Put("t", "")}, options), Seen{});
}

TEST_F(ReaderTest, SameReportInAnotherFileIsTheSameArticle) {
  const std::string a = Put("a.txt", "Head\n\nText."), b = Put("b.txt", "Head\n\nText.");
  InputWalker walker({a, b}, {});
  const Result<Article> first = *walker.Next(), second = *walker.Next();
  EXPECT_EQ(first->id, second->id);
  EXPECT_NE(first->source, second->source);
}

}  // namespace
}  // namespace dateline
