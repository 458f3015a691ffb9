// How are many items worked on at once and still answered in order?
//
//   InOrder<Article, std::string> lines(4, kBytes, ReadOne, PrintOne);
//   while (...) if (!lines.Put(article, article.text.size())) break;
//   lines.Finish();
//
// Workers take items as they come; one more thread gives the results to the sink, in the order of
// Put and each as soon as it is its turn.  What is on its way is bounded by number and by weight;
// an item heavier than the bound goes alone.  Where the system gives fewer threads it goes on with
// those, or does all in Put.  SIGINT, SIGTERM and SIGHUP are left to the thread that made it. Cost:
// two hand-overs an item.  Thread rule: Put and Finish from one thread; `work` is called by many at
// once, `sink` by one.
#pragma once

#include <pthread.h>
#include <signal.h>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace dateline {

template <class In, class Out>
class InOrder {
 public:
  using Work = std::function<Out(In)>;
  using Sink = std::function<bool(Out)>;  // false: no more is wanted

  // `workers` >= 1.  `weight`: bound of what waits and is worked on, in the unit of Put.
  InOrder(unsigned workers, std::size_t weight, Work work, Sink sink)
      : work_(std::move(work)),
        sink_(std::move(sink)),
        most_(std::size_t{2} * workers),
        weight_(weight) {
    sigset_t ending, before;
    sigemptyset(&ending);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&ending, signal);
    pthread_sigmask(SIG_BLOCK, &ending, &before);  // inherited by the threads
    bool started = Start([this] { Answer(); });
    for (unsigned i = 0; i < workers && started; ++i) started = Start([this] { WorkOn(); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (threads_.size() < 2) Join();  // no worker: all is done in Put
  }
  ~InOrder() { Finish(); }
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;

  // Waits for room.  False, and the item is dropped, once the sink wants no more.
  bool Put(In item, std::size_t weight) {
    if (threads_.empty()) {
      closed_ = closed_ || !sink_(work_(std::move(item)));
      return !closed_;
    }
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] {
      return closed_ || items_.empty() || (items_.size() < most_ && held_ + weight <= weight_);
    });
    if (closed_) return false;
    items_.push_back(std::make_unique<Item>(Item{std::move(item), std::nullopt, weight}));
    waiting_.push_back(items_.back().get());
    held_ += weight;
    changed_.notify_all();
    return true;
  }

  // Waits until everything is answered.  Nothing can be put afterwards.
  void Finish() { Join(); }

 private:
  struct Item {
    In in;
    std::optional<Out> out;
    std::size_t weight;
  };

  bool Start(std::function<void()> body) {
    try {
      threads_.emplace_back(std::move(body));
    } catch (const std::system_error&) {  // the system gives no more
      return false;
    }
    return true;
  }

  void Join() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
      changed_.notify_all();
    }
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

  void WorkOn() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return closed_ || ended_ || !waiting_.empty(); });
      if (closed_ || waiting_.empty()) return;
      Item* item = waiting_.front();
      waiting_.pop_front();
      In in = std::move(item->in);
      lock.unlock();
      Out out = work_(std::move(in));
      lock.lock();
      item->out = std::move(out);
      changed_.notify_all();
    }
  }

  void Answer() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock,
                    [&] { return items_.empty() ? ended_ : items_.front()->out.has_value(); });
      if (items_.empty()) return;
      Out out = *std::move(items_.front()->out);
      lock.unlock();
      const bool goes_on = sink_(std::move(out));
      lock.lock();
      held_ -= items_.front()->weight;
      items_.pop_front();
      if (!goes_on) {
        closed_ = true;
        changed_.notify_all();
        return;
      }
      changed_.notify_all();
    }
  }

  const Work work_;
  const Sink sink_;
  const std::size_t most_, weight_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Item>> items_;  // not yet answered, in order
  std::deque<Item*> waiting_;                // those that no worker has taken
  std::size_t held_ = 0;                     // weight of items_
  bool ended_ = false;                       // nothing more is put
  bool closed_ = false;                      // the sink wants no more
  std::vector<std::thread> threads_;
};

}  // namespace dateline
