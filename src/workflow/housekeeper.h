// A thread that tidies up: at the start, then every hour.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "workflow/uploads.h"

namespace kres::workflow {

// Requires: what the desk refers to outlives it.
class Housekeeper {
 public:
  explicit Housekeeper(const UploadDesk& desk);
  ~Housekeeper();
  Housekeeper(const Housekeeper&) = delete;
  Housekeeper& operator=(const Housekeeper&) = delete;

 private:
  void run();

  const UploadDesk desk_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace kres::workflow
