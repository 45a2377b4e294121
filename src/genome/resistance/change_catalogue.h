// The catalogue of known changes in target proteins that comes with a release, and whether an
// aligned protein shows one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "genome/protein/translated_align.h"

namespace kres::genome {

struct CataloguedChange {
  std::string scope;      // group of organisms: "Klebsiella_pneumoniae"
  std::string accession;  // of the reference protein
  std::string gene;
  std::string symbol;          // as the release writes it: "mgrB_Q30Ter"
  std::string text;            // its change alone: "Q30Ter"; some count from another start
  std::uint32_t position = 0;  // on the reference protein, 1-based, of the first residue
  std::string reference;       // residues: "Q"
  std::string observed;        // residues in their place, '*' a stop, empty if they are gone
  bool frame_lost = false;     // the reading leaves its frame here, with `observed` first
  std::string drug_class;
  std::vector<std::string> agents;

  bool is_loss() const { return frame_lost || observed.find('*') != std::string::npos; }
};

// A protein of which any disruption matters (cut-off 0), or that confers resistance below an
// identity.
struct SusceptibleProtein {
  std::string scope, gene, accession;
  double cutoff = 0;  // per cent
  std::string drug_class;
  std::vector<std::string> agents;
};

// mutations.tsv and susceptible.tsv of a set (docs/formats/reference.md).
Result<std::vector<CataloguedChange>> parse_catalogue(std::string_view text,
                                                      const std::string& name);
Result<std::vector<SusceptibleProtein>> parse_susceptible(std::string_view text,
                                                          const std::string& name);

// "S83L", "D135DGD", "R14del", "ALNQLV129del", "Q30Ter", "Y253CfsTer5ins7". Fails with nothing said
// if the text is no such change or does not stand at `position`.
bool read_change(std::string_view text, CataloguedChange& change);

// Whether the alignment shows the change. Around an insertion or a deletion the residues as they
// are read are compared, so that equal changes written at other places are recognised.
bool shows(const TranslatedAlignment& aligned, std::string_view reference,
           const CataloguedChange& change);

// Every difference in the columns, in order: "S83L", "R14del", "D135_T136insGD".
std::vector<std::string> changes_of(const TranslatedAlignment& aligned);

}  // namespace kres::genome
