// Where do intermediate values live?  In memory that is aligned for vectors and kept for the next
// use.
//
// Grows, never shrinks, and keeps nothing when it grows.  Thread rule: belongs to one thread.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace dateline {

template <class T>
class Buffer {
  static_assert(std::is_trivial_v<T>);

 public:
  Buffer() = default;
  Buffer(Buffer&& other) noexcept
      : memory_(std::move(other.memory_)), size_(std::exchange(other.size_, 0)) {}
  Buffer& operator=(Buffer&& other) noexcept {
    memory_ = std::move(other.memory_);
    size_ = std::exchange(other.size_, 0);
    return *this;
  }

  // Room for `size` values.  What was in it is lost if it has to grow.
  T* Reserve(std::size_t size) {
    if (size > size_) {
      memory_.reset(
          static_cast<T*>(::operator new(size * sizeof(T), std::align_val_t{kAlignment})));
      size_ = size;
    }
    return memory_.get();
  }

  T& operator[](std::size_t i) { return memory_.get()[i]; }
  const T& operator[](std::size_t i) const { return memory_.get()[i]; }
  T* data() { return memory_.get(); }
  const T* data() const { return memory_.get(); }

 private:
  static constexpr std::size_t kAlignment = 64;  // a cache line, and the widest vector
  struct Free {
    void operator()(T* memory) const { ::operator delete(memory, std::align_val_t{kAlignment}); }
  };
  std::unique_ptr<T, Free> memory_;
  std::size_t size_ = 0;
};

}  // namespace dateline
