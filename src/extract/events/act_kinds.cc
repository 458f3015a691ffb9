#include "extract/events/act_kinds.h"

namespace dateline::events {

bool HitsPlaces(EventType type, std::string_view mode) {
  switch (type) {
    case EventType::kAssault:
    case EventType::kCoerce:
    case EventType::kThreaten:
    case EventType::kAid:
      return true;
    default:
      return mode == "visit";
  }
}

bool HappensSomewhere(EventType type) {
  switch (type) {
    case EventType::kAssault:
    case EventType::kCoerce:
    case EventType::kProtest:
    case EventType::kMobilize:
    case EventType::kConsult:
    case EventType::kRetreat:
      return true;
    default:
      return false;
  }
}

bool IsOnTheGround(EventType type) {
  return type == EventType::kAssault || type == EventType::kCoerce;
}

bool IsConflict(EventType type) {
  switch (type) {
    case EventType::kAgree:
    case EventType::kConsult:
    case EventType::kSupport:
    case EventType::kCooperate:
    case EventType::kAid:
      return false;
    default:
      return true;
  }
}

bool IsVerbal(EventType type) {
  switch (type) {
    case EventType::kAccuse:
    case EventType::kReject:
    case EventType::kRequest:
    case EventType::kSupport:
      return true;
    default:
      return false;
  }
}

bool IsGiven(EventType type) { return type == EventType::kAid || type == EventType::kSupport; }

bool IsPromised(EventType type) {
  switch (type) {
    case EventType::kAgree:
    case EventType::kConcede:
    case EventType::kRetreat:
      return true;
    default:
      return false;
  }
}

bool HasCounterpart(EventType type) {
  switch (type) {
    case EventType::kAgree:
    case EventType::kConsult:
    case EventType::kCooperate:
    case EventType::kSupport:
    case EventType::kReject:
    case EventType::kThreaten:
    case EventType::kSanction:
    case EventType::kConcede:
      return true;
    default:
      return false;
  }
}

bool IsWithOwn(EventType type, std::string_view mode) {
  switch (type) {
    case EventType::kAgree:
    case EventType::kThreaten:
    case EventType::kReject:
      return true;
    case EventType::kRetreat:
    case EventType::kSanction:
      return mode == "withdraw";
    default:
      return false;
  }
}

bool IsJoint(EventType type, std::string_view mode) {
  switch (type) {
    case EventType::kAgree:
    case EventType::kCooperate:
    case EventType::kSupport:
      return true;
    case EventType::kConsult:
      return mode != "visit";
    default:
      return false;
  }
}

bool IsMutual(EventType type, std::string_view mode) {
  switch (type) {
    case EventType::kAgree:
    case EventType::kCooperate:
      return true;
    case EventType::kConsult:
      return mode != "visit";
    case EventType::kRetreat:
      return mode == "ceasefire";
    default:
      return false;
  }
}

bool IsDomestic(EventType type, std::string_view mode) {
  switch (type) {
    case EventType::kProtest:
      return true;
    case EventType::kCoerce:
      return mode != "seize" && mode != "cyber";
    case EventType::kSanction:
      return mode == "convict";
    case EventType::kAccuse:
      return mode == "investigate";
    default:
      return false;
  }
}

}  // namespace dateline::events
