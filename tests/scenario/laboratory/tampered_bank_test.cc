// What is changed, removed or added in the strain bank past the program is named; a bank that was
// only worked with is whole.
#include "tests/scenario/laboratory/tampered_tables.h"
#include "workflow/bank/panels.h"
#include "workflow/bank/places.h"
#include "workflow/bank/requests.h"
#include "workflow/bank/strains.h"
#include "workflow/bank/vials.h"

namespace kres::testing {
namespace {

using laboratory::CheckKind, laboratory::CheckResult, laboratory::MovementKind;
using laboratory::PlaceKind, laboratory::RequestState, laboratory::StoragePlaceId;

template <class Value>
void require(const Result<Value>& result) {
  ASSERT_TRUE(result) << result.error().text();
}

// One of everything the bank keeps, from a place that was moved to a panel that was opened.
class TamperedBank : public TamperedTables {
 protected:
  void SetUp() override {
    TamperedTables::SetUp();
    if (HasFatalFailure()) return;
    furnish();
    bank();
    work_with_vials();
    give_out();
    make_panels();
    const auto whole = lab_->verify();
    ASSERT_TRUE(whole) << whole.error().text();
  }

  workflow::BankDesk desk() {
    static const laboratory::BankRules rules{.reasons = {{.code = "used_up", .name = {}}},
                                             .thaw_limit = 3};
    return {lab_->services(), rules};
  }
  StoragePlaceId place(PlaceKind kind, const std::string& name, StoragePlaceId parent = {}) {
    laboratory::StoragePlace place{.parent = parent, .kind = kind, .name = name};
    if (kind == PlaceKind::box) place.box = {9, 9};
    const auto made = workflow::add_place(lab_->services(), place, "kari");
    EXPECT_TRUE(made) << made.error().text();
    return made ? made->id : StoragePlaceId{};
  }

  void furnish() {
    const auto site = place(PlaceKind::site, "Tromsø");
    const auto room = place(PlaceKind::room, "2.14", site);
    freezer_ = place(PlaceKind::freezer, "F1", site);
    box_ = place(PlaceKind::box, "B1", freezer_);
    require(workflow::move_place(lab_->services(), freezer_, room, "a new room", "kari"));
    require(workflow::move_place(lab_->services(), freezer_, site, "and back", "ola"));
    require(workflow::note_storage_event(lab_->services(),
                                         {.place = freezer_,
                                          .kind = laboratory::StorageEventKind::temperature_alarm,
                                          .celsius = -61.5,
                                          .minutes = 40},
                                         "ola"));
  }

  void bank() {
    const auto accession = lab_->read()->isolates().list({})->isolates.front().accession;
    const Date made{2026, 11, 19};
    const auto strain =
        workflow::bank_isolate(desk(), accession, {.comment = "kept"},
                               {.passage = 1,
                                .made = made,
                                .medium = "glycerol",
                                .vials = {{box_, "A1"}, {box_, "A2"}, {box_, "A3"}}},
                               "kari");
    require(strain);
    strain_ = strain->number;
    require(workflow::add_lot(desk(), strain_,
                              {.parent = 1,
                               .passage = 2,
                               .made = made,
                               .medium = "skimmed milk",
                               .vials = {{box_, "B1"}}},
                              "ola"));
    require(workflow::change_terms(desk(), strain_,
                                   {.distribution = laboratory::Distribution::open}, "ola"));
    require(workflow::enter_check(desk(), strain_, 1,
                                  {.kind = CheckKind::identity,
                                   .result = CheckResult::same,
                                   .checked = made,
                                   .mics = {{"meropenem", "=", 16}, {"colistin", "=", 0.5}}},
                                  "kari"));
    require(workflow::enter_check(
        desk(), strain_, 2,
        {.kind = CheckKind::viability, .result = CheckResult::viable, .checked = made}, "kari"));
  }

  void work_with_vials() {
    const auto vials =
        lab_->read()->vials().of_strain(lab_->read()->strains().find(strain_)->value().id);
    ASSERT_EQ(vials->size(), 4U);
    first_ = (*vials)[0].code;
    second_ = (*vials)[1].code;
    require(workflow::move_vial(desk(), first_, {.kind = MovementKind::thawed}, "kari"));
    require(workflow::move_vial(desk(), first_, {.to = {{box_, "C3"}}, .comment = "room"}, "ola"));
    require(workflow::move_vial(desk(), (*vials)[2].code,
                                {.kind = MovementKind::removed, .reason = "used_up"}, "ola"));
  }

  void give_out() {
    const auto agreement = workflow::add_agreement(desk(),
                                                   {.institution = "NIPH",
                                                    .reference = "MTA 2026/14",
                                                    .valid_from = {2026, 1, 1},
                                                    .valid_until = {2027, 1, 1}},
                                                   "kari");
    require(agreement);
    require(workflow::attach_agreement_document(desk(), agreement->id, "%PDF-1.7 signed", "ola"));
    const auto request = workflow::add_request(desk(),
                                               {.institution = "NIPH",
                                                .person = "Eva",
                                                .contact = "+47 22 00 00 00",
                                                .purpose = "a panel",
                                                .strains = {{.number = strain_}}},
                                               "kari");
    require(request);
    for (const auto& step : {workflow::EnteredStep{RequestState::approved, {}, agreement->id, {}},
                             workflow::EnteredStep{RequestState::picked, {}, {}, {second_}},
                             workflow::EnteredStep{RequestState::shipped, {}, {}, {}}})
      require(workflow::take_step(desk(), request->number, step, "ola"));
  }

  void make_panels() {
    const laboratory::PanelQuery query{.title = "one", .seed = "1", .groups = {{"any", {}, 1}}};
    std::uint32_t random = 7;
    const auto made = [&] {
      return workflow::make_panel(
          desk(), query, "{}", [&] { return random = random * 1664525U + 1013904223U; }, "kari");
    };
    const auto first = made();
    require(first);
    require(made());
    require(workflow::open_panel(desk(), first->number, "ola"));
  }

  StoragePlaceId freezer_, box_;
  std::string strain_, first_, second_;
};

TEST_F(TamperedBank, PlacesAndWhatHappenedToThem) {
  expect_named(
      {{"storage_place", "update storage_place set name = 'F2' where kind = 'freezer'",
        "'F2' is not as storage_place.moved left it"},
       {"storage_place", "update storage_place set box_rows = 10 where kind = 'box'",
        "'B1' is not as storage_place.made left it"},
       {"storage_place", "delete from storage_place where kind = 'room'",
        "is missing: Tromsø / 2.14"},
       {"storage_place",
        "insert into storage_place (id, parent, parent_key, kind, name, box_rows, box_columns, "
        "numbering, revision) values (99, null, 0, 'site', 'Oslo', 0, 0, 'letters_numbers', 1)",
        "'Oslo' was made by no event"},
       {"storage_event", "update storage_event set celsius = -80 where kind = 'temperature_alarm'",
        "is not one of the trail"},
       {"storage_event", "delete from storage_event where kind = 'temperature_alarm'",
        "0 events of storage places are kept, but the trail speaks of 1"},
       {"storage_event", "update storage_event set person = 'ola' where kind = 'made'",
        "is not the one the trail tells"},
       {"storage_event", "update storage_event set moved_to = 1 where kind = 'moved'",
        "is not the one the trail tells"},
       {"storage_event",
        "delete from storage_event where id = (select max(id) from storage_event where kind = "
        "'moved')",
        "an event of storage place 'F1' is missing"}});
}

TEST_F(TamperedBank, StrainsLotsAndChecks) {
  expect_named(
      {{"strain", "update strain set banked_by = 'ola'", "is not as strain.banked left it"},
       {"strain", "delete from strain", "of the trail is missing"},
       {"strain_terms", "update strain_terms set distribution = 'closed' where id = 2",
        "is not as strain.terms_set left it"},
       {"strain_terms", "delete from strain_terms where id = 2", "some are missing"},
       {"lot", "update lot set passage = 9 where number = 2", "lot 2 is not as lot.made left it"},
       {"lot", "delete from lot where number = 2", "some are missing"},
       {"lot_check", "update lot_check set result = 'not_viable' where kind = 'viability'",
        "lot 2: viable is not as lot.viability_checked left it"},
       {"lot_check", "delete from lot_check where kind = 'viability'", "some are missing"},
       {"lot_check_mic", "update lot_check_mic set value = 0.25 where agent = 'meropenem'",
        "lot 1: same is not as lot.identity_checked left it"},
       {"lot_check_mic", "delete from lot_check_mic where agent = 'meropenem'",
        "lot 1: same is not as lot.identity_checked left it"}});
}

TEST_F(TamperedBank, VialsAndTheirMovements) {
  expect_named(
      {{"vial", "update vial set thaws = 0 where thaws = 1", " is not as vial.moved left it"},
       {"vial", "update vial set position = 80 where position = 10", " is not as "},
       {"vial", "update vial set box = null, position = null where thaws = 1",
        " is not as vial.moved left it"},
       {"vial", "delete from vial where number = 3", "the trail speaks of 4"},
       {"vial",
        "insert into vial (id, lot, number, code, box, position, thaws, revision) "
        "values (99, 1, 9, 'KRS-0009-1-01-K', null, null, 0, 1)",
        "vial KRS-0009-1-01-K was stored by no event"},
       {"vial",
        "insert into vial (id, lot, number, code, box, position, thaws, revision) "
        "values (99, 77, 9, 'KRS-0009-1-01-K', null, null, 0, 1)",
        "1 of 5 vials belong to nothing that is in the bank"},
       {"vial_movement", "update vial_movement set reason = 'broken' where reason = 'used_up'",
        "is not the one that vial.removed tells"},
       {"vial_movement", "update vial_movement set person = 'ola' where kind = 'thawed'",
        "is not the one that vial.thawed tells"},
       {"vial_movement", "update vial_movement set to_position = 7 where kind = 'moved'",
        "does not lead to where vial.moved left it"},
       {"vial_movement", "delete from vial_movement where kind = 'moved'",
        "has 2 movements, but the trail speaks of 3"}});
}

TEST_F(TamperedBank, AgreementsRequestsAndPanels) {
  expect_named(
      {{"agreement", "update agreement set valid_until = '2030-01-01'",
        "agreement MTA 2026/14 is not as agreement.document_stored left it"},
       {"agreement_document", "delete from agreement_document",
        "agreement MTA 2026/14 is not as agreement.document_stored left it"},
       {"agreement", "update agreement set entered_by = 'ola'", "was entered by no event"},
       {"strain_request", "update strain_request set containment = 3",
        "is not as strain_request.shipped left it"},
       {"strain_request", "update strain_request set state = 'received'",
        "is not as strain_request.shipped left it"},
       {"strain_request_line", "update strain_request_line set vials = 2",
        "is not as strain_request.shipped left it"},
       {"strain_request_step",
        "update strain_request_step set person = 'kari' where state = 'approved'",
        "the steps of request "},
       {"strain_request_step", "delete from strain_request_step where state = 'picked'",
        "the steps of request "},
       {"strain_panel", "update strain_panel set salt = 'x'", "is not the one that was sealed"},
       {"strain_panel", "update strain_panel set made_by = 'ola'", "was sealed by no event"},
       {"strain_panel_member", "update strain_panel_member set group_name = 'x'",
        "is not the one that was sealed"},
       {"strain_panel_opening", "update strain_panel_opening set person = 'kari'",
        "is open, which the trail does not say"},
       {"strain_panel_opening", "delete from strain_panel_opening",
        "is sealed, which the trail does not say"},
       {"strain_panel_opening",
        "insert into strain_panel_opening select id, 'ola', '2026-11-20T10:00:00.000Z' from "
        "strain_panel where id = 2",
        "is open, which the trail does not say"}});
}

}  // namespace
}  // namespace kres::testing
