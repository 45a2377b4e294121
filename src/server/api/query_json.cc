#include "server/api/query_json.h"

#include <nlohmann/json.hpp>

namespace kres::api {

using Json = nlohmann::ordered_json;

Json query_value(const laboratory::SenderQuery& query) {
  return {{"id", query.id.value},
          {"accession", query.accession},
          {"laboratory", query.laboratory},
          {"sender_id", query.sender_id},
          {"field", query.field},
          {"question", {{"nb", query.question_nb}, {"en", query.question_en}}},
          {"asked_by", query.asked_by},
          {"asked", iso_utc(query.asked)},
          {"state", name_of(query.state)},
          {"closed_by", query.closed_by},
          {"closed", query.closed ? Json(iso_utc(*query.closed)) : Json(nullptr)},
          {"closing", query.closing}};
}

Json queries_value(const std::vector<laboratory::SenderQuery>& queries) {
  Json items = Json::array();
  for (const auto& query : queries) items.push_back(query_value(query));
  return items;
}

}  // namespace kres::api
