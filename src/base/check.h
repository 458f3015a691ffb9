// DL_CHECK: is this a bug of ours?  Then stop at once and say where, and on which input.
//
// For what the program itself promises (REQUIRES of a header), never for input: odd input is an
// Error or a Diagnostic.  Always on: the cost is one predictable branch.
//
// The process ends, for nobody knows what else is wrong in it.  So that no report stops a run
// twice, a failed check can leave the report's id in a file, which the next run looks into.
// Thread rule: WorkingOn is of its thread; LeaveFailedIn is called before threads start.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

[[noreturn]] void CheckFailed(const char* condition, const char* file, int line);

// While it lives, this thread works on that report.  The words must outlive it.
class WorkingOn {
 public:
  WorkingOn(std::string_view id, std::string_view source);
  ~WorkingOn();
  WorkingOn(const WorkingOn&) = delete;
  WorkingOn& operator=(const WorkingOn&) = delete;

 private:
  std::string_view id_before_, source_before_;
};

// From now on a failed check adds the line "VERSION ID" to this file.
void LeaveFailedIn(std::string path, std::string version);

}  // namespace dateline

#define DL_CHECK(condition) \
  (static_cast<bool>(condition) ? void() : ::dateline::CheckFailed(#condition, __FILE__, __LINE__))
