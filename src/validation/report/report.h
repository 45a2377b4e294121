// The validation report: what was run on what, with which outcome; as JSON and as PDF.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "validation/report/agreement_part.h"
#include "validation/report/reads_part.h"
#include "validation/summary.h"

namespace kres::validation {

struct Basis {
  std::string software;
  std::string reference_name, reference_digest;
  std::string settings_name, settings_digest;
  std::vector<std::string> sources;  // "ResFinder 2022-05-24"
  std::string date;                  // ISO, as given; empty: not stated
  std::uint64_t seed = 1;
};

struct Report {
  Basis basis;
  Summary summary;
  std::vector<DamageCase> cases;           // for their descriptions
  std::optional<ReadsPart> reads;          // if reads were measured
  std::optional<AgreementPart> agreement;  // if predictions were compared with measurements
};

// Adds the measurements on reads with their figures and faults.
void add_reads(Report& report, ReadsPart reads);
// Adds the comparison of expected and measured categories with its figures and faults.
void add_agreement(Report& report, AgreementPart agreement);

// Words of the report, data/texts/validation.tsv: columns key, nb, en.
class ReportTexts {
 public:
  static Result<ReportTexts> parse(std::string_view text, const std::string& name,
                                   std::string_view language);
  // The key itself if it has no text.
  const std::string& in(const std::string& key) const;
  bool norwegian() const { return norwegian_; }
  std::vector<std::string> limitations() const;  // texts of limitation.1, limitation.2 ...

 private:
  std::vector<std::pair<std::string, std::string>> texts_;
  bool norwegian_ = false;
};

// docs/formats/validation.schema.json; ends with a newline.
std::string report_json(const Report& report, const ReportTexts& texts);
Result<std::string> report_pdf(const Report& report, const ReportTexts& texts);

}  // namespace kres::validation
