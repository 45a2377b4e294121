// What the words for methods and test systems in other people's tables mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::exchange {

class TestSystems {
 public:
  // Reads data/test_systems.tsv; `name` stands in errors.
  static Result<TestSystems> parse(std::string_view text, std::string name);

  // The name of our method: a known system decides ("BD Phoenix" is automated, whatever kind of
  // dilution it does), else the words for the method; words that are unknown come back as they are.
  std::string method(std::string_view words, std::string_view system) const;

 private:
  struct Row {
    bool is_system = false;
    std::string text;  // a system's name begins with it, a method's is it
    std::string method;
  };
  std::vector<Row> rows_;
};

}  // namespace kres::exchange
