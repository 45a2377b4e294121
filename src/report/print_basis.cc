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

std::string method_list(const Print& print, bool accredited) {
  std::vector<std::string> names;
  for (const MethodUsed& method : print.answer.methods)
    if (method.accredited == accredited) names.push_back(print.in(method.name));
  return join(names, ", ");
}

void print_accreditation(Print& print) {
  pdf::RichText text;
  for (const bool accredited : {true, false}) {
    const std::string names = method_list(print, accredited);
    if (names.empty()) continue;
    text.push_back({print.text(accredited ? "accredited" : "not_accredited") + " ", look::kStrong});
    text.push_back({names + ". ", look::kBody});
  }
  if (!text.empty()) print.flow.paragraph(text);
}

std::string version_text(const VersionUsed& version) {
  if (version.digest.empty()) return version.value;
  return fmt::format("{} ({})", version.value, version.digest.substr(0, kShownDigest));
}

std::string unbroken(const std::string& text) { return replace_all(text, " ", "\u00A0"); }

// Labels and values run on; neither is broken, nor one parted from the other.
void print_versions(Print& print) {
  pdf::RichText text;
  for (const VersionUsed& version : print.answer.versions) {
    if (!text.empty()) text.push_back({"    ", look::kLabel});
    text.push_back({unbroken(print.text("version_" + version.key)) + "\u00A0", look::kLabel});
    text.push_back({unbroken(version_text(version)), look::kCode});
  }
  if (!text.empty()) print.flow.paragraph(text);
}

pdf::Cell person_cell(const Print& print, const Involved& person) {
  std::vector<std::string> parts;
  if (!person.title.empty())
    parts.push_back(print.in(print.texts.or_code("title." + person.title, person.title)));
  if (person.time)
    parts.push_back(time_text(*person.time, print.answer.identity.zone, print.language()));
  pdf::RichText text = {{print.text("role_" + person.role) + "\n", look::kLabel},
                        {person.name, look::kStrong}};
  if (!parts.empty()) text.push_back({"\n" + join(parts, ", "), look::kQuiet});
  if (!person.comment.empty()) text.push_back({"\n" + person.comment, look::kQuiet});
  if (person.role == "approved") text.push_back({"\n" + print.text("electronic"), look::kQuiet});
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
}

}  // namespace kres::report
