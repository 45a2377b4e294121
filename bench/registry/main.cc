// kres_bench_registry DIRECTORY ISOLATES SEED: fills a registry with as many made isolates.
//
// The registry holds some isolates with signed answers, made by the program itself; the others are
// made after them. All is constructed, and the audit trail is whole. Prints what it made.
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

#include "registry/bank_maker.h"
#include "registry/intake_maker.h"
#include "registry/isolate_maker.h"
#include "storage/blobs/directory_blob_store.h"
#include "storage/tables/sql_registry.h"
#include "storage/trust/audit_head_file.h"
#include "storage/trust/key_file_signer.h"

namespace {

using namespace kres;

constexpr int kDays = 3650;   // that the isolates came in
constexpr int kAtOnce = 500;  // isolates of one transaction
constexpr int kBanked = 20;   // one isolate in so many

struct Order {
  Path directory;
  int isolates = 0;
  std::uint64_t seed = 0;
};

Result<std::vector<std::string>> laboratories_of(laboratory::Registry& registry) {
  KRES_ASSIGN(const auto work, registry.read());
  KRES_ASSIGN(const auto all, work->laboratories().all());
  std::vector<std::string> codes;
  for (const auto& one : all) codes.push_back(one.code);
  return codes;
}

struct Makers {
  bench::Chance& chance;
  bench::IsolateMaker isolates;
  bench::IntakeMaker intake;
  bench::BankMaker bank;
};

Result<void> make_one(laboratory::UnitOfWork& work, Makers& makers, int age, Date today) {
  const auto stage = bench::stage_at(age, makers.chance);
  KRES_ASSIGN(const auto isolate, makers.isolates.make(work, add_days(today, -age), stage));
  KRES_TRY(makers.intake.take_in(work, isolate, today));
  if (isolate.answered && makers.chance.in(kBanked)) KRES_TRY(makers.bank.bank(work, isolate));
  return {};
}

Result<void> fill(const Order& order) {
  storage::AuditHeadFile witness(order.directory / "audit.head");
  KRES_ASSIGN(auto registry,
              storage::SqlRegistry::open(
                  storage::Database::at((order.directory / "registry.sqlite").string()),
                  storage::SqlRegistry::Missing::fail, witness));
  KRES_ASSIGN(const auto signer,
              storage::KeyFileSigner::open(order.directory / "keys",
                                           storage::KeyFileSigner::Missing::fail));
  KRES_ASSIGN(auto patterns, bench::read_patterns(*registry));
  KRES_ASSIGN(auto blobs, storage::DirectoryBlobStore::open(order.directory / "blobs"));
  KRES_TRY(bench::take_numbers_out(patterns, *registry, blobs));
  KRES_ASSIGN(auto laboratories, laboratories_of(*registry));
  bench::Chance chance(order.seed);
  Makers makers{chance,
                bench::IsolateMaker(std::move(patterns), std::move(laboratories),
                                    order.isolates * 7 / 10 + 1, signer, chance),
                bench::IntakeMaker(chance), bench::BankMaker(chance)};
  const auto today = local_date(system_now(), "Europe/Oslo");
  for (int made = 0; made < order.isolates;) {
    KRES_ASSIGN(auto work, registry->write());
    for (int i = 0; i < kAtOnce && made < order.isolates; ++i, ++made) {
      const auto age =
          static_cast<int>(std::int64_t{kDays} * (order.isolates - made - 1) / order.isolates);
      KRES_TRY(make_one(*work, makers, age, today));
    }
    KRES_TRY(work->commit());
  }
  KRES_ASSIGN(const auto work, registry->read());
  KRES_ASSIGN(const auto last, work->audit().last());
  fmt::print("{} isolates, {} events\n", order.isolates, last->sequence);
  return {};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return 2;
  const auto filled = fill({.directory = arguments[1],
                            .isolates = std::atoi(arguments[2]),
                            .seed = std::strtoull(arguments[3], nullptr, 10)});
  if (filled) return 0;
  fmt::print(stderr, "{}: {}\n", filled.error().file, filled.error().message);
  return 1;
}
