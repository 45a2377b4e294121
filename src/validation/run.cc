#include "validation/run.h"

#include <atomic>
#include <thread>

#include "base/digest.h"
#include "genome/result/json.h"
#include "validation/judge.h"

namespace kres::validation {

namespace {

Outcome outcome_of(Specimen specimen, const Analyse& analyse) {
  sequence::Assembly assembly;
  assembly.path = specimen.family + " " + specimen.case_name;
  assembly.contigs = std::move(specimen.contigs);
  const auto result = analyse(assembly);
  Outcome outcome{.family = specimen.family,
                  .case_name = specimen.case_name,
                  .detail = specimen.detail,
                  .fault = fault_of(specimen.expected, result),
                  .found = !calls_of(specimen.expected, result).empty(),
                  .others = {}};
  outcome.wrong_exact = names_wrong_allele(specimen.expected, result);
  outcome.digest = sha256_hex(genome::to_json(result));
  for (const auto& determinant : result.determinants)
    if (!determinant.critical_family.empty() &&
        determinant.critical_family != specimen.expected.critical)
      outcome.others.push_back(in_words(determinant));
  // Where nothing is to be found, anything critical is a fault.
  if (specimen.expected.calls.empty() && outcome.fault.empty() && !outcome.others.empty())
    outcome.fault = "says " + outcome.others.front();
  return outcome;
}

}  // namespace

std::vector<Outcome> run_specimens(std::size_t count,
                                   const std::function<Specimen(std::size_t)>& specimen,
                                   const Analyse& analyse, int threads) {
  std::vector<Outcome> outcomes(count);
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> workers;
  for (int worker = 0; worker < threads; ++worker)
    workers.emplace_back([&] {
      for (std::size_t i = next++; i < count; i = next++)
        outcomes[i] = outcome_of(specimen(i), analyse);
    });
  workers.clear();  // joins
  return outcomes;
}

}  // namespace kres::validation
