// What the bank prints: labels of vials and lists of shelves.
#include <fmt/format.h>

#include "base/text.h"
#include "report/lists/list_pdf.h"
#include "server/api/call_language.h"
#include "server/api/print_response.h"
#include "server/http/query.h"
#include "workflow/bank/places.h"
#include "workflow/bank/strains.h"

namespace kres::api {

namespace {

using laboratory::ShownVial;
using report::lists::ListDocument;

const BilingualText kPageOf{"Side {page} av {pages}", "Page {page} of {pages}"};
const BilingualText kShelfList{"Hylleliste", "Shelf list"};
const BilingualText kVialsOn{"{} rør i {} bokser, {}", "{} vials in {} boxes, {}"};
const BilingualText kEmptyBox{"Ingen rør.", "No vials."};
const BilingualText kColumns[] = {{"Plass", "Position"}, {"Rør", "Vial"}, {"Isolat", "Isolate"},
                                  {"Art", "Species"},    {"ST", "ST"},    {"Tint", "Thaws"},
                                  {"Sett", "Seen"}};
constexpr double kShares[] = {1, 2.6, 2.4, 3, 0.9, 0.8, 0.8};

// Labels of the vials that stand in the bank; those of one lot if `lot` is not 0.
Result<std::vector<report::labels::Label>> labels_of(laboratory::UnitOfWork& work,
                                                     const laboratory::Strain& strain, int lot) {
  KRES_ASSIGN(const auto isolate, work.isolates().find(strain.isolate));
  KRES_ASSIGN(const auto lots, work.strains().lots_of(strain.id));
  KRES_ASSIGN(const auto vials, work.vials().of_strain(strain.id));
  std::vector<report::labels::Label> labels;
  for (const auto& of : lots)
    for (const auto& vial : vials)
      if (vial.lot == of.id && vial.is_stored() && (lot == 0 || of.number == lot))
        labels.push_back({vial.code,
                          {isolate->summary.species, isolate->accession,
                           fmt::format("P{} {}", of.passage, of.made.iso())}});
  return labels;
}

Result<http::Response> print_labels(Services& services, const Call& call) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto strain, workflow::strain_numbered(*work, call.path["number"]));
  KRES_ASSIGN(const auto labels,
              labels_of(*work, strain, http::integer_parameter(call.request.target, "lot", 0)));
  return label_response(services, call, "cryo_33", strain.number, labels);
}

std::vector<std::string> cells_of(const ShownVial& shown, const laboratory::StoragePlace& box) {
  return {position_name(box.box, shown.vial.spot->position),
          shown.vial.code,
          shown.accession,
          shown.species,
          shown.st,
          std::to_string(shown.vial.thaws),
          "☐"};
}

Result<ListDocument> shelf_list(Services& services, laboratory::StoragePlaceId place,
                                Language language) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto tree, workflow::place_tree(*work));
  KRES_TRY(workflow::place_numbered(tree, place));
  ListDocument document{.metadata = print_metadata(
                            services, kShelfList.in(language) + ": " + tree.path(place), language),
                        .subtitle = {},
                        .page_of = kPageOf.in(language),
                        .columns = {},
                        .sections = {}};
  for (std::size_t i = 0; i < std::size(kColumns); ++i)
    document.columns.push_back({kColumns[i].in(language), kShares[i]});
  std::size_t vials = 0;
  for (const auto& box : tree.boxes_within(place)) {
    KRES_ASSIGN(const auto shown, work->vials().in_box(box.id));
    report::lists::ListSection section{.title = tree.path(box.id), .note = {}, .rows = {}};
    if (shown.empty()) section.note = kEmptyBox.in(language);
    for (const auto& vial : shown) section.rows.push_back(cells_of(vial, box));
    vials += shown.size();
    document.sections.push_back(std::move(section));
  }
  document.subtitle = fmt::format(fmt::runtime(kVialsOn.in(language)), vials,
                                  document.sections.size(), services.clock().today().iso());
  return document;
}

Result<http::Response> print_shelf_list(Services& services, const Call& call) {
  const laboratory::StoragePlaceId place{parse_int(call.path["id"]).value_or(0)};
  KRES_ASSIGN(const auto document, shelf_list(services, place, language_of(call)));
  KRES_ASSIGN(auto pdf, report::lists::list_pdf(document));
  return pdf_response(std::move(pdf), fmt::format("shelf-list-{}", place.value));
}

}  // namespace

std::vector<Endpoint> bank_print_endpoints() {
  const http::QueryParameter language{"lang", "string", "Language of the print", {"nb", "en"}};
  return {{.route = {.method = http::Method::get,
                     .pattern = "/api/v1/bank/strains/{number}/labels",
                     .id = "print_vial_labels",
                     .tag = "bank",
                     .summary = "Labels of a strain's vials on a sheet, to print at full size.",
                     .response_type = "application/pdf",
                     .query = {sheet_parameter(),
                               {"lot", "integer", "Only this lot", {}, 1, 10000},
                               first_parameter(),
                               language}},
           .access = readers(),
           .handler = print_labels},
          {.route = {.method = http::Method::get,
                     .pattern = "/api/v1/bank/places/{id}/shelf-list",
                     .id = "print_shelf_list",
                     .tag = "bank",
                     .summary = "Every vial within a place, box by box, to print and tick off.",
                     .response_type = "application/pdf",
                     .query = {language}},
           .access = readers(),
           .handler = print_shelf_list}};
}

}  // namespace kres::api
