// One transaction with every table at hand.
#pragma once

#include "laboratory/ports/audit_witness.h"
#include "laboratory/ports/registry.h"
#include "storage/sql/session_pool.h"
#include "storage/sql/transaction.h"
#include "storage/tables/analysis_table.h"
#include "storage/tables/answer_table.h"
#include "storage/tables/api_token_table.h"
#include "storage/tables/audit_table.h"
#include "storage/tables/blob_table.h"
#include "storage/tables/catalogue_table.h"
#include "storage/tables/delivery_table.h"
#include "storage/tables/explanation_table.h"
#include "storage/tables/interpretation_table.h"
#include "storage/tables/isolate_table.h"
#include "storage/tables/job_table.h"
#include "storage/tables/laboratory_table.h"
#include "storage/tables/measurement_table.h"
#include "storage/tables/patient_table.h"
#include "storage/tables/person_table.h"
#include "storage/tables/qc_decision_table.h"
#include "storage/tables/qc_result_table.h"
#include "storage/tables/record_census_table.h"
#include "storage/tables/referral_table.h"
#include "storage/tables/sender_query_table.h"
#include "storage/tables/session_table.h"
#include "storage/tables/shipment_table.h"
#include "storage/tables/storage_place_table.h"
#include "storage/tables/strain_panel_table.h"
#include "storage/tables/strain_request_table.h"
#include "storage/tables/strain_table.h"
#include "storage/tables/test_result_table.h"
#include "storage/tables/upload_table.h"
#include "storage/tables/vial_table.h"

namespace kres::storage {

class SqlUnitOfWork : public laboratory::UnitOfWork {
 public:
  // Requires: the transaction is one of the session; the witness and the words, which only a unit
  // that reads is given, outlive the unit.
  SqlUnitOfWork(SessionPool::Lent session, Transaction transaction, laboratory::Scope scope,
                laboratory::AuditWitness& witness, IsolateWords* words);

  laboratory::LaboratoryRepository& laboratories() override { return laboratories_; }
  laboratory::PersonRepository& people() override { return people_; }
  laboratory::SessionRepository& sessions() override { return sessions_; }
  laboratory::ApiTokenRepository& api_tokens() override { return api_tokens_; }
  laboratory::ReferralRepository& referrals() override { return referrals_; }
  laboratory::SenderQueryRepository& sender_queries() override { return sender_queries_; }
  laboratory::ShipmentRepository& shipments() override { return shipments_; }
  laboratory::IsolateRepository& isolates() override { return isolates_; }
  laboratory::PatientRepository& patients() override { return patients_; }
  laboratory::BlobRepository& blobs() override { return blobs_; }
  laboratory::UploadRepository& uploads() override { return uploads_; }
  laboratory::MeasurementRepository& measurements() override { return measurements_; }
  laboratory::TestResultRepository& test_results() override { return test_results_; }
  laboratory::QcResultRepository& qc_results() override { return qc_results_; }
  laboratory::QcDecisionRepository& qc_decisions() override { return qc_decisions_; }
  laboratory::AnalysisRepository& analyses() override { return analyses_; }
  laboratory::InterpretationRepository& interpretations() override { return interpretations_; }
  laboratory::ExplanationRepository& explanations() override { return explanations_; }
  laboratory::AnswerRepository& answers() override { return answers_; }
  laboratory::StoragePlaceRepository& storage_places() override { return storage_places_; }
  laboratory::StrainRepository& strains() override { return strains_; }
  laboratory::VialRepository& vials() override { return vials_; }
  laboratory::CatalogueRepository& catalogue() override { return catalogue_; }
  laboratory::StrainRequestRepository& strain_requests() override { return strain_requests_; }
  laboratory::StrainPanelRepository& strain_panels() override { return strain_panels_; }
  laboratory::DeliveryRepository& deliveries() override { return deliveries_; }
  laboratory::JobQueue& jobs() override { return jobs_; }
  laboratory::AuditLog& audit() override { return audit_; }
  laboratory::RecordCensus& census() override { return census_; }
  Result<void> commit() override;

 private:
  SessionPool::Lent session_;  // given back after the transaction has ended
  Transaction transaction_;
  const laboratory::Scope scope_;
  laboratory::AuditWitness& witness_;
  LaboratoryTable laboratories_;
  PersonTable people_;
  SessionTable sessions_;
  ApiTokenTable api_tokens_;
  ReferralTable referrals_;
  SenderQueryTable sender_queries_;
  ShipmentTable shipments_;
  IsolateTable isolates_;
  PatientTable patients_;
  BlobTable blobs_;
  UploadTable uploads_;
  MeasurementTable measurements_;
  TestResultTable test_results_;
  QcResultTable qc_results_;
  QcDecisionTable qc_decisions_;
  AnalysisTable analyses_;
  InterpretationTable interpretations_;
  ExplanationTable explanations_;
  AnswerTable answers_;
  StoragePlaceTable storage_places_;
  StrainTable strains_;
  VialTable vials_;
  CatalogueTable catalogue_;
  StrainRequestTable strain_requests_;
  StrainPanelTable strain_panels_;
  DeliveryTable deliveries_;
  JobTable jobs_;
  AuditTable audit_;
  RecordCensusTable census_;
};

}  // namespace kres::storage
