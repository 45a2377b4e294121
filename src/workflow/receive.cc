#include "workflow/receive.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "laboratory/record_digest.h"
#include "laboratory/turnaround.h"
#include "workflow/attach_file.h"
#include "workflow/compare_referral.h"
#include "workflow/enter_measurements.h"
#include "workflow/isolate_note.h"
#include "workflow/isolate_status.h"
#include "workflow/sender_queries.h"

namespace kres::workflow {

using exchange::SentReferral;
using laboratory::Isolate;
using laboratory::UnitOfWork;

namespace {

using Deliveries = std::vector<std::vector<exchange::GenomeFile>>;
using StoredFiles = std::map<std::string, laboratory::Blob>;  // by digest

// Receives one batch in one unit of work.
class Reception {
 public:
  Reception(const IntakeDesk& desk, UnitOfWork& work, const std::string& person,
            const StoredFiles& files)
      : criteria_(desk.criteria),
        work_(work),
        person_(person),
        files_(files),
        now_(desk.services.clock.now()) {}

  // Deliveries of the referral that the registry does not have.
  Result<Deliveries> new_deliveries(const SentReferral& sent) {
    KRES_ASSIGN(const auto known,
                work_.referrals().find(sent.referral.laboratory, sent.referral.sender_id));
    if (!known) return deliveries_of(sent.genomes);
    KRES_ASSIGN(const auto isolate, work_.isolates().of_referral(known->id));
    KRES_ASSIGN(auto comparison, compare_with_stored(sent, *known, *isolate));
    return std::move(comparison.new_deliveries);
  }

  Result<ReceivedReferral> consider(const SentReferral& sent, Mode mode) {
    ReceivedReferral received{.laboratory = sent.referral.laboratory,
                              .sender_id = sent.referral.sender_id,
                              .accession = {},
                              .differences = {}};
    KRES_ASSIGN(const auto known, work_.referrals().find(received.laboratory, received.sender_id));
    if (!known) {
      received.outcome = Outcome::created;
      if (mode == Mode::store) {
        KRES_ASSIGN(received.accession, create(sent));
      }
      return received;
    }
    KRES_ASSIGN(const auto isolate, work_.isolates().of_referral(known->id));
    received.accession = isolate->accession;
    KRES_ASSIGN(auto comparison, compare_with_stored(sent, *known, *isolate));
    const bool adds = !comparison.new_deliveries.empty() || !comparison.new_measurements.empty();
    if (adds && mode == Mode::store) KRES_TRY(extend(*isolate, comparison));
    received.differences = std::move(comparison.differences);
    received.outcome = !received.differences.empty() ? Outcome::differing
                       : adds                        ? Outcome::extended
                                                     : Outcome::unchanged;
    return received;
  }

 private:
  Result<Comparison> compare_with_stored(const SentReferral& sent,
                                         const laboratory::Referral& referral,
                                         const Isolate& isolate) {
    KRES_ASSIGN(auto files, work_.isolates().files(isolate.id));
    KRES_ASSIGN(auto measurements, work_.measurements().current_of(isolate.id));
    return compare(sent, {referral, std::move(files), std::move(measurements)});
  }

  Result<std::string> create(const SentReferral& sent) {
    KRES_ASSIGN(const auto referral, work_.referrals().add(sent.referral));
    const laboratory::IsolateFacts nothing_yet{.awaits_sample = is_awaited(sent.sample)};
    KRES_ASSIGN(auto isolate,
                work_.isolates().add({.accession = {},
                                      .referral = referral,
                                      .laboratory = sent.referral.laboratory,
                                      .sender_id = sent.referral.sender_id,
                                      .suspected_group = sent.referral.suspected_group,
                                      .received = sent.referral.received,
                                      .due = laboratory::due_date(sent.referral.received),
                                      .sample = sent.sample,
                                      .state = state_of(nothing_yet),
                                      .summary = {}}));
    KRES_TRY(note(isolate, is_awaited(sent.sample) ? "isolate.expected" : "isolate.received",
                  fmt::format("referral {}", referral.value), digest_of(sent.referral)));
    KRES_TRY(ask_what_is_missing(work_, criteria_, isolate, sent.referral, now_));
    KRES_TRY(store_parts(isolate, deliveries_of(sent.genomes), sent.measurements));
    return isolate.accession;
  }

  Result<void> extend(const Isolate& isolate, const Comparison& comparison) {
    return store_parts(isolate, comparison.new_deliveries, comparison.new_measurements);
  }

  Result<void> store_parts(Isolate isolate, const Deliveries& deliveries,
                           const std::vector<susceptibility::Measurement>& measurements) {
    if (deliveries.empty() && measurements.empty()) return {};
    if (!deliveries.empty()) KRES_TRY(attach(isolate, deliveries));
    if (!measurements.empty())
      KRES_TRY(add_measurements(work_, isolate, measurements, {}, person_, now_));
    // Measurements are explained together with the genome, or by themselves until it comes.
    KRES_TRY(queue_analysis(work_, isolate, person_, now_));
    KRES_TRY(store_with_state(work_, std::move(isolate)));
    return {};
  }

  Result<void> attach(const Isolate& isolate, const Deliveries& deliveries) {
    KRES_ASSIGN(const auto stored, work_.isolates().files(isolate.id));
    int number = laboratory::next_delivery(stored);
    for (const auto& delivery : deliveries) {
      for (const auto& genome : delivery) KRES_TRY(attach(isolate, genome, number));
      ++number;
    }
    return {};
  }

  Result<void> attach(const Isolate& isolate, const exchange::GenomeFile& genome, int delivery) {
    const auto stored = files_.find(genome.sha256);
    if (stored == files_.end())
      return fail({.code = ErrorCode::conflict,
                   .message = "the same referral was imported by someone else just now",
                   .file = genome.path.string(),
                   .remedy = "import it again"});
    const auto& blob = stored->second;
    return attach_file(work_, isolate, {blob, genome.place, delivery}, person_, now_);
  }

  Result<void> note(const Isolate& isolate, std::string event, std::string detail,
                    std::string digest) {
    return workflow::note(work_, isolate, person_, now_,
                          {std::move(event), std::move(detail), std::move(digest)});
  }

  const laboratory::SubmissionCriteria& criteria_;
  UnitOfWork& work_;
  const std::string& person_;
  const StoredFiles& files_;
  const Instant now_;
};

Result<void> store_file(const Services& services, const exchange::GenomeFile& genome,
                        StoredFiles& files) {
  KRES_ASSIGN(auto blob,
              services.blobs.put_file(genome.path, std::string(media_type_of(genome.place.role))));
  if (blob.sha256 != genome.sha256)
    return bad_input("was changed while it was read", genome.path.string(), 0, "import it again");
  files[blob.sha256] = std::move(blob);
  return {};
}

// Before the transaction: copying files must not hold up other writers. A file that ends up in no
// referral does no harm: it is named by its bytes.
Result<StoredFiles> store_files(const IntakeDesk& desk, const exchange::ReferralBatch& batch,
                                const std::string& person) {
  KRES_ASSIGN(auto work, desk.services.registry.read());
  StoredFiles files;
  Reception reception(desk, *work, person, files);
  for (const auto& sent : batch.referrals) {
    if (sent.genomes.empty()) continue;
    KRES_ASSIGN(const auto deliveries, reception.new_deliveries(sent));
    for (const auto& delivery : deliveries)
      for (const auto& genome : delivery) KRES_TRY(store_file(desk.services, genome, files));
  }
  return files;
}

}  // namespace

std::string_view name_of(Outcome outcome) {
  constexpr std::array<std::string_view, 4> names{"created", "extended", "unchanged", "differing"};
  return names[static_cast<std::size_t>(outcome)];
}

Result<std::vector<ReceivedReferral>> receive(const IntakeDesk& desk,
                                              const exchange::ReferralBatch& batch,
                                              const std::string& person, Mode mode) {
  StoredFiles files;
  if (mode == Mode::store) {
    KRES_ASSIGN(files, store_files(desk, batch, person));
  }
  KRES_ASSIGN(auto work,
              mode == Mode::store ? desk.services.registry.write() : desk.services.registry.read());
  Reception reception(desk, *work, person, files);
  std::vector<ReceivedReferral> received;
  for (const auto& sent : batch.referrals) {
    KRES_ASSIGN(auto one, reception.consider(sent, mode));
    received.push_back(std::move(one));
  }
  if (mode == Mode::store) KRES_TRY(work->commit());
  return received;
}

}  // namespace kres::workflow
