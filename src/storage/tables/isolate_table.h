// Table isolate: the work list.
#pragma once

#include "laboratory/ports/isolate_repository.h"
#include "laboratory/scope.h"
#include "storage/sql/session.h"
#include "storage/tables/isolate_file_table.h"
#include "storage/tables/isolate_index.h"
#include "storage/tables/isolate_words.h"

namespace kres::storage {

class IsolateTable : public laboratory::IsolateRepository {
 public:
  // `words`: of a read transaction, where searches look; without them they look in the database.
  IsolateTable(Session& session, const laboratory::Scope& scope, IsolateWords* words = nullptr)
      : session_(session), scope_(scope), words_(words), index_(session), files_(session) {}

  Result<laboratory::Isolate> add(laboratory::Isolate isolate) override;
  Result<laboratory::Isolate> update(laboratory::Isolate isolate) override;
  Result<std::optional<laboratory::Isolate>> find(laboratory::IsolateId id) override;
  Result<std::optional<laboratory::Isolate>> find(const std::string& accession) override;
  Result<std::optional<laboratory::Isolate>> of_referral(laboratory::ReferralId referral) override;
  Result<std::vector<laboratory::Isolate>> of_patient(const std::string& laboratory,
                                                      const std::string& pseudonym) override;
  Result<std::vector<laboratory::Isolate>> measured_on(Date day, const std::string& agent,
                                                       const std::string& method) override;
  Result<laboratory::IsolatePage> list(const laboratory::IsolateFilter& filter) override;
  Result<laboratory::Standings> standings(
      const std::vector<laboratory::Isolate>& isolates) override;
  Result<laboratory::IsolateCounts> counts(Date today) override;
  Result<std::map<int, std::int64_t>> days_to_answer() override;
  Result<void> attach(laboratory::IsolateId isolate, const laboratory::IsolateFile& file) override {
    return files_.attach(isolate, file);
  }
  Result<std::vector<laboratory::IsolateFile>> files(laboratory::IsolateId isolate) override {
    return files_.of(isolate);
  }

 private:
  Result<std::int64_t> total_of(const laboratory::IsolateFilter& filter);
  Result<std::optional<laboratory::IsolatePage>> search(const laboratory::IsolateFilter& filter);
  Result<std::optional<laboratory::Isolate>> find_where(const std::string& condition,
                                                        Parameters parameters);

  Session& session_;
  const laboratory::Scope& scope_;
  IsolateWords* words_;
  IsolateIndex index_;
  IsolateFileTable files_;
};

// The statement of a page; `condition` is one of isolate_search.
std::string statement_of_a_page(std::string_view condition);

}  // namespace kres::storage
