// The signing key and the remembered head of the audit trail.
#include <sys/stat.h>

#include <gtest/gtest.h>

#include "storage/trust/audit_head_file.h"
#include "storage/trust/key_file_signer.h"
#include "storage/trust/key_file_vault.h"

namespace kres::storage {
namespace {

class Trust : public testing::Test {
 protected:
  void SetUp() override {
    directory_ = Path(testing::TempDir()) / ("trust_" + std::to_string(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }
  Result<KeyFileSigner> key(KeyFileSigner::Missing missing = KeyFileSigner::Missing::create) {
    return KeyFileSigner::open(directory_ / "keys", missing);
  }

  Path directory_;
};

TEST_F(Trust, ASignatureFitsOnlyItsBytesAndItsKey) {
  const auto signer = *key();
  const auto signature = *signer.sign("answer");
  EXPECT_TRUE(verify_signature("answer", signature, signer.public_key()));
  EXPECT_FALSE(verify_signature("answer.", signature, signer.public_key()));
  EXPECT_FALSE(verify_signature("answer", signature, std::string(64, '0')));
  EXPECT_FALSE(verify_signature("answer", "zz", signer.public_key()));
}

// RFC 8032, test 1: the empty message.
TEST_F(Trust, SignaturesAreThoseOfTheStandard) {
  ASSERT_TRUE(key());
  const auto file = directory_ / "keys" / "signing.key";
  ASSERT_TRUE(write_file_atomic(
      file, "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\n"));
  ::chmod(file.c_str(), 0600);
  const auto signer = *key();
  EXPECT_EQ(signer.public_key(),
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  EXPECT_EQ(*signer.sign(""),
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e"
            "39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
}

TEST_F(Trust, TheKeyIsKeptAndReadByItsOwnerOnly) {
  EXPECT_EQ(key(KeyFileSigner::Missing::fail).error().code, ErrorCode::not_found);
  const auto first = key()->public_key();
  EXPECT_EQ(key()->public_key(), first);
  const auto file = directory_ / "keys" / "signing.key";
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  ::chmod(file.c_str(), 0644);
  EXPECT_FALSE(key());
}

TEST_F(Trust, TheRememberedHeadOnlyMovesForward) {
  AuditHeadFile file(directory_ / "audit.head");
  EXPECT_EQ(file.remembered()->sequence, 0);
  ASSERT_TRUE(file.remember({2, std::string(64, 'b')}));
  ASSERT_TRUE(file.remember({1, std::string(64, 'a')}));
  EXPECT_EQ(*file.remembered(), (laboratory::AuditHead{2, std::string(64, 'b')}));
  ASSERT_TRUE(write_file_atomic(directory_ / "audit.head", "junk"));
  EXPECT_EQ(file.remembered().error().code, ErrorCode::corrupt);
}

// A synthetic number (month + 80), of no person.
laboratory::NationalIdentityNumber synthetic_number(int from = 10'000) {
  for (int tail = from; tail < 100'000; ++tail)
    if (const auto number =
            laboratory::NationalIdentityNumber::parse("018190" + std::to_string(tail)))
      return *number;
  std::abort();
}

TEST_F(Trust, ASealedNumberOpensWithItsKeyAndItsLaboratoryOnly) {
  const auto number = synthetic_number();
  const auto vault = KeyFileVault::open(directory_).value();
  const auto sealed = vault.seal(number, "UNN").value();
  laboratory::KnownPatient patient{.laboratory = "UNN",
                                   .lookup = vault.lookup(number),
                                   .key = sealed.key,
                                   .sealed = sealed.sealed};
  EXPECT_EQ(vault.open(patient).value(), number.digits());
  EXPECT_NE(vault.seal(number, "UNN").value().sealed, sealed.sealed) << "never twice the same";
  EXPECT_EQ(vault.lookup(number), KeyFileVault::open(directory_).value().lookup(number));
  patient.laboratory = "OUS";
  EXPECT_EQ(vault.open(patient).error().code, ErrorCode::corrupt);
}

TEST_F(Trust, TwoNumbersOfOneLaboratoryDoNotOpenInEachOthersPlace) {
  const auto vault = KeyFileVault::open(directory_).value();
  const auto number = synthetic_number(), other = synthetic_number(50'000);
  ASSERT_NE(number.digits(), other.digits());
  const auto sealed = vault.seal(other, "UNN").value();
  const auto opened = vault.open({.id = {7},
                                  .laboratory = "UNN",
                                  .lookup = vault.lookup(number),
                                  .key = sealed.key,
                                  .sealed = sealed.sealed});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::corrupt);
  EXPECT_NE(opened.error().text().find("patient 7"), std::string::npos);
  EXPECT_EQ(opened.error().text().find(other.digits()), std::string::npos);
}

TEST_F(Trust, AnAddedKeySealsAnewAndTheOlderStillOpens) {
  const auto number = synthetic_number();
  const auto before = KeyFileVault::open(directory_).value().seal(number, "UNN").value();
  const auto file = directory_ / "identity.key";
  ASSERT_TRUE(
      write_file_atomic(file, read_file(file).value() + "key-2 " + std::string(64, 'a') + "\n"));
  ASSERT_EQ(::chmod(file.c_str(), 0600), 0);
  const auto vault = KeyFileVault::open(directory_).value();
  EXPECT_EQ(vault.seal(number, "UNN").value().key, "key-2");
  EXPECT_EQ(vault
                .open({.laboratory = "UNN",
                       .lookup = vault.lookup(number),
                       .key = before.key,
                       .sealed = before.sealed})
                .value(),
            number.digits());
}

TEST_F(Trust, KeysThatOthersCanReadOrThatAreDamagedAreRefused) {
  ASSERT_TRUE(KeyFileVault::open(directory_));
  const auto file = directory_ / "identity.key";
  ASSERT_EQ(::chmod(file.c_str(), 0640), 0);
  EXPECT_EQ(KeyFileVault::open(directory_).error().code, ErrorCode::environment);
  ASSERT_TRUE(write_file_atomic(file, "key-1 short\n"));
  ASSERT_EQ(::chmod(file.c_str(), 0600), 0);
  EXPECT_EQ(KeyFileVault::open(directory_).error().code, ErrorCode::corrupt);
}

}  // namespace
}  // namespace kres::storage
