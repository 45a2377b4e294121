// The curated tables of van clusters: which genes a type has, and where they stand in entries that
// hold several.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::genome {

enum class VanRole : std::uint8_t {
  ligase,
  dehydrogenase,  // VanH
  dipeptidase,    // VanX, VanXY
  racemase,       // VanT
  regulator,      // VanR
  sensor,         // VanS
  accessory,      // VanY, VanW, VanZ, VanU
};
std::string_view name_of(VanRole role);

struct VanType {
  std::string name;         // "vanA"
  std::uint64_t span = 0;   // bases within which its genes stand
  std::uint64_t reach = 0;  // bases of contig on both sides beyond which no further gene stands
  std::map<VanRole, std::vector<std::string>> genes;  // patterns; a role it lacks is not there
  std::optional<std::uint64_t> promoter;              // bases from sensor to dehydrogenase
  std::vector<std::string> intrinsic_in;              // species

  // Roles without which there is no resistance, ligase first, and those that switch it on.
  std::vector<VanRole> ligase_set() const;
  std::vector<VanRole> regulators() const;
};

// A coding sequence of an entry: 0-based, half-open.
struct VanPart {
  std::string gene;
  std::uint32_t start = 0, end = 0;
};

class VanTable {
 public:
  // Columns of data/van_clusters.tsv and data/van_parts.tsv.
  static Result<VanTable> parse(std::string_view clusters, const std::string& clusters_name,
                                std::string_view parts, const std::string& parts_name);

  struct Place {
    const VanType* type = nullptr;
    VanRole role = VanRole::accessory;
  };
  // Nothing for a gene of no known type.
  std::optional<Place> find(std::string_view gene) const;
  // In the order of the entry; empty for an entry that is one gene.
  const std::vector<VanPart>& parts(std::string_view entry) const;
  const std::map<std::string, std::vector<VanPart>, std::less<>>& all_parts() const {
    return parts_;
  }

 private:
  std::string common_prefix() const;

  std::vector<VanType> types_;
  std::string prefix_;  // of every gene of a type: most genes are told from them by it
  std::map<std::string, std::vector<VanPart>, std::less<>> parts_;  // by entry
};

}  // namespace kres::genome
