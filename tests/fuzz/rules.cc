// Any bytes are either a rule table or a refusal that names the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "genome/phenotype/rule_table.h"

namespace {

void require(bool kept) {
  if (!kept) std::abort();
}

constexpr std::string_view kClasses = "class\tpatterns\tacts_on\tsource\nesbl\tblaCTX-M-*\t\ts\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto rules = kres::genome::RuleTable::parse(bytes, kClasses, "fuzz");
  if (!rules) {
    require(rules.error().file == "fuzz" && !rules.error().message.empty());
    return 0;
  }
  for (const auto& rule : rules->rules()) {
    require(!rule.conditions.empty() && !rule.agents.empty() && rules->find(rule.id) == &rule);
    for (const auto& condition : rule.conditions)
      require(!condition.pattern.empty() && condition.at_least >= 1);
  }
  return 0;
}
