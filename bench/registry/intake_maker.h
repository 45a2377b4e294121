// Makes what comes with referrals: boxes of tubes with their scans, questions to the sender.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "laboratory/ports/registry.h"
#include "registry/chance.h"

namespace kres::bench {

class IntakeMaker {
 public:
  explicit IntakeMaker(Chance& chance) : chance_(chance) {}

  // One isolate in thirty is asked about; questions of the last month stay open. Tubes go into
  // boxes of twenty, which are unpacked when they are full.
  Result<void> take_in(laboratory::UnitOfWork& work, const laboratory::Isolate& isolate,
                       Date today);

 private:
  Result<void> ask(laboratory::UnitOfWork& work, const laboratory::Isolate& isolate, bool open);
  Result<void> unpack(laboratory::UnitOfWork& work, const std::string& laboratory,
                      const std::vector<laboratory::Isolate>& tubes);

  Chance& chance_;
  std::map<std::string, std::vector<laboratory::Isolate>> packed_;  // by laboratory
  int boxes_ = 0;
};

}  // namespace kres::bench
