// The words that isolates are found by, in memory: the database takes ten times as long to look
// through them, however they are asked for.
//
// One object for all readers of a registry. A reader takes in what has changed since the last one
// looked, and is told nothing that its own transaction does not see.
#pragma once

#include <cstdint>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

#include "laboratory/isolate.h"
#include "laboratory/scope.h"
#include "storage/sql/session.h"

namespace kres::storage {

struct WordQuestion {
  std::vector<std::string> texts;  // one of them is in the words; not empty, none of them empty
  // Where it is not whole, only what the sender knows itself is looked at: the first two lines.
  laboratory::Scope scope = laboratory::Scope::nothing();
  std::vector<std::string> laboratories;  // whose isolates are found whatever their words
  std::optional<laboratory::IsolateState> state;
  std::string before;     // list keys below it only; all if empty
  std::string after;      // the page begins behind this list key
  std::size_t limit = 0;  // list keys of the page
};

struct WordAnswer {
  std::vector<std::string> list_keys;  // of the page, ascending
  std::int64_t total = 0;              // on all pages
};

class IsolateWords {
 public:
  // Nothing if the session's transaction does not see what others have taken in already. Requires:
  // a read transaction, whose changes are all committed.
  Result<std::optional<WordAnswer>> find(Session& session, const WordQuestion& question);

 private:
  struct Entry {
    std::int64_t isolate = 0;
    std::string list_key, state;
    std::uint32_t laboratory = 0;  // place in laboratories_
    std::size_t start = 0;         // of its words in words_
    std::size_t known = 0;         // end of what the sender knows
    std::size_t end = 0;           // behind the character that parts them from the next
  };
  struct Changed {
    Entry entry;
    std::string words;
  };
  Result<void> take_in(Session& session, std::int64_t newest);
  void merge(std::vector<Changed> changes);
  std::uint32_t number_of(const std::string& laboratory);
  WordAnswer answer(const WordQuestion& question) const;
  void mark(const WordQuestion& question, std::vector<char>& found) const;

  std::shared_mutex mutex_;
  std::int64_t revision_ = -1;  // the newest that was taken in
  std::vector<Entry> entries_;  // by list key
  std::string words_;           // of all entries, in their order
  std::vector<std::string> laboratories_;
};

}  // namespace kres::storage
