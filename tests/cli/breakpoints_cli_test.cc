// kres breakpoints: import, diff, adoption; what is refused leaves everything as it was.
#include <filesystem>

#include "base/files.h"
#include "tests/cli/cli_fixture.h"

namespace kres::testing {
namespace {

class Breakpoints : public Cli {
 protected:
  static constexpr const char* kHead =
      "# version: Local v1\n# valid_from: 2026-03-01\n"
      "row\tkind\tgroup\tspecies\texcept\tagent\troute\tindication\tmic_s\tmic_r\tmic_atu\tdisk_"
      "ug\t"
      "zone_s\tzone_r\tzone_atu\tbracketed\tdefault\tmethod\tnote_nb\tnote_en\n";
  static constexpr const char* kRow =
      "ENT-MEM-"
      "1\tbreakpoint\tEnterobacterales\t\t\tmeropenem\t\t\t1\t1\t\t10\t25\t25\t\t\t\t\t\t\n";

  std::string versions() const { return (directory_ / "versions").string(); }
  std::vector<std::string> stored() const {
    std::vector<std::string> names;
    if (!std::filesystem::exists(versions())) return names;
    for (const auto& entry : std::filesystem::directory_iterator(versions()))
      names.push_back(entry.path().filename());
    return names;
  }
  auto import(const std::string& text, const std::string& version = "Local v1") {
    return kres({"breakpoints", "import", file("table.tsv", text), "--version", version, "--to",
                 versions()});
  }
  std::string meropenem(const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {
        "interpret", file("ast.tsv", std::string(kSheetHead) + "A\tE. coli\tMEM\tbmd\t=\t2\t\t\n"),
        "--json", "--breakpoints-dir", versions()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto run = kres(arguments);
    const auto at = run.out.find("\"category\":");
    return at == std::string::npos ? run.err : run.out.substr(at + 11, 3);
  }
};

TEST_F(Breakpoints, AnImportedVersionTakesForceOnlyByASignedAdoption) {
  const auto imported = import(std::string(kHead) + kRow);
  ASSERT_EQ(imported.exit_code, 0) << imported.err;
  EXPECT_NE(imported.out.find("not in force"), std::string::npos) << imported.out;
  EXPECT_EQ(meropenem(), "\"S\"") << "EUCAST v16.0 holds";
  EXPECT_EQ(meropenem({"--breakpoints", "Local v1"}), "\"R\"") << "by name it can be asked";
  const std::vector<std::string> adopt = {
      "breakpoints", "adopt", "Local v1", "--from", "2026-03-01", "--breakpoints-dir", versions()};
  EXPECT_EQ(kres(adopt).exit_code, 2) << "nobody signs";
  auto signed_by = adopt;
  signed_by.insert(signed_by.end(), {"--by", "Kari Nordmann"});
  EXPECT_EQ(kres(signed_by).exit_code, 0);
  EXPECT_EQ(meropenem(), "\"R\"");
  const auto list = kres({"breakpoints", "list", "--breakpoints-dir", versions()});
  EXPECT_NE(list.out.find("from 2026-03-01 by Kari Nordmann (in force)"), std::string::npos)
      << list.out;
  EXPECT_NE(list.out.find("EUCAST v15.0\t2025-01-01"), std::string::npos);
}

TEST_F(Breakpoints, AVersionOfTheFutureIsNotInForceYet) {
  ASSERT_EQ(import(std::string(kHead) + kRow).exit_code, 0);
  EXPECT_EQ(kres({"breakpoints", "adopt", "Local v1", "--from", "2999-01-01", "--by", "K", "--to",
                  versions()})
                .exit_code,
            0);
  EXPECT_EQ(meropenem(), "\"S\"");
}

TEST_F(Breakpoints, AChangedTableIsRefusedAfterItsAdoption) {
  ASSERT_EQ(import(std::string(kHead) + kRow).exit_code, 0);
  ASSERT_EQ(kres({"breakpoints", "adopt", "Local v1", "--from", "2026-03-01", "--by", "K", "--to",
                  versions()})
                .exit_code,
            0);
  const Path table = Path(versions()) / "local_v1.tsv";
  auto text = read_file(table).value();
  text.replace(text.find("\t1\t1\t"), 5, "\t8\t8\t");
  ASSERT_TRUE(write_file_atomic(table, text));
  EXPECT_NE(meropenem().find("not the table that was adopted"), std::string::npos);
}

TEST_F(Breakpoints, WhatIsNotUnderstoodIsRefusedWithItsLineAndNothingIsWritten) {
  const std::string good = std::string(kHead) + kRow;
  const std::string shifted =
      good + "X\tbreakpoint\tEnterobacterales\t\t\t\timipenem\t\t1\t1\t\t10\t25\t25\t\t\t\t\t\t\n";
  const std::string swapped =
      good + "X\tbreakpoint\tEnterobacterales\t\t\timipenem\t\t\t8\t2\t\t10\t25\t25\t\t\t\t\t\t\n";
  const std::string unknown =
      good +
      "X\tbreakpoint\tEnterobacterales\t\t\tgoodomycin\t\t\t1\t1\t\t10\t25\t25\t\t\t\t\t\t\n";
  const std::string scope =
      good +
      "X\tbreakpoint\tEnterobacterales\tFelis catus\t\timipenem\t\t\t1\t1\t\t\t\t\t\t\t\t\t\t\n";
  for (const auto& text : {shifted, swapped, unknown, scope}) {
    const auto run = import(text);
    EXPECT_EQ(run.exit_code, 2) << run.out;
    EXPECT_NE(run.err.find("table.tsv:5"), std::string::npos) << run.err;
  }
  for (const auto& text : {good.substr(0, good.size() - 12), std::string(), std::string(kHead),
                           std::string("\x00\x01PK\xff", 5), std::string("PK\x03\x04junk")})
    EXPECT_EQ(import(text).exit_code, 2) << text.size();
  EXPECT_EQ(import(good, "Local v2").exit_code, 2) << "another version than the file says";
  EXPECT_EQ(import(good, "EUCAST v16.0").exit_code, 2);
  EXPECT_TRUE(stored().empty()) << stored().front();
  EXPECT_EQ(meropenem(), "\"S\"");
}

TEST_F(Breakpoints, AVersionIsNeverWrittenOver) {
  ASSERT_EQ(import(std::string(kHead) + kRow).exit_code, 0);
  const auto before = read_file(Path(versions()) / "local_v1.tsv").value();
  EXPECT_NE(import(std::string(kHead) + kRow).exit_code, 0);
  EXPECT_EQ(read_file(Path(versions()) / "local_v1.tsv").value(), before);
}

TEST_F(Breakpoints, TheDiffNamesEachRowThatChanges) {
  const auto run = kres({"breakpoints", "diff", "eucast-15.0", "eucast-16.0"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_NE(
      run.out.find("~ trimethoprim-sulfamethoxazole | Staphylococcus spp. | MIC S <= 2, R > 4"),
      std::string::npos);
  EXPECT_NE(run.out.find("0 added, 0 removed, "), std::string::npos);
  EXPECT_EQ(kres({"breakpoints", "diff", "eucast-15.0", "eucast-1"}).exit_code, 2);
}

TEST_F(Breakpoints, AnAdoptionInARegistryIsAnAuditEvent) {
  const auto registry = (directory_ / "registry").string();
  ASSERT_EQ(kres({"init", registry}).exit_code, 0);
  EXPECT_EQ(kres({"breakpoints", "adopt", "eucast-16.0", "--from", "2026-01-01", "--by", "K",
                  "--registry", registry})
                .exit_code,
            0);
  const auto verified = kres({"audit", "verify", "--registry", registry});
  EXPECT_EQ(verified.exit_code, 0) << verified.err;
  const auto list = kres({"breakpoints", "list", "--registry", registry});
  EXPECT_NE(list.out.find("by K (in force)"), std::string::npos) << list.out;
  EXPECT_NE(kres({"breakpoints", "adopt", "eucast-16.0", "--from", "2026-01-01", "--by", "K",
                  "--registry", (directory_ / "none").string()})
                .exit_code,
            0)
      << "no registry, no adoption";
}

TEST_F(Breakpoints, EveryCommandHelpsWithAnExample) {
  for (const auto* name : {"list", "diff", "import", "adopt"})
    EXPECT_NE(kres({"breakpoints", name, "--help"}).out.find("Example: kres breakpoints"),
              std::string::npos)
        << name;
}

}  // namespace
}  // namespace kres::testing
