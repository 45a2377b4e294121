// The registry: units of work over all repositories.
//
//   KRES_ASSIGN(auto work, registry.write());
//   KRES_TRY(work->isolates().add(isolate));
//   KRES_TRY(work->audit().append(entry));
//   KRES_TRY(work->commit());
#pragma once

#include <memory>

#include "base/error.h"
#include "laboratory/ports/answer_repository.h"
#include "laboratory/ports/api_token_repository.h"
#include "laboratory/ports/audit_log.h"
#include "laboratory/ports/blob_repository.h"
#include "laboratory/ports/catalogue_repository.h"
#include "laboratory/ports/delivery_repository.h"
#include "laboratory/ports/isolate_repository.h"
#include "laboratory/ports/job_queue.h"
#include "laboratory/ports/laboratory_repository.h"
#include "laboratory/ports/patient_repository.h"
#include "laboratory/ports/person_repository.h"
#include "laboratory/ports/qc_repositories.h"
#include "laboratory/ports/record_census.h"
#include "laboratory/ports/record_repositories.h"
#include "laboratory/ports/referral_repository.h"
#include "laboratory/ports/sender_query_repository.h"
#include "laboratory/ports/session_repository.h"
#include "laboratory/ports/shipment_repository.h"
#include "laboratory/ports/storage_place_repository.h"
#include "laboratory/ports/strain_panel_repository.h"
#include "laboratory/ports/strain_repository.h"
#include "laboratory/ports/strain_request_repository.h"
#include "laboratory/ports/test_result_repository.h"
#include "laboratory/ports/upload_repository.h"
#include "laboratory/ports/vial_repository.h"
#include "laboratory/scope.h"

namespace kres::laboratory {

// One transaction. Without commit() nothing of it happened. Used by one thread; the references it
// gives live as long as it does. When a constraint has refused a change (`conflict`), nothing more
// can be done in the unit: begin another.
class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;
  virtual LaboratoryRepository& laboratories() = 0;
  virtual PersonRepository& people() = 0;
  virtual SessionRepository& sessions() = 0;
  virtual ApiTokenRepository& api_tokens() = 0;
  virtual ReferralRepository& referrals() = 0;
  virtual SenderQueryRepository& sender_queries() = 0;
  virtual ShipmentRepository& shipments() = 0;
  virtual IsolateRepository& isolates() = 0;
  virtual PatientRepository& patients() = 0;
  virtual BlobRepository& blobs() = 0;
  virtual UploadRepository& uploads() = 0;
  virtual MeasurementRepository& measurements() = 0;
  virtual TestResultRepository& test_results() = 0;
  virtual QcResultRepository& qc_results() = 0;
  virtual QcDecisionRepository& qc_decisions() = 0;
  virtual AnalysisRepository& analyses() = 0;
  virtual InterpretationRepository& interpretations() = 0;
  virtual ExplanationRepository& explanations() = 0;
  virtual AnswerRepository& answers() = 0;
  virtual StoragePlaceRepository& storage_places() = 0;
  virtual StrainRepository& strains() = 0;
  virtual VialRepository& vials() = 0;
  virtual CatalogueRepository& catalogue() = 0;
  virtual StrainRequestRepository& strain_requests() = 0;
  virtual StrainPanelRepository& strain_panels() = 0;
  virtual DeliveryRepository& deliveries() = 0;
  virtual JobQueue& jobs() = 0;
  virtual AuditLog& audit() = 0;
  virtual RecordCensus& census() = 0;
  virtual Result<void> commit() = 0;  // durable when it returns; once
};

// Usable from several threads at once. A unit of work holds a connection: do not keep one while
// waiting for anything but the registry.
class Registry {
 public:
  virtual ~Registry() = default;
  // Sees one state of the registry throughout, of isolates and what hangs on them only what the
  // scope includes; changes fail.
  virtual Result<std::unique_ptr<UnitOfWork>> read(const Scope& scope) = 0;
  // Waits for other writers. `not_found` for an isolate added outside the scope.
  virtual Result<std::unique_ptr<UnitOfWork>> write(const Scope& scope) = 0;
  // For taking and renewing jobs and nothing else: does not wait for other writers where the
  // database can keep the takers apart by itself, so that a long write ends no lease.
  virtual Result<std::unique_ptr<UnitOfWork>> lease() = 0;

  // Everything: for the program's own work and for people inside.
  Result<std::unique_ptr<UnitOfWork>> read() { return read(Scope::everything()); }
  Result<std::unique_ptr<UnitOfWork>> write() { return write(Scope::everything()); }
};

}  // namespace kres::laboratory
