// Prints who asked, about which isolate of which patient, and the question; and amendments.
#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "report/local_format.h"
#include "report/look.h"
#include "report/pdf/table.h"
#include "report/sections.h"

namespace kres::report {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;  // label, value

class FactList {
 public:
  explicit FactList(const Print& print) : print_(print) {}
  FactList& always(std::string_view key, const std::string& value) {
    facts_.emplace_back(print_.text(key), value.empty() ? print_.text("not_stated") : value);
    return *this;
  }
  FactList& stated(std::string_view key, const std::string& value) {
    if (!value.empty()) facts_.emplace_back(print_.text(key), value);
    return *this;
  }
  Facts take() { return std::move(facts_); }

 private:
  const Print& print_;
  Facts facts_;
};

std::string code_text(const Print& print, std::string_view prefix, const std::string& code) {
  if (code.empty()) return {};
  return print.in(print.texts.or_code(std::string(prefix) + code, code));
}

std::string date_or_empty(const Print& print, const std::optional<Date>& date) {
  return date ? date_text(*date, print.language()) : std::string{};
}

Facts sender_facts(const Print& print) {
  const Request& request = print.answer.request;
  return FactList(print)
      .always("laboratory",
              request.laboratory_name.empty() ? request.laboratory_code : request.laboratory_name)
      .always("sender_id", request.sender_id)
      .stated("referral", request.referral_id)
      .stated("ward", request.ward)
      .stated("travel", request.travel)
      .take();
}

Facts isolate_facts(const Print& print) {
  const Request& request = print.answer.request;
  return FactList(print)
      .always("isolate", print.answer.identity.accession)
      .always("material", request.material)
      .always("sampled", date_or_empty(print, request.sampled))
      .always("received", date_or_empty(print, request.received))
      .stated("hospital_abroad", code_text(print, "said.", request.hospital_abroad))
      .take();
}

Facts patient_facts(const Print& print) {
  const Request& request = print.answer.request;
  const Patient& patient = request.patient;
  std::vector<std::string> who;
  if (!patient.sex.empty()) who.push_back(code_text(print, "sex.", patient.sex));
  if (!patient.age.empty()) who.push_back(replace_all(print.text("years"), "{n}", patient.age));
  return FactList(print)
      .always("pseudonym", patient.pseudonym)
      .stated("sex_age", join(who, ", "))
      .stated("municipality", patient.municipality)
      .stated("infection_or_carriage", code_text(print, "", request.infection_or_carriage))
      .stated("known_contact", code_text(print, "said.", request.known_contact))
      .take();
}

// Three columns of label and value; values wrap and rows keep in step.
void print_facts(Print& print, const std::array<Facts, 3>& columns) {
  constexpr double kLabel = 67, kSender = 208, kIsolate = 158, kGap = 8;
  std::vector<pdf::Column> layout;
  for (const double width : {kSender, kIsolate, print.flow.width() - kSender - kIsolate}) {
    layout.push_back({.header = {}, .width = kLabel});
    layout.push_back({.header = {}, .width = width - kLabel, .gap = kGap});
  }
  pdf::Table table(layout, {.padding_x = 0, .padding_y = 1.1, .header = false, .rules = false});
  std::size_t rows = 0;
  for (const Facts& facts : columns) rows = std::max(rows, facts.size());
  for (std::size_t i = 0; i < rows; ++i) {
    pdf::Row row;
    for (const Facts& facts : columns) {
      const bool present = i < facts.size();
      row.cells.push_back(
          {present ? pdf::RichText{{facts[i].first, look::kLabel}} : pdf::RichText{}, {}});
      row.cells.push_back(
          {present ? pdf::RichText{{facts[i].second, look::kBody}} : pdf::RichText{}, {}});
    }
    table.add(std::move(row));
  }
  table.draw(print.flow);
}

}  // namespace

void print_amendment(Print& print) {
  const AnswerIdentity& identity = print.answer.identity;
  if (identity.predecessor.empty()) return;
  if (identity.follows_preliminary) {
    print.flow.paragraph(
        {{replace_all(print.text("follows"), "{number}", identity.predecessor), look::kBody}});
    print.flow.advance(5);
    return;
  }
  print.flow.paragraph(
      {{print.text("amended") + " ", look::kStrong},
       {replace_all(print.text("replaces"), "{number}", identity.predecessor) + " ", look::kBody},
       {print.text("amendment_reason") + ": ", look::kStrong},
       {identity.amendment_reason, look::kBody}});
  print.flow.advance(5);
}

void print_request(Print& print) {
  print_facts(print, {sender_facts(print), isolate_facts(print), patient_facts(print)});
  const Request& request = print.answer.request;
  std::vector<std::string> asked;
  if (!request.suspected_group.empty())
    asked.push_back(replace_all(print.text("suspected"), "{group}", request.suspected_group));
  for (const std::string& text : {request.reason, request.question})
    if (!text.empty()) asked.push_back(text);
  if (asked.empty()) return;
  print.flow.advance(3);
  print.flow.paragraph(
      {{print.text("asked") + "  ", look::kLabel}, {join(asked, " · "), look::kBody}});
}

}  // namespace kres::report
