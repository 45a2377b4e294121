// Organism names and the groups, families and genera that breakpoints and rules speak of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres {

struct Organism {
  std::string name;                 // "Klebsiella pneumoniae"
  std::string genus;                // "Klebsiella"
  std::string family;               // "Enterobacteriaceae"
  std::string group;                // breakpoint group "Enterobacterales"
  std::vector<std::string> within;  // further names ("Klebsiella pneumoniae complex")
  std::string ecoff_as;             // species whose ECOFFs are used, empty if none
  bool genus_only = false;          // the species itself is not in the table

  // True if scope names this organism: its species, genus, family, complex or group.
  bool is_within(std::string_view scope) const;
  // False for a bare genus ("Klebsiella", "Klebsiella sp.") and for a collective name
  // ("coagulase-negative staphylococci"): the organism may be any of their species.
  bool names_species() const;
};

class OrganismTable {
 public:
  // Reads data/organisms.tsv; `name` stands in errors.
  static Result<OrganismTable> parse(std::string_view text, std::string name);

  // By species ("Klebsiella pneumoniae", "K. pneumoniae" where that is unique, a subspecies, "...
  // complex"), else by genus with genus_only set, as for two species of one ("Klebsiella
  // pneumoniae/variicola"); nothing if the genus is unknown too, or if two are named ("Escherichia
  // coli / K. pneumoniae").
  std::optional<Organism> resolve(std::string_view text) const;
  // The species of its genus; of a collective name ("coagulase-negative staphylococci") those
  // within.
  std::vector<Organism> species_of(const Organism& organism) const;
  // Whether some organism of the table is within this species, complex, genus, family or group.
  bool knows(std::string_view scope) const;

 private:
  const Organism* find(std::string_view name) const;
  bool names_two_genera(const std::vector<std::string_view>& words) const;
  const Organism* find_abbreviated(char initial, std::string_view epithet) const;
  std::vector<Organism> rows_;
};

}  // namespace kres
