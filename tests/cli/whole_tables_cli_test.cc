// Whole public tables through kres interpret: nothing is lost, counted apart from the program.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <sstream>

#include "tests/cli/cli_fixture.h"

namespace kres::testing {
namespace {

using Cells = std::vector<std::string>;

Cells cells_of(const std::string& line, char separator) {
  Cells cells(1);
  for (const char c : line)
    if (c == separator)
      cells.emplace_back();
    else if (c != '\r')
      cells.back() += c;
  return cells;
}

std::vector<Cells> rows_of(const std::string& text, char separator) {
  std::vector<Cells> rows;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) rows.push_back(cells_of(line, separator));
  return rows;
}

std::string content(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class WholeTable : public Cli {
 protected:
  // Files of the folder "shared" beside the repository; empty if it is absent.
  static std::filesystem::path shared(const std::string& name) {
    std::vector<std::filesystem::path> places = {
        std::filesystem::path(KRES_SOURCE_DIR) / "../shared",
        std::filesystem::path(KRES_SOURCE_DIR) / "../../shared"};
    if (const char* named = std::getenv("KRES_SHARED")) places.emplace_back(named);
    for (const auto& place : places)
      if (std::filesystem::exists(place / name)) return place / name;
    return {};
  }

  void interpret(const std::filesystem::path& table) {
    run_ = kres({"interpret", table.string(), "--output", (directory_ / "out.tsv").string(),
                 "--refused", (directory_ / "refused.tsv").string()});
    interpreted_ = rows_of(content(directory_ / "out.tsv"), '\t');
    refused_ = rows_of(content(directory_ / "refused.tsv"), '\t');
  }

  static std::size_t place(const Cells& header, const std::string& column) {
    return static_cast<std::size_t>(
        std::distance(header.begin(), std::find(header.begin(), header.end(), column)));
  }

  // How many values of each line came out, interpreted or refused.
  std::map<int, int> values_by_line() const {
    std::map<int, int> counts;
    const auto line = place(interpreted_.at(0), "line");
    for (std::size_t i = 1; i < interpreted_.size(); ++i)
      ++counts[std::stoi(interpreted_[i].at(line))];
    for (std::size_t i = 1; i < refused_.size(); ++i) ++counts[std::stoi(refused_[i].at(0))];
    return counts;
  }

  std::map<std::string, int> categories() const {
    std::map<std::string, int> counts;
    const auto category = place(interpreted_.at(0), "category");
    for (std::size_t i = 1; i < interpreted_.size(); ++i) ++counts[interpreted_[i].at(category)];
    return counts;
  }

  ProgramRun run_;
  std::vector<Cells> interpreted_, refused_;
};

TEST_F(WholeTable, EveryZoneOfTheSampleOfWhonetComesOutOnce) {
  const auto file = shared("reference/whonet/SampleInputFile.txt");
  if (file.empty()) GTEST_SKIP() << "shared/reference/whonet is absent";
  interpret(file);
  EXPECT_EQ(run_.exit_code, 1) << run_.err;
  const auto rows = rows_of(content(file), '|');
  ASSERT_EQ(rows.size(), 623U);
  std::map<int, int> counted;
  std::size_t total = 0;
  const auto first = place(rows[0], "ESBL") + 1;  // results stand after the last field
  for (std::size_t r = 1; r < rows.size(); ++r)
    for (std::size_t c = first; c < rows[r].size(); ++c)
      if (!rows[r][c].empty()) {
        ++counted[static_cast<int>(r) + 1];
        ++total;
      }
  EXPECT_EQ(values_by_line(), counted);
  EXPECT_EQ(interpreted_.size() + refused_.size() - 2, total);
  EXPECT_NE(run_.err.find("read " + std::to_string(total) + " = "), std::string::npos) << run_.err;
  for (std::size_t i = 1; i < refused_.size(); ++i)
    EXPECT_FALSE(refused_[i].at(1).empty() || refused_[i].at(2).empty() ||
                 refused_[i].at(3).empty())
        << "a refusal without column, value or reason";
}

TEST_F(WholeTable, NoZoneOfAnotherDiskGetsACategoryFromEucast) {
  const auto file = shared("reference/whonet/SampleInputFile.txt");
  if (file.empty()) GTEST_SKIP() << "shared/reference/whonet is absent";
  interpret(file);
  const auto& header = interpreted_.at(0);
  const std::set<std::string> other_load = {"cefotaxime", "ceftazidime", "piperacillin",
                                            "nitrofurantoin", "ampicillin"};
  std::map<std::string, int> seen;
  for (std::size_t i = 1; i < interpreted_.size(); ++i) {
    const auto& row = interpreted_[i];
    const auto agent = row.at(place(header, "agent"));
    const bool is_r_by_nature = row.at(place(header, "reason")) == "expected_resistance" ||
                                row.at(place(header, "reason")) == "dash";
    if (row.at(place(header, "organism")) != "Escherichia coli" || is_r_by_nature) continue;
    if (!other_load.contains(agent)) continue;
    ++seen[agent];
    // CTX 30 ug, CAZ 30, PIP 100, NIT 300 are CLSI's; EUCAST has 5, 10, 30, 100. AMP 10 is both's.
    EXPECT_EQ(row.at(place(header, "category")).empty(), agent != "ampicillin") << agent;
  }
  EXPECT_EQ(seen.size(), 5U);
}

TEST_F(WholeTable, EveryMicOfTheBloodIsolatesComesOutOnce) {
  const auto file = shared("cases/susceptibility/ecoli_blood_mics.tsv.gz");
  if (file.empty()) GTEST_SKIP() << "shared/cases/susceptibility is absent";
  interpret(file);
  const auto plain = run_program({"/bin/zcat", file.string()}, directory_);
  const auto rows = rows_of(plain.out, '\t');
  ASSERT_EQ(rows.size(), 9163U);
  std::map<int, int> counted;
  for (std::size_t r = 1; r < rows.size(); ++r) counted[static_cast<int>(r) + 1] = 1;
  EXPECT_EQ(values_by_line(), counted);
  // Cefazolin: S 0.001, R > 4. "<=4" is I, since the wild type is never S; "<=8" is undecided.
  const auto& header = interpreted_.at(0);
  for (std::size_t i = 1; i < interpreted_.size(); ++i) {
    const auto& row = interpreted_[i];
    if (row.at(place(header, "agent")) != "cefazolin") continue;
    if (row.at(place(header, "sign")) != "<=") continue;
    const auto value = row.at(place(header, "value"));
    EXPECT_EQ(row.at(place(header, "category")), std::stod(value) > 4 ? "" : "I") << value;
  }
}

TEST_F(WholeTable, MeropenemOfEuscapeHasTheCategoriesOfItsNumbers) {
  const auto file = shared("cases/susceptibility/euscape_meropenem_phenotype.tsv.gz");
  if (file.empty()) GTEST_SKIP() << "shared/cases/susceptibility is absent";
  interpret(file);
  EXPECT_EQ(run_.exit_code, 0) << run_.err;
  const auto plain = run_program({"/bin/zcat", file.string()}, directory_);
  std::map<std::string, int> expected;  // S <= 2, R > 8
  const auto rows = rows_of(plain.out, '\t');
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const auto& mic = rows[r].at(3);
    const double value = std::stod(mic.substr(mic.find_first_of("0123456789")));
    ++expected[mic[0] == '>' || value > 8 ? "R" : value > 2 ? "I" : "S"];
  }
  EXPECT_EQ(categories(), expected);
}

}  // namespace
}  // namespace kres::testing
