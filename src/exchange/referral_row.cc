#include "exchange/referral_row.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/mangled_cell.h"

namespace kres::exchange {

using laboratory::Referral;
using laboratory::Sends;

namespace {

constexpr std::size_t kLongestCell = 500;  // characters of a free text
constexpr std::size_t kLongestIdentifier = 64;

bool has_control_character(std::string_view cell) {
  return std::any_of(cell.begin(), cell.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

// Reads the cells of a row and collects what is wrong with them.
class RowReader {
 public:
  RowReader(const TsvRow& row, const std::string& file, const ReferralRules& rules,
            std::vector<RowMessage>& messages)
      : row_(row), file_(file), rules_(rules), messages_(messages) {}

  SentReferral read() {
    check_every_cell();
    SentReferral sent{
        .referral = {}, .genomes = {}, .measurements = {}, .file = file_, .line = row_.line()};
    auto& referral = sent.referral;
    read_sender(referral);
    read_texts(referral);
    read_patient(referral);
    read_dates(sent);
    return sent;
  }

 private:
  void complain(std::string_view column, std::string_view code, std::string_view what) {
    messages_.push_back({Severity::error, file_, row_.line(),
                         laboratory::without_identity_numbers(fmt::format("{}: {}", column, what)),
                         std::string(column), std::string(code)});
  }

  void check_every_cell() {
    for (const auto& columns :
         {required_referral_columns(rules_), optional_referral_columns(rules_)})
      for (const auto& column : columns) {
        const auto cell = row_[column];
        if (const auto reason = mangled_reason(cell); !reason.empty())
          complain(column, "mangled", reason);
        if (laboratory::contains_national_identity_number(cell))
          complain(column, "identity_number",
                   "holds a national identity number; send a pseudonym instead");
        if (has_control_character(cell))
          complain(column, "control_characters",
                   "has control characters, which no program shows; type it again");
        if (cell.size() > kLongestCell)
          complain(column, "too_long", "is longer than 500 characters");
      }
  }

  void read_sender(Referral& referral) {
    referral.laboratory = row_["laboratory"];
    if (referral.laboratory.empty()) referral.laboratory = rules_.sender;
    if (!rules_.sender.empty() && referral.laboratory != rules_.sender)
      complain("laboratory", "foreign_laboratory",
               fmt::format("'{}' is not your laboratory, {}", referral.laboratory, rules_.sender));
    else if (!rules_.laboratories.contains(referral.laboratory))
      complain("laboratory", "unknown_laboratory",
               fmt::format("'{}' is not a known laboratory", referral.laboratory));
    referral.sender_id = row_["sender_id"];
    if (referral.sender_id.empty()) complain("sender_id", "empty", "is empty");
    if (referral.sender_id.size() > kLongestIdentifier)
      complain("sender_id", "long_identifier", "is longer than 64 characters");
    const auto group = laboratory::microbe_group_from(row_["suspected_group"]);
    if (group)
      referral.suspected_group = *group;
    else
      complain("suspected_group", "unknown_group",
               fmt::format("'{}' is none of CPO, ColR, VRE, LRE", row_["suspected_group"]));
  }

  void read_texts(Referral& referral) {
    referral.organism = row_["organism"];
    referral.reason = row_["reason"];
    referral.question = row_["question"];
    static const std::map<std::string_view, std::string> kinds{{"", ""},
                                                               {"infection", "infection"},
                                                               {"infeksjon", "infection"},
                                                               {"carriage", "carriage"},
                                                               {"bærerskap", "carriage"}};
    referral.clinical = {.infection_or_carriage =
                             one_of(kinds, "infection_or_carriage", "infection, carriage or empty"),
                         .material = std::string(row_["material"]),
                         .travel = std::string(row_["travel"]),
                         .hospital_abroad = std::string(row_["hospital_abroad"]),
                         .known_contact = std::string(row_["known_contact"]),
                         .ward = std::string(row_["ward"])};
  }

  void read_patient(Referral& referral) {
    static const std::map<std::string_view, std::string> sexes{
        {"", ""},         {"female", "female"}, {"kvinne", "female"}, {"male", "male"},
        {"mann", "male"}, {"other", "other"},   {"annet", "other"}};
    referral.patient.pseudonym = row_["patient"];
    referral.patient.sex = one_of(sexes, "sex", "female, male, other or empty");
    referral.patient.municipality = row_["municipality"];
    if (row_["age"].empty()) return;
    const auto age = parse_int(row_["age"]);
    if (!age || *age < 0 || *age > 120)
      complain("age", "no_age", "is not a whole number of years from 0 to 120");
    else
      referral.patient.age = static_cast<int>(*age);
  }

  void read_dates(SentReferral& sent) {
    auto& referral = sent.referral;
    static const std::map<std::string_view, std::string> kinds{
        {"", ""},         {"tube", "tube"}, {"prøve", "tube"}, {"rør", "tube"},
        {"data", "data"}, {"both", "both"}, {"begge", "both"}};
    referral.sends = *laboratory::sends_from(one_of(kinds, "sends", "tube, data, both or empty"));
    sent.sends_stated = referral.sends != Sends::unstated;
    if (referral.sends == Sends::unstated && !rules_.sender.empty()) referral.sends = Sends::tube;
    const auto received = date("received");
    sent.received_stated = received.has_value();
    sent.sample = laboratory::first_state(referral.sends, sent.received_stated);
    check_receipt(referral.sends, received);
    referral.received = received.value_or(rules_.today);
    referral.sampled = date("sampled");
    if (referral.sampled && *referral.sampled > referral.received)
      complain("sampled", "sampled_after_receipt", "is later than the day of receipt");
  }

  void check_receipt(Sends sends, const std::optional<Date>& received) {
    if (!received && row_["received"].empty() && sends == Sends::unstated)
      complain("received", "empty", "is empty");
    if (received && !rules_.sender.empty())
      complain("received", "not_yours", "is noted by the laboratory that receives the tube");
    if (received && *received > rules_.today) complain("received", "future", "is in the future");
  }

  std::optional<Date> date(std::string_view column) {
    const auto cell = row_[column];
    const auto parsed = Date::parse(cell);
    if (cell.empty() || parsed || !mangled_reason(cell).empty()) return parsed;
    if (cell.size() == 5 && parse_int(cell))
      complain(column, "serial_number",
               "is a spreadsheet's count of days; write the date as 2026-11-21");
    else
      complain(column, "no_date", fmt::format("'{}' is no date; write it as 2026-11-21", cell));
    return parsed;
  }

  std::string one_of(const std::map<std::string_view, std::string>& values, std::string_view column,
                     std::string_view allowed) {
    const auto found = values.find(to_lower(row_[column]));
    if (found != values.end()) return found->second;
    complain(column, "no_choice", fmt::format("'{}' is not {}", row_[column], allowed));
    return {};
  }

  const TsvRow& row_;
  const std::string& file_;
  const ReferralRules& rules_;
  std::vector<RowMessage>& messages_;
};

}  // namespace

std::vector<std::string> required_referral_columns(const ReferralRules& rules) {
  std::vector<std::string> columns{"sender_id", "suspected_group"};
  if (rules.sender.empty()) columns.insert(columns.begin(), "laboratory");
  return columns;
}

const std::vector<std::string>& genome_file_columns() {
  static const std::vector<std::string> columns{"genome_file",
                                                "genome_sha256",
                                                "reads_1",
                                                "reads_1_sha256",
                                                "reads_2",
                                                "reads_2_sha256",
                                                "reads",
                                                "reads_sha256",
                                                "reads_interleaved",
                                                "reads_interleaved_sha256",
                                                "long_reads",
                                                "long_reads_sha256"};
  return columns;
}

std::vector<std::string> optional_referral_columns(const ReferralRules& rules) {
  std::vector<std::string> columns{"received",      "sends",
                                   "organism",      "reason",
                                   "question",      "sampled",
                                   "material",      "infection_or_carriage",
                                   "travel",        "hospital_abroad",
                                   "known_contact", "ward",
                                   "patient",       "age",
                                   "sex",           "municipality"};
  if (!rules.sender.empty()) columns.push_back("laboratory");
  const auto& files = genome_file_columns();
  columns.insert(columns.end(), files.begin(), files.end());
  return columns;
}

SentReferral read_referral_row(const TsvRow& row, const std::string& file,
                               const ReferralRules& rules, std::vector<RowMessage>& messages) {
  return RowReader(row, file, rules, messages).read();
}

}  // namespace kres::exchange
