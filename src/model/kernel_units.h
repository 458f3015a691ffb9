// Which sets of kernels were compiled?  For kernels.cc only; everybody else asks kernels.h.
//
// Each set is a unit of its own with its own machine flags (src/CMakeLists.txt).  A unit defines
// nothing that another one could link to, except its table: the linker must never hand AVX-512 code
// to a machine without it.  Thread rule: constants.
#pragma once

#include "model/kernels.h"

namespace dateline {

extern const Kernels kScalarKernels;
#if defined(__x86_64__)
extern const Kernels kAvx2Kernels;
extern const Kernels kVnniKernels;
#endif

}  // namespace dateline
