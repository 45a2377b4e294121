#include "laboratory/scope.h"

#include <algorithm>
#include <iterator>

namespace kres::laboratory {

Scope Scope::of_laboratories(std::vector<std::string> codes) {
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return Scope(false, std::move(codes));
}

bool Scope::includes(std::string_view laboratory) const {
  return whole_ || std::binary_search(codes_.begin(), codes_.end(), laboratory);
}

Scope Scope::narrowed(const Scope& other) const {
  if (whole_) return other;
  if (other.whole_) return *this;
  std::vector<std::string> both;
  std::set_intersection(codes_.begin(), codes_.end(), other.codes_.begin(), other.codes_.end(),
                        std::back_inserter(both));
  return Scope(false, std::move(both));
}

Scope scope_of(const Person& person, const std::vector<Laboratory>& laboratories) {
  if (!person.active || person.roles.empty()) return Scope::nothing();
  if (!person.has(Role::referring)) return Scope::everything();
  const auto own =
      std::find_if(laboratories.begin(), laboratories.end(),
                   [&](const Laboratory& one) { return one.code == person.laboratory; });
  if (own == laboratories.end()) return Scope::nothing();
  if (person.reach == Reach::laboratory) return Scope::of_laboratories({own->code});
  std::vector<std::string> codes;
  for (const auto& one : laboratories)
    if (one.health_region == own->health_region) codes.push_back(one.code);
  return Scope::of_laboratories(std::move(codes));
}

}  // namespace kres::laboratory
