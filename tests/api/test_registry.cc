#include "tests/api/test_registry.h"

#include "storage/sql/test_database.h"

#include <cstdlib>

#include <fmt/format.h>

#include "server/auth/password.h"
#include "tests/support/project_tables.h"
#include "tests/support/run_program.h"

namespace kres::testing {

namespace {

Result<workflow::RenderedAnswer> print_plainly(const report::AnswerInput& input) {
  constexpr std::string_view kStates[] = {"draft", "validated", "signed"};
  const auto state = kStates[static_cast<int>(input.identity.status)];
  return workflow::RenderedAnswer{
      .pdf = fmt::format("%PDF {} {}", input.identity.number, state),
      .json =
          fmt::format(R"({{"number":"{}","state":"{}","received":"{}"}})", input.identity.number,
                      state, input.request.received ? input.request.received->iso() : "")};
}

}  // namespace

TestRegistry::TestRegistry(const std::string& name)
    : directory_(fresh_directory(name)), witness_(directory_ / "audit.head") {
  registry_ = std::move(*storage::SqlRegistry::open(
      storage::TestDatabase(directory_ / "registry.sqlite", storage::TestDatabase::Begin::emptied),
      storage::SqlRegistry::Missing::create, witness_));
  blobs_ = std::move(*storage::DirectoryBlobStore::open(directory_ / "blobs"));
  uploads_ = std::move(*storage::DirectoryUploadStore::open(directory_ / "uploads"));
  signer_ = std::move(
      *storage::KeyFileSigner::open(directory_ / "keys", storage::KeyFileSigner::Missing::create));
  vault_ = std::move(*storage::KeyFileVault::open(directory_ / "keys"));
}

workflow::AnswerDesk TestRegistry::desk() {
  static const auto rules = susceptibility::read_qc_rules(project_text).value();
  return {.services = services(),
          .signer = *signer_,
          .render = print_plainly,
          .settings = {.software = "kres test", .accredited_methods = {}},
          .qc_rules = rules};
}

laboratory::Person TestRegistry::add(laboratory::Person person) {
  const auto work = write();
  person.id = work->people().add(person, *hash_password(kPassword, kLeastPasswordCost)).value();
  if (!work->commit()) std::abort();
  return person;
}

laboratory::Person TestRegistry::add_person(const std::string& username, const std::string& name,
                                            std::vector<laboratory::Role> roles) {
  return add({.username = username, .name = name, .roles = std::move(roles)});
}

void TestRegistry::add_laboratory(const laboratory::Laboratory& laboratory) {
  const auto work = write();
  if (!work->laboratories().save(laboratory) || !work->commit()) std::abort();
}

laboratory::Person TestRegistry::add_referring_person(const std::string& username,
                                                      const std::string& name,
                                                      const std::string& laboratory,
                                                      laboratory::Reach reach) {
  add_laboratory({"UNN", "Universitetssykehuset Nord-Norge", "nord"});
  add_laboratory({"OUS", "Oslo universitetssykehus", "sor-ost"});
  return add({.username = username,
              .name = name,
              .roles = {laboratory::Role::referring},
              .laboratory = laboratory,
              .reach = reach});
}

Path TestRegistry::write_file(const std::string& name, std::string_view content) {
  const auto path = directory_ / name;
  if (!write_file_atomic(path, content)) std::abort();
  return path;
}

}  // namespace kres::testing
