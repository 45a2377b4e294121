// Catalogued changes: how they are read, and whether an alignment shows them.
#include <gtest/gtest.h>

#include "genome/resistance/change_catalogue.h"
#include "genome/resistance/protein_function.h"
#include "genome/resistance/taxgroups.h"

namespace kres::genome {
namespace {

//                                    1234567890123456789012345678901234567890
constexpr std::string_view kProtein = "MSTNPKPQRKTKRNTNRRPQDVKFPGGGQIVGGVYLLPRR";

// An alignment over the whole protein, from its columns.
TranslatedAlignment aligned(const std::string& reference, const std::string& observed) {
  TranslatedAlignment made{.protein_length = static_cast<std::uint32_t>(kProtein.size()),
                           .protein_end = static_cast<std::uint32_t>(kProtein.size()),
                           .reference = reference,
                           .observed = observed,
                           .starts = true,
                           .stop_follows = true,
                           .read_stops = true};
  for (std::size_t i = 0; i < reference.size(); ++i) {
    made.inserted += reference[i] == '-';
    made.deleted += observed[i] == '-';
    made.matches += reference[i] == observed[i];
    made.mismatches += reference[i] != '-' && observed[i] != '-' && reference[i] != observed[i];
    if (observed[i] != '-') made.read_through += observed[i];
  }
  made.read_through = made.read_through.substr(0, made.read_through.find('*'));
  return made;
}

CataloguedChange change(std::string_view text) {
  CataloguedChange made;
  EXPECT_TRUE(read_change(text, made)) << text;
  return made;
}

bool shown(const TranslatedAlignment& alignment, std::string_view text) {
  return shows(alignment, kProtein, change(text));
}

TEST(ReadChange, TellsPositionAndResidues) {
  const auto plain = change("S83L");
  EXPECT_EQ(plain.position, 83u);
  EXPECT_EQ(plain.reference, "S");
  EXPECT_EQ(plain.observed, "L");
  EXPECT_FALSE(plain.is_loss());
  EXPECT_EQ(change("D135DGD").observed, "DGD");
  EXPECT_EQ(change("ALNQLV129del").reference, "ALNQLV");
  EXPECT_EQ(change("ALNQLV129del").observed, "");
  EXPECT_TRUE(change("Q30Ter").is_loss());
  EXPECT_EQ(change("Q30Ter").observed, "*");
  EXPECT_TRUE(change("Y253CfsTer5ins7").frame_lost);
  EXPECT_EQ(change("Y253CfsTer5ins7").observed, "C");
  EXPECT_EQ(change("T126Ter").observed, "*");  // not threonine, then E and R
}

TEST(ReadChange, RefusesWhatIsNoChange) {
  CataloguedChange made;
  for (const char* text :
       {"", "83L", "S83", "S0L", "S83l", "S-14G", "S99999999999L", "S83Lx", "S83TerX", "SL"})
    EXPECT_FALSE(read_change(text, made)) << text;
}

TEST(Shows, ASubstitutionOnlyWhereItStands) {
  std::string observed(kProtein);
  observed[9] = 'R';  // K10R
  const auto alignment = aligned(std::string(kProtein), observed);
  EXPECT_TRUE(shown(alignment, "K10R"));
  EXPECT_FALSE(shown(alignment, "K10N"));
  EXPECT_FALSE(shown(alignment, "K12R"));
  EXPECT_FALSE(shown(alignment, "T11R"));
  EXPECT_FALSE(shown(alignment, "S10R"));  // another reference protein is meant
  EXPECT_EQ(changes_of(alignment), std::vector<std::string>{"K10R"});
}

TEST(Shows, AStop) {
  std::string observed(kProtein);
  observed[19] = '*';
  const auto alignment = aligned(std::string(kProtein), observed);
  EXPECT_TRUE(shown(alignment, "Q20Ter"));
  EXPECT_FALSE(shown(alignment, "Q20L"));
  EXPECT_EQ(loss_of(alignment, kProtein), "Q20*");
}

TEST(Shows, ADeletionWhereverTheAlignmentPutsIt) {
  // One of the three G of 26-28 is gone: three equal descriptions.
  for (const std::size_t gap : {25, 26, 27}) {
    std::string observed(kProtein);
    observed[gap] = '-';
    const auto alignment = aligned(std::string(kProtein), observed);
    for (const char* text : {"G26del", "G27del", "G28del"})
      EXPECT_TRUE(shown(alignment, text)) << gap << text;
    EXPECT_FALSE(shown(alignment, "Q29del"));
    EXPECT_FALSE(shown(alignment, "GG26del"));
  }
  EXPECT_FALSE(shown(aligned(std::string(kProtein), std::string(kProtein)), "G26del"));
}

TEST(Shows, AnInsertionWhereverTheAlignmentPutsIt) {
  // GD inserted after D21: D21DGD; the same residues as an insertion of DG before D21.
  std::string reference(kProtein), late(kProtein), early(kProtein);
  late.insert(21, "GD");
  early.insert(20, "DG");
  std::string late_reference = reference, early_reference = reference;
  late_reference.insert(21, "--");
  early_reference.insert(20, "--");
  EXPECT_TRUE(shown(aligned(late_reference, late), "D21DGD"));
  EXPECT_TRUE(shown(aligned(early_reference, early), "D21DGD"));
  EXPECT_FALSE(shown(aligned(late_reference, late), "D21DTD"));
  EXPECT_FALSE(shown(aligned(late_reference, late), "D21DD"));
  EXPECT_EQ(changes_of(aligned(late_reference, late)), std::vector<std::string>{"D21_V22insGD"});
}

TEST(Shows, NothingInAPartThatIsNotThere) {
  auto alignment = aligned(std::string(kProtein.substr(15)), std::string(kProtein.substr(15)));
  alignment.protein_start = 15;
  EXPECT_FALSE(shown(alignment, "K10R"));
  EXPECT_FALSE(shown(alignment, "S2del"));
}

TEST(AssessTranslated, KeepsALateStopAndBreaksAnEarlyOne) {
  std::string observed(kProtein);
  observed[37] = '*';
  EXPECT_EQ(assess_translated(aligned(std::string(kProtein), observed), 90).state,
            FunctionState::intact);
  observed[10] = '*';
  const auto broken = assess_translated(aligned(std::string(kProtein), observed), 90);
  EXPECT_EQ(broken.state, FunctionState::broken);
  EXPECT_EQ(broken.reason, "internal_stop:11/40");
}

TEST(AssessTranslated, AStartThatIsGoneBreaksAndAnUnreadCodonLeavesOpen) {
  auto alignment = aligned(std::string(kProtein), std::string(kProtein));
  alignment.starts = false;
  EXPECT_EQ(assess_translated(alignment, 90).reason, "start_lost");
  alignment.unknown = 1;
  EXPECT_EQ(assess_translated(alignment, 90).state, FunctionState::not_assessable);
}

TEST(AssessTranslated, ARareStartCodonLeavesOpenWhatIsWholeOtherwise) {
  auto alignment = aligned(std::string(kProtein), std::string(kProtein));
  alignment.starts = false;
  alignment.rare_start = "CTG";
  auto finding = assess_translated(alignment, 90);
  EXPECT_EQ(finding.state, FunctionState::not_assessable);
  EXPECT_EQ(finding.reason, "rare_start:CTG");
  alignment.lost_frames = {{10, 1}};
  EXPECT_EQ(assess_translated(alignment, 90).reason, "frameshift:11");
}

TEST(AssessTranslated, ALostFrameBreaksUnlessItIsRestoredAtOnce) {
  auto alignment = aligned(std::string(kProtein), std::string(kProtein));
  alignment.lost_frames = {{10, 1}};
  EXPECT_EQ(assess_translated(alignment, 90).reason, "frameshift:11");
  alignment.lost_frames = {{10, 1}, {12, -1}};
  EXPECT_EQ(assess_translated(alignment, 90).state, FunctionState::intact);
}

TEST(LossOf, IsWrittenFromWhatIsRead) {
  auto alignment = aligned(std::string(kProtein), std::string(kProtein));
  alignment.lost_frames = {{20, 1}};
  alignment.read_through = std::string(kProtein.substr(0, 20)) + "LLWY";
  EXPECT_EQ(loss_of(alignment, kProtein), "D21Lfs*5");
  alignment.lost_frames.clear();
  alignment.insertions = {{20, 3000}};
  EXPECT_EQ(loss_of(alignment, kProtein), "Q20ins*5");
  alignment.insertions = {{20, 3001}};
  EXPECT_EQ(loss_of(alignment, kProtein), "D21Lfs*5");
}

TEST(Catalogue, CountsOnTheProteinAndNamesTheLineThatIsWrong) {
  const std::string header =
      "scope\taccession\tgene\tsymbol\tstandard_"
      "symbol\tposition\tchange\tclass\tsubclass\tagents\n";
  const auto row = [&](const char* change) {
    return header + "Enterococcus_faecalis\tWP_1.1\tparC\tparC_S80I\tparC_S80I\t82\t" + change +
           "\tQUINOLONE\tQUINOLONE\tciprofloxacin\n";
  };
  const auto good = parse_catalogue(row("S82I"), "m.tsv");
  ASSERT_TRUE(good);
  EXPECT_EQ(good->front().agents, std::vector<std::string>{"ciprofloxacin"});
  EXPECT_EQ(good->front().position, 82u);
  EXPECT_EQ(good->front().text, "S80I");
  for (const auto* change : {"S82", "S0I", "S82i"}) {
    const auto bad = parse_catalogue(row(change), "m.tsv");
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().line, 2u);
  }
}

TEST(Taxgroups, FirstMatchOfSpeciesOrComplexWins) {
  const auto taxgroups = Taxgroups::parse(
      "taxgroup\tspecies\tsource\nA\tKlebsiella oxytoca complex\tx\nB\tKlebsiella *\tx\n", "t.tsv");
  ASSERT_TRUE(taxgroups);
  EXPECT_EQ(taxgroups->group_of(
                {.name = "Klebsiella grimontii", .complex = "Klebsiella oxytoca complex"}),
            "A");
  EXPECT_EQ(taxgroups->group_of({.name = "Klebsiella pneumoniae"}), "B");
  EXPECT_EQ(taxgroups->group_of({.name = ""}), "");
}

}  // namespace
}  // namespace kres::genome
