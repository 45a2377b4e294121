#include "genome/findings/van_verdict.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::genome {

namespace {

// Genes of one type that stand together.
struct Group {
  const VanType* type = nullptr;
  std::vector<VanGeneFound> genes;
  // A further gene of the cluster may lie beyond the end of a contig.
  bool near_contig_end = false;
};

enum class RoleState { intact, unread, not_assessable, missing, broken };

bool has_place(const VanGeneFound& found) { return found.gene.start > 0; }

bool near_end(const VanGeneFound& found, const std::vector<Contig>& contigs) {
  if (!has_place(found)) return true;
  if (found.role == VanRole::accessory) return false;
  const auto contig = std::find_if(contigs.begin(), contigs.end(), [&](const Contig& candidate) {
    return candidate.name == found.gene.contig;
  });
  if (contig == contigs.end() || contig->circular) return false;
  const auto reach = found.type->reach;
  return found.gene.start <= reach || found.gene.end + reach > contig->length;
}

bool same_cluster(const VanGeneFound& a, const VanGeneFound& b) {
  if (a.type != b.type || a.gene.contig != b.gene.contig) return false;
  if (!has_place(a) || !has_place(b)) return true;
  return std::max(a.gene.end, b.gene.end) - std::min(a.gene.start, b.gene.start) < a.type->span;
}

std::vector<Group> group_by_place(const std::vector<VanGeneFound>& genes,
                                  const std::vector<Contig>& contigs) {
  std::vector<Group> groups;
  for (const auto& found : genes) {
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& candidate) {
      return std::any_of(candidate.genes.begin(), candidate.genes.end(),
                         [&](const auto& member) { return same_cluster(member, found); });
    });
    Group& target =
        group == groups.end() ? groups.emplace_back(Group{found.type, {}, false}) : *group;
    target.genes.push_back(found);
    target.near_contig_end = target.near_contig_end || near_end(found, contigs);
  }
  return groups;
}

bool complement(const Group& a, const Group& b) {
  const auto placed = [](const Group& group, VanRole role) {
    return std::any_of(group.genes.begin(), group.genes.end(), [&](const auto& found) {
      return found.role == role && has_place(found) && found.gene.state != "not_assessable";
    });
  };
  return std::none_of(a.genes.begin(), a.genes.end(), [&](const auto& found) {
    return placed(a, found.role) && placed(b, found.role);
  });
}

std::vector<Group> join_over_contigs(std::vector<Group> groups) {
  std::vector<Group> joined;
  for (auto& group : groups) {
    const auto other = std::find_if(joined.begin(), joined.end(), [&](const Group& candidate) {
      return candidate.type == group.type && candidate.near_contig_end && group.near_contig_end &&
             complement(candidate, group);
    });
    if (other == joined.end())
      joined.push_back(std::move(group));
    else
      other->genes.insert(other->genes.end(), group.genes.begin(), group.genes.end());
  }
  return joined;
}

class Judge {
 public:
  Judge(const Group& group, const VanSurroundings& surroundings)
      : group_(group), surroundings_(surroundings) {}

  VanOperon run() {
    describe();
    const RoleState ligase_set = worst_of(group_.type->ligase_set());
    const RoleState regulators = worst_of(group_.type->regulators());
    const bool promoter_gone = judge_promoter();
    if (ligase_set == RoleState::broken || ligase_set == RoleState::missing)
      operon_.verdict = "INCOMPLETE";
    else if (ligase_set == RoleState::not_assessable)
      operon_.verdict = "NOT_ASSESSABLE";
    else if (regulators == RoleState::broken || regulators == RoleState::missing || promoter_gone)
      operon_.verdict = "SILENT";
    else if (regulators == RoleState::intact && ligase_set == RoleState::intact)
      operon_.verdict = "FUNCTIONAL";
    else
      operon_.verdict = "NOT_ASSESSABLE";
    return std::move(operon_);
  }

 private:
  void describe() {
    operon_.type = group_.type->name;
    const auto& species = group_.type->intrinsic_in;
    operon_.intrinsic =
        std::find(species.begin(), species.end(), surroundings_.species) != species.end();
    std::set<std::string> contigs;
    const VanGene* anchor = nullptr;
    for (const auto& found : group_.genes) {
      operon_.genes.push_back(found.gene);
      if (!has_place(found)) continue;
      contigs.insert(found.gene.contig);
      if (anchor == nullptr || found.role == VanRole::ligase) anchor = &found.gene;
    }
    if (contigs.size() > 1) operon_.reasons.emplace_back("genes_on_several_contigs");
    if (anchor == nullptr) return;
    operon_.contig = anchor->contig;
    operon_.start = anchor->start;
    for (const auto& found : group_.genes) {
      if (!has_place(found) || found.gene.contig != anchor->contig) continue;
      operon_.start = std::min(operon_.start, found.gene.start);
      operon_.end = std::max(operon_.end, found.gene.end);
    }
  }

  RoleState worst_of(const std::vector<VanRole>& roles) {
    RoleState worst = RoleState::intact;
    for (const auto role : roles) worst = std::max(worst, judge(role));
    return worst;
  }

  RoleState judge(VanRole role) {
    const VanGene* broken = nullptr;
    const VanGene* open = nullptr;
    for (const auto& [gene, type, gene_role] : group_.genes) {
      if (gene_role != role) continue;
      if (gene.state == "intact") return RoleState::intact;
      (gene.state == "broken" ? broken : open) = &gene;
    }
    if (open != nullptr) return note_open(role, *open);
    if (broken != nullptr) {
      operon_.reasons.push_back(fmt::format("broken:{}:{}", broken->gene, broken->reason));
      return RoleState::broken;
    }
    return judge_unseen(role);
  }

  RoleState note_open(VanRole role, const VanGene& gene) {
    operon_.reasons.push_back(gene.start == 0 || gene.reason == "contig_end"
                                  ? fmt::format("contig_end:{}", name_of(role))
                                  : fmt::format("not_assessable:{}:{}", gene.gene, gene.reason));
    return RoleState::not_assessable;
  }

  RoleState judge_unseen(VanRole role) {
    const auto note = [&](const char* code, RoleState state) {
      operon_.reasons.push_back(fmt::format("{}:{}", code, name_of(role)));
      return state;
    };
    if (!can_be_found(role)) return note("not_in_reference", RoleState::unread);
    if (group_.near_contig_end) return note("contig_end", RoleState::not_assessable);
    operon_.genes.push_back({.gene = group_.type->genes.at(role).front(),
                             .role = std::string(name_of(role)),
                             .state = "missing"});
    return note("missing", RoleState::missing);
  }

  bool can_be_found(VanRole role) const {
    const auto& patterns = group_.type->genes.at(role);
    return std::any_of(surroundings_.searched.begin(), surroundings_.searched.end(),
                       [&](const std::string& gene) {
                         return std::any_of(patterns.begin(), patterns.end(),
                                            [&](const auto& p) { return glob_match(p, gene); });
                       });
  }

  const VanGene* placed(VanRole role) const {
    for (const auto& found : group_.genes)
      if (found.role == role && has_place(found)) return &found.gene;
    return nullptr;
  }

  // Whether most of the bases between sensor and dehydrogenase are gone. A smaller change or an
  // insertion there is named only: it may switch the cluster off or on.
  bool judge_promoter() {
    const auto* sensor = placed(VanRole::sensor);
    const auto* first = placed(VanRole::dehydrogenase);
    if (!group_.type->promoter || sensor == nullptr || first == nullptr ||
        sensor->contig != first->contig || sensor->strand != first->strand)
      return false;
    const auto expected = static_cast<std::int64_t>(*group_.type->promoter);
    const auto bases =
        sensor->strand == '+'
            ? static_cast<std::int64_t>(first->start) - static_cast<std::int64_t>(sensor->end) - 1
            : static_cast<std::int64_t>(sensor->start) - static_cast<std::int64_t>(first->end) - 1;
    if (bases == expected || sensor->state != "intact" || first->state != "intact") return false;
    const bool gone = 2 * bases < expected;
    operon_.reasons.push_back(gone ? fmt::format("promoter_deleted:{}", expected - bases)
                                   : fmt::format("promoter_changed:{:+}", bases - expected));
    return gone;
  }

  const Group& group_;
  const VanSurroundings& surroundings_;
  VanOperon operon_;
};

// A lone accessory or regulator gene without any gene of the ligase set is no cluster.
bool is_cluster(const Group& group) {
  const auto needed = group.type->ligase_set();
  return std::any_of(group.genes.begin(), group.genes.end(), [&](const auto& found) {
    return std::find(needed.begin(), needed.end(), found.role) != needed.end();
  });
}

}  // namespace

std::vector<VanOperon> judge_van_clusters(const std::vector<VanGeneFound>& genes,
                                          const VanSurroundings& surroundings) {
  std::vector<VanOperon> operons;
  for (const auto& group : join_over_contigs(group_by_place(genes, surroundings.contigs)))
    if (is_cluster(group)) operons.push_back(Judge(group, surroundings).run());
  return operons;
}

}  // namespace kres::genome
