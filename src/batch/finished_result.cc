#include "batch/finished_result.h"

#include "genome/result/json.h"

namespace kres::batch {

namespace {

std::string stated_species(const genome::GenomeResult& result) {
  return result.species.stated_by_user ? result.species.name : "";
}

}  // namespace

std::optional<genome::GenomeResult> finished_result(const Path& file,
                                                    const std::string& input_sha256,
                                                    const Identity& identity) {
  const auto text = read_file(file);
  if (!text) return std::nullopt;
  auto result = genome::result_from_json(*text, file.string());
  if (!result || result->input.size() != 1) return std::nullopt;
  const bool same = result->input.front().sha256 == input_sha256 &&
                    result->software == identity.software &&
                    result->reference_digest == identity.reference_digest &&
                    result->settings_digest == identity.settings_digest &&
                    stated_species(*result) == identity.stated_species;
  if (!same || genome::to_json(*result) + "\n" != *text) return std::nullopt;
  return std::move(*result);
}

}  // namespace kres::batch
