#include "server/api/earlier_json.h"

#include <nlohmann/json.hpp>

namespace kres::api {

nlohmann::ordered_json earlier_value(const std::vector<laboratory::Isolate>& earlier) {
  auto items = nlohmann::ordered_json::array();
  for (const auto& isolate : earlier)
    items.push_back({{"accession", isolate.accession},
                     {"received", isolate.received.iso()},
                     {"suspected_group", name_of(isolate.suspected_group)},
                     {"species", isolate.summary.species},
                     {"st", isolate.summary.st},
                     {"key_findings", isolate.summary.key_findings},
                     {"case_definitions", isolate.summary.case_definitions}});
  return items;
}

}  // namespace kres::api
