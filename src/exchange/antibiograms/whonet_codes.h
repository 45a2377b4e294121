// WHONET's codes of organisms, and of agents and specimens where they need a word of their own.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::exchange {

class WhonetCodes {
 public:
  // Reads data/whonet_codes.tsv; `name` stands in errors. Fails on a code that stands twice.
  static Result<WhonetCodes> parse(std::string_view text, std::string name);

  // In our words; empty if the code is not in the table. Codes are compared without their case.
  const std::string& organism(std::string_view code) const { return find(organisms_, code); }
  // What an agent that is none of ours is called.
  const std::string& other_agent(std::string_view code) const { return find(agents_, code); }
  const std::string& indication(std::string_view specimen) const {
    return find(specimens_, specimen);
  }
  const std::map<std::string, std::string, std::less<>>& organisms() const { return organisms_; }

 private:
  using Names = std::map<std::string, std::string, std::less<>>;
  static const std::string& find(const Names& names, std::string_view code);
  Names organisms_, agents_, specimens_;
};

}  // namespace kres::exchange
