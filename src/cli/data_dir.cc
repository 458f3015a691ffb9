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

Result<EngineOptions> OptionsOf(const Args& args) {
  EngineOptions options;
  options.data_dir = DataDir(args);
  options.model = args.Get("--model");
  const std::string& model = options.model;
  const std::filesystem::path file = options.data_dir + "/" + model + ".dlm";
  std::error_code error;
  const bool known = model == "core" || model == "fast" || model.ends_with(".dlm") ||
                     (!model.empty() && std::filesystem::exists(file, error));
  if (!known)
    return std::unexpected(Error{
        ErrorCode::kUsage, "no model '" + model + "': core, fast, or the path of a file .dlm", ""});
  return options;
}

}  // namespace

Result<Engine> OpenEngine(const Args& args) {
  const Result<EngineOptions> options = OptionsOf(args);
  return options ? Engine::Open(*options) : std::unexpected(options.error());
}

Result<std::unique_ptr<Stages>> OpenStages(const Args& args) {
  const Result<EngineOptions> options = OptionsOf(args);
  return options ? Stages::Open(*options) : std::unexpected(options.error());
}

}  // namespace dateline::cli
