// What changed between two reference sets: small texts, and the two NCBI releases against plain
// comparison of their files.
#include "genome/reference/diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/folder_for_test.h"
#include "genome/reference/build.h"
#include "genome/reference/releases_for_test.h"

namespace kres::genome {
namespace {

TEST(Diff, AnotherNameOfASequenceIsARenamingAndAnotherAccessionIsNot) {
  const auto difference = diff_identities(
      "kind\tdigest\tnames\nprotein\taa\tNCBI|cphA4|W.1\nprotein\tbb\tNCBI|x|W.2\n"
      "protein\tcc\tNCBI|y|W.3\nnucleotide\tdd\tNCBI|z|N.1\n",
      "kind\tdigest\tnames\nprotein\taa\tNCBI|cphA-4|W.1\nprotein\tbb\tNCBI|x|W.9\n"
      "protein\tee\tNCBI|new|W.4\n",
      "protein");
  ASSERT_EQ(difference.changed.size(), 1u);
  EXPECT_EQ(difference.changed[0].before, "NCBI:cphA4");
  EXPECT_EQ(difference.changed[0].after, "NCBI:cphA-4");
  ASSERT_EQ(difference.removed.size(), 1u);
  EXPECT_EQ(difference.removed[0].item, "cc");
  ASSERT_EQ(difference.added.size(), 1u);
  EXPECT_EQ(difference.added[0].after, "NCBI:new");
}

TEST(Diff, RowsAreComparedByTheirKeyNotTheirPlace) {
  const auto difference = diff_tables("t", "# source\na\tb\tc\n1\tx\tR\n2\ty\tR\n3\tz\tR\n",
                                      "a\tb\tc\n3\tz\tR\n2\ty\tS\n4\tw\tR\n", 2);
  ASSERT_EQ(difference.changed.size(), 1u);
  EXPECT_EQ(difference.changed[0].item, "2\ty");
  EXPECT_EQ(difference.changed[0].after, "S");
  EXPECT_EQ(difference.added.size(), 1u);
  EXPECT_EQ(difference.removed.size(), 1u);
}

std::map<std::string, std::string> project_tables() {
  std::map<std::string, std::string> tables;
  const Path data = Path(KRES_SOURCE_DIR) / "data";
  for (const auto& item : std::filesystem::recursive_directory_iterator(data))
    if (item.path().extension() == ".tsv")
      tables[std::filesystem::relative(item.path(), data).string()] =
          read_file(item.path()).value();
  return tables;
}

// "taxgroup|accession|symbol" of each row; the symbol's column differs between the layouts.
std::set<std::string> mutations_in(const Path& file, std::size_t symbol) {
  std::set<std::string> rows;
  count_lines(file, [&](const std::string& line) {
    const auto cells = split(line, '\t');
    if (!line.starts_with('#'))
      rows.insert(
          join({std::string(cells[0]), std::string(cells[1]), std::string(cells[symbol])}, "|"));
    return false;
  });
  return rows;
}

TEST(Diff, TheTwoReleasesOfNcbiDifferAsTheirFilesDo) {
  const auto releases = shared_release("ncbi-amrfinderplus");
  BuildOptions options{.tables = project_tables()};
  if (!releases || !std::filesystem::exists(options.resfinder) ||
      !std::filesystem::exists(options.kleborate))
    GTEST_SKIP() << "shared/reference/ncbi-amrfinderplus or the packages of releases are absent";
  const FolderForTest folder;
  const Path& root = folder.path();
  std::vector<Path> sets;
  for (const char* release : {"2024-07-22.1", "2025-12-03.1"}) {
    options.ncbi = *releases / release;
    const auto built = build_reference_set(options, root / release, [](std::string_view) {});
    ASSERT_TRUE(built) << built.error().text();
    sets.push_back(built->directory);
  }
  const auto diff = diff_reference_sets(sets[0], sets[1]);
  ASSERT_TRUE(diff) << diff.error().text();
  ASSERT_EQ(diff->sources.size(), 1u);
  EXPECT_EQ(diff->sources[0].before, "2024-07-22.1");
  EXPECT_EQ(diff->sources[0].after, "2025-12-03.1");
  const auto part = [&](const std::string& name) {
    for (const auto& found : diff->parts)
      if (found.name == name) return found;
    return ReferenceDifference{};
  };
  const auto old_rows = mutations_in(*releases / "2024-07-22.1/AMRProt-mutation.tab", 3);
  const auto new_rows = mutations_in(*releases / "2025-12-03.1/AMRProt-mutation.tsv", 4);
  std::size_t added = 0, removed = 0;
  for (const auto& row : new_rows) added += 1 - old_rows.count(row);
  for (const auto& row : old_rows) removed += 1 - new_rows.count(row);
  EXPECT_EQ(part("ncbi/mutations.tsv").added.size(), added);
  EXPECT_EQ(part("ncbi/mutations.tsv").removed.size(), removed);
  // grep: WP_063865209.1 is cphA4 in the older release and cphA-4 in the newer one.
  const auto proteins = part("proteins");
  EXPECT_TRUE(std::any_of(proteins.changed.begin(), proteins.changed.end(),
                          [](const ReferenceChange& change) {
                            return change.before.find("NCBI:cphA4") != std::string::npos &&
                                   change.after.find("NCBI:cphA-4") != std::string::npos;
                          }));
  EXPECT_FALSE(proteins.added.empty());
  EXPECT_TRUE(diff_reference_sets(sets[0], sets[0])->parts.empty());
}

}  // namespace
}  // namespace kres::genome
