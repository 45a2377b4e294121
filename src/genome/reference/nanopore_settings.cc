#include "genome/reference/nanopore_settings.h"

#include "genome/reference/threshold_table.h"

namespace kres::genome {

namespace {

constexpr std::array<std::pair<const char*, double NanoporeSettings::*>, 10> kKeys{{
    {"most_depth", &NanoporeSettings::most_depth},
    {"mean_length", &NanoporeSettings::mean_length},
    {"mean_quality", &NanoporeSettings::mean_quality},
    {"error_percent", &NanoporeSettings::error_percent},
    {"error_share_of_copy", &NanoporeSettings::error_share_of_copy},
    {"error_share_of_rival", &NanoporeSettings::error_share_of_rival},
    {"confirmed_share", &NanoporeSettings::confirmed_share},
    {"confirmed_strand_reads", &NanoporeSettings::confirmed_strand_reads},
    {"longest_run", &NanoporeSettings::longest_run},
    {"frameshift_run", &NanoporeSettings::frameshift_run},
}};

}  // namespace

Result<NanoporeSettings> NanoporeSettings::parse(std::string_view text, const std::string& name) {
  KRES_ASSIGN(auto table, ThresholdTable::parse(text, name));
  NanoporeSettings settings{};
  KRES_TRY(table.take(settings, kKeys));
  KRES_ASSIGN(settings.reads, ReadSettings::of(table, text, name));
  return settings;
}

}  // namespace kres::genome
