#include "cli/data_dir.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

namespace dateline::cli {

namespace {

std::filesystem::path FolderOfBinary() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
}

std::string DataDir(const Args& args) {
  if (args.Has("--data")) return args.Get("--data");
  if (const char* named = std::getenv("DATELINE_DATA"); named != nullptr && *named != '\0')
    return named;
  const std::filesystem::path folder = FolderOfBinary();
  const std::filesystem::path installed = folder.parent_path() / "share" / "dateline";
  std::error_code error;
  if (std::filesystem::exists(installed / "gazetteer.bin", error)) return installed.string();
  return (folder / "share").string();
}

EngineOptions OptionsOf(const Args& args) {
  EngineOptions options;
  options.data_dir = DataDir(args);
  options.model = args.Get("--model");
  return options;
}

}  // namespace

Result<Engine> OpenEngine(const Args& args) { return Engine::Open(OptionsOf(args)); }

Result<std::unique_ptr<Stages>> OpenStages(const Args& args) {
  return Stages::Open(OptionsOf(args));
}

}  // namespace dateline::cli
