// Prints what the answer rests on, and who stands for it.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "report/local_format.h"
#include "report/look.h"
#include "report/pdf/table.h"
#include "report/sections.h"

namespace kres::report {
namespace {

constexpr std::size_t kShownDigest = 12;
constexpr pdf::TableLook kOpen{.padding_x = 0, .padding_y = 1.1, .header = false, .rules = false};

std::string method_list(const Print& print, bool accredited) {
  std::vector<std::string> names;
  for (const MethodUsed& method : print.answer.methods)
    if (method.accredited == accredited) names.push_back(print.in(method.name));
  return join(names, ", ");
}

void print_accreditation(Print& print) {
  for (const bool accredited : {true, false}) {
    const std::string names = method_list(print, accredited);
    if (names.empty()) continue;
    print.flow.paragraph(
        {{print.text(accredited ? "accredited" : "not_accredited") + " ", look::kStrong},
         {names + ".", look::kBody}});
  }
}

std::string version_text(const VersionUsed& version) {
  if (version.digest.empty()) return version.value;
  return fmt::format("{} ({})", version.value, version.digest.substr(0, kShownDigest));
}

void print_versions(Print& print) {
  const double half = print.flow.width() / 2, label = 92;
  pdf::Table table({{{}, label}, {{}, half - label}, {{}, label}, {{}, half - label}}, kOpen);
  const auto& versions = print.answer.versions;
  for (std::size_t i = 0; i < versions.size(); i += 2) {
    pdf::Row row;
    for (std::size_t j = i; j < i + 2; ++j) {
      if (j < versions.size()) {
        row.cells.push_back({{{print.text("version_" + versions[j].key), look::kLabel}}});
        row.cells.push_back({{{version_text(versions[j]), look::kCode}}});
      } else {
        row.cells.insert(row.cells.end(), 2, pdf::Cell{});
      }
    }
    table.add(std::move(row));
  }
  table.draw(print.flow);
}

pdf::Cell person_cell(const Print& print, const Involved& person) {
  pdf::RichText text = {{print.text("role_" + person.role) + "\n", look::kLabel},
                        {person.name, look::kStrong}};
  if (!person.title.empty())
    text.push_back({"\n" + print.in(print.texts.or_code("title." + person.title, person.title)),
                    look::kQuiet});
  if (person.time)
    text.push_back({"\n" + time_text(*person.time, print.answer.identity.zone, print.language()),
                    look::kQuiet});
  if (!person.comment.empty()) text.push_back({"\n" + person.comment, look::kQuiet});
  return {std::move(text)};
}

}  // namespace

void print_basis(Print& print) {
  if (print.answer.methods.empty() && print.answer.versions.empty()) return;
  print_heading(print, "basis", 36);
  print_accreditation(print);
  print.flow.advance(2);
  print_versions(print);
}

void print_people(Print& print) {
  const auto& people = print.answer.people;
  if (people.empty()) return;
  constexpr std::size_t kColumns = 3;
  const double third = print.flow.width() / kColumns;
  pdf::Table table({{{}, third}, {{}, third}, {{}, third}},
                   {.padding_x = 0, .padding_y = 3, .header = false, .rules = false});
  for (std::size_t i = 0; i < people.size(); i += kColumns) {
    pdf::Row row;
    for (std::size_t j = i; j < i + kColumns; ++j)
      row.cells.push_back(j < people.size() ? person_cell(print, people[j]) : pdf::Cell{});
    table.add(std::move(row));
  }
  print_heading(print, "people", table.first_rows_height(print.flow));
  table.draw(print.flow);
  if (print.answer.identity.status == AnswerStatus::approved) {
    print.flow.advance(2);
    print.flow.paragraph({{print.text("electronic"), look::kQuiet}});
  }
}

}  // namespace kres::report
