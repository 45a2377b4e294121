#include "workflow/isolate_organism.h"

#include "genome/result/json.h"
#include "workflow/examine.h"

namespace kres::workflow {

Result<std::string> organism_of(laboratory::UnitOfWork& work, const laboratory::Isolate& isolate) {
  KRES_ASSIGN(const auto referral, work.referrals().find(isolate.referral));
  if (!isolate.current_analysis) return referral ? referral->organism : std::string();
  KRES_ASSIGN(const auto analysis, work.analyses().find(isolate.current_analysis));
  if (!analysis || !referral) return std::string();
  KRES_ASSIGN(const auto genome, genome::result_from_json(analysis->result, isolate.accession));
  return believed_organism(genome, *referral);
}

}  // namespace kres::workflow
