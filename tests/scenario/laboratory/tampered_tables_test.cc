// What is changed, removed or added in a table past the program is named, table by table.
#include "tests/scenario/laboratory/tampered_tables.h"

namespace kres::testing {
namespace {

TEST_F(TamperedTables, WhatASignedAnswerRestsOnAndSaysOfItself) {
  expect_named(
      {{"answer", "update answer set language = 'en'", "not as it was signed: language"},
       {"answer", "update answer set reason = 'x'", "not as it was signed: amendment_reason"},
       {"answer", "update answer set validated_comment = 'x'", "comment of the validation"},
       {"answer", "update answer set approved_comment = 'x'", "comment of the approval"},
       {"answer", "update answer set explanation = 77", "is not as answer.validated left it"},
       {"answer", "update answer set analysis = 77", "is not as answer.validated left it"},
       {"answer", "update answer set predecessor = 77", "is not as answer.validated left it"},
       {"answer", "update answer set created_comment = 'x'", "is not as answer.validated left it"},
       {"blob", "delete from blob where sha256 = (select pdf_sha256 from answer)",
        "is not registered any more"},
       {"blob", "delete from blob where sha256 = (select json_sha256 from answer)",
        "is not registered any more"}});
}

TEST_F(TamperedTables, WhatIsCopiedFromTheReferral) {
  expect_named(
      {{"isolate", "update isolate set laboratory = 'OUS'", "the laboratory of "},
       {"isolate", "update isolate set sender_id = 'X'", "the sender's identifier of "},
       {"isolate", "update isolate set suspected_group = 'VRE'", "the suspected group of "},
       {"referral", "update referral set suspected_group = 'VRE'", "referral 1 of "},
       {"isolate", "update isolate set received = '2026-11-01'", "the day of receipt of "},
       {"isolate", "update isolate set due = '2027-01-01'", "the due day of "}});
}

}  // namespace
}  // namespace kres::testing
