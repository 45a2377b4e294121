#include "validation/report/reads_part.h"

#include <nlohmann/json.hpp>

namespace kres::validation {

namespace {

using Json = nlohmann::json;

constexpr int kSchemaVersion = 1;

DepthRow depth_row(const Json& row) {
  return {.depth = row.at("depth"),
          .samples = row.at("samples"),
          .same = row.at("same"),
          .left_open = row.at("typed"),
          .unreported = row.at("unreported"),
          .lost = row.at("lost"),
          .added = row.at("extra"),
          .wrong = row.at("wrong")};
}

Proportion part_of(const Json& row, const char* count) {
  return {row.at(count).get<std::size_t>(), row.at("samples").get<std::size_t>()};
}

CopiesRow copies_row(const Json& row) {
  return {.depth = row.at("depth"),
          .copies = row.at("copies"),
          .called = part_of(row, "called"),
          .right = part_of(row, "right")};
}

MixtureRow mixture_row(const Json& row) {
  return {.kind = row.at("kind"),
          .percent = row.at("percent"),
          .detected = part_of(row, "detected"),
          .clean = part_of(row, "clean")};
}

Figure figure(const Json& row) {
  return {row.at("key"),
          {row.at("count").get<std::size_t>(), row.at("total").get<std::size_t>()},
          row.at("least").get<double>()};
}

template <class Row>
std::vector<Row> rows(const Json& list, Row (*row_of)(const Json&)) {
  std::vector<Row> rows;
  for (const auto& row : list) rows.push_back(row_of(row));
  return rows;
}

}  // namespace

Result<ReadsPart> parse_reads_part(std::string_view text, const std::string& name) {
  try {
    const Json json = Json::parse(text);
    if (json.at("schema_version") != kSchemaVersion)
      return bad_input("is of another schema version", name, 0,
                       "make it with tools/validate-reads");
    const Json tables = json.at("tables"), none = Json::array();
    ReadsPart part;
    part.simulator = json.at("simulator");
    part.titration = rows(tables.value("titration", none), depth_row);
    part.ribosomal = rows(tables.value("ribosomal", none), copies_row);
    part.mixtures = rows(tables.value("mixtures", none), mixture_row);
    part.figures = rows(json.at("figures"), figure);
    part.faults = json.at("faults").get<std::vector<std::string>>();
    return part;
  } catch (const std::exception& error) {  // nlohmann's, about the text
    return bad_input(std::string("is no measurement of reads: ") + error.what(), name, 0,
                     "make it with tools/validate-reads");
  }
}

}  // namespace kres::validation
