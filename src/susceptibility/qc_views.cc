#include "susceptibility/qc_views.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace kres::susceptibility {

namespace {

using Json = nlohmann::ordered_json;

std::string number(const std::optional<double>& value) {
  return value ? fmt::format("{:g}", *value) : std::string();
}

std::vector<std::string> names_of(const std::vector<QcRule>& rules) {
  std::vector<std::string> names;
  for (const auto rule : rules) names.emplace_back(name_of(rule));
  return names;
}

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json point_json(const QcPoint& point) {
  const auto& m = point.result.measurement;
  return {{"date", m.date->iso()},
          {"sign", std::string(name_of(m.sign))},
          {"value", m.value},
          {"place", point.place},
          {"state", std::string(name_of(point.state))},
          {"rules", names_of(point.rules)},
          {"lot", point.result.lot},
          {"medium", point.result.medium},
          {"person", point.result.person},
          {"line", point.result.line}};
}

Json series_json(const QcSeries& series) {
  const bool is_disk = series.method == Method::disk;
  Json points = Json::array();
  for (const auto& point : series.points) points.push_back(point_json(point));
  return {{"strain", series.strain},
          {"agent", series.agent},
          {"method", std::string(name_of(series.method))},
          {"disk_ug", series.disk_ug},
          {"unit", is_disk ? "mm" : "mg/L"},
          {"scale", is_disk ? "mm" : "log2"},
          {"low", or_null(series.low)},
          {"high", or_null(series.high)},
          {"centre_low", series.centre ? Json(series.centre->low) : Json(nullptr)},
          {"centre_high", series.centre ? Json(series.centre->high) : Json(nullptr)},
          {"target_is_published", series.range && series.range->target_low.has_value()},
          {"points", std::move(points)}};
}

Json day_json(const QcDay& day) {
  return {{"date", day.date.iso()},
          {"agent", day.agent},
          {"method", std::string(name_of(day.method))},
          {"disk_ug", day.disk_ug},
          {"state", std::string(name_of(day.state))},
          {"incomplete", day.incomplete},
          {"warnings", names_of(day.warnings)},
          {"lines", day.lines}};
}

}  // namespace

std::string qc_days_tsv(const QcEvaluation& evaluation) {
  std::string text = "date\tagent\tmethod\tdisk_ug\tstate\tincomplete\twarnings\tlines\n";
  for (const auto& day : evaluation.days()) {
    std::vector<std::string> lines;
    for (const auto line : day.lines) lines.push_back(std::to_string(line));
    text +=
        fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", day.date.iso(), day.agent,
                    name_of(day.method), day.disk_ug, name_of(day.state), join(day.incomplete, ";"),
                    join(names_of(day.warnings), ";"), join(lines, ";"));
  }
  return text;
}

std::string levey_jennings_tsv(const std::vector<QcSeries>& all) {
  std::string text =
      "strain\tagent\tmethod\tdisk_ug\tlow\tcentre_low\tcentre_high\thigh\tdate\tlot\tsign\tvalue\t"
      "place\tstate\trules\tline\n";
  for (const auto& series : all) {
    const auto centre_low = series.centre ? fmt::format("{:g}", series.centre->low) : "";
    const auto centre_high = series.centre ? fmt::format("{:g}", series.centre->high) : "";
    const auto head = fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}", series.strain, series.agent,
                                  name_of(series.method), series.disk_ug, number(series.low),
                                  centre_low, centre_high, number(series.high));
    for (const auto& point : series.points) {
      const auto& m = point.result.measurement;
      text +=
          fmt::format("{}\t{}\t{}\t{}\t{}\t{:g}\t{}\t{}\t{}\n", head, m.date->iso(),
                      point.result.lot, name_of(m.sign), concentration_text(m.value), point.place,
                      name_of(point.state), join(names_of(point.rules), ";"), point.result.line);
    }
  }
  return text;
}

std::string qc_json(const QcEvaluation& evaluation, const std::string& version) {
  Json series = Json::array(), days = Json::array();
  for (const auto& one : evaluation.series()) series.push_back(series_json(one));
  for (const auto& day : evaluation.days()) days.push_back(day_json(day));
  return Json{{"version", version}, {"series", std::move(series)}, {"days", std::move(days)}}
      .dump();
}

}  // namespace kres::susceptibility
