// Gathers what many rows share.
#include "report/susceptibility_notes.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "report/look.h"

namespace kres::report {
namespace {

bool has_remark(const SusceptibilityRow& row, std::string_view code) {
  return std::any_of(row.remarks.begin(), row.remarks.end(),
                     [&](const Remark& remark) { return remark.code == code; });
}

// "other than meningitis (meropenem, cefotaxime); systemic infection (gentamicin)"
std::string indications(const Print& print) {
  std::vector<std::pair<std::string, std::string>> groups;  // indication, agents
  for (const SusceptibilityRow& row : print.answer.susceptibility)
    for (const Remark& remark : row.remarks) {
      if (remark.code != "indication") continue;
      const std::string& text = print.in(remark.text);
      const auto same = std::find_if(groups.begin(), groups.end(),
                                     [&](const auto& group) { return group.first == text; });
      if (same == groups.end())
        groups.emplace_back(text, print.in(row.agent_name));
      else
        same->second += ", " + print.in(row.agent_name);
    }
  std::vector<std::string> parts;
  for (const auto& [text, agents] : groups) parts.push_back(text + " (" + agents + ")");
  return join(parts, "; ");
}

std::string indication_note(const Print& print) {
  const std::string list = indications(print);
  if (list.empty()) return {};
  const auto& rows = print.answer.susceptibility;
  const bool assumed = std::any_of(rows.begin(), rows.end(), [](const auto& row) {
    return has_remark(row, "indication_assumed") || has_remark(row, "route_assumed");
  });
  const std::string note = replace_all(print.text("indication_note"), "{list}", list);
  return assumed ? note + " " + print.text("assumed_note") : note;
}

std::string reading_note(const Print& print, const std::string& usual) {
  const auto& rows = print.answer.susceptibility;
  const auto first =
      std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.method == usual; });
  const bool bracketed =
      std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.bracketed; });
  std::vector<std::string> parts = {
      replace_all(print.text("method_note"), "{method}", print.in(first->method_name)),
      print.text("category_note"), print.text("scale_note")};
  if (bracketed) parts.push_back(print.text("bracketed_note"));
  if (const std::string note = indication_note(print); !note.empty()) parts.push_back(note);
  return join(parts, " ");
}

}  // namespace

std::string usual_method(const AnswerDocument& answer) {
  const auto& rows = answer.susceptibility;
  std::string usual;
  std::ptrdiff_t most = 0;
  for (const SusceptibilityRow& row : rows) {
    const auto same = std::count_if(rows.begin(), rows.end(),
                                    [&](const auto& other) { return other.method == row.method; });
    if (same > most) {
      most = same;
      usual = row.method;
    }
  }
  return usual;
}

void print_susceptibility_notes(Print& print, const std::string& usual) {
  constexpr pdf::Style kConstructed{
      .size = 7.4, .weight = pdf::Weight::semibold, .colour = look::kWarning};
  print.flow.advance(3);
  if (print.answer.constructed)
    print.flow.paragraph(
        {{std::string(kConstructedMark) + "\u2009" + print.text("constructed_note"),
          kConstructed}});
  print.flow.paragraph({{reading_note(print, usual), look::kLabel}});
}

}  // namespace kres::report
