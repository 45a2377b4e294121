// Which isolates a person may see: everything, or those of some laboratories.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "laboratory/laboratory.h"
#include "laboratory/person.h"

namespace kres::laboratory {

// What lies outside a scope does not exist for whoever works within it: it is not found, not listed
// and not counted. Within a scope that is not whole, an answer exists once it is signed, and a
// search looks at what the sender knows itself.
class Scope {
 public:
  static Scope everything() { return Scope(true, {}); }
  static Scope nothing() { return Scope(false, {}); }
  static Scope of_laboratories(std::vector<std::string> codes);

  bool whole() const { return whole_; }
  bool includes(std::string_view laboratory) const;
  const std::vector<std::string>& laboratories() const { return codes_; }  // sorted; if not whole

  Scope narrowed(const Scope& other) const;  // what both include
  bool operator==(const Scope&) const = default;

 private:
  Scope(bool whole, std::vector<std::string> codes) : whole_(whole), codes_(std::move(codes)) {}
  bool whole_;
  std::vector<std::string> codes_;
};

// Of a referring person the own laboratory, or all of its health region; of somebody inside
// everything; of an inactive person or one without a role nothing.
Scope scope_of(const Person& person, const std::vector<Laboratory>& laboratories);

}  // namespace kres::laboratory
