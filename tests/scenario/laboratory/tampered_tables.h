// Tables changed past the program one by one, and what verification says of each.
#pragma once

#include <string>
#include <vector>

#include "tests/scenario/laboratory/tampering.h"

namespace kres::testing {

// Table by table: what is done to it, and what verification must name. All is put back afterwards.
struct Tampered {
  std::string table, sql, named;
};

class TamperedTables : public Tampering {
 protected:
  void expect_named(const std::vector<Tampered>& cases) {
    for (const auto& [table, sql, named] : cases) {
      forge("create table kept as select * from " + table, sql);
      const auto verified = lab_->verify();
      const auto found = verified ? "nothing" : verified.error().message;
      EXPECT_NE(found.find(named), std::string::npos) << sql << ": " << found;
      forge("delete from " + table, "insert into " + table + " select * from kept");
      forge("drop table kept");
    }
    const auto whole = lab_->verify();
    EXPECT_TRUE(whole) << whole.error().text();
  }
};

}  // namespace kres::testing
