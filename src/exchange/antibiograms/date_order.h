// Dates of a table that another program wrote: 2026-11-21, 21/11/2026 or 11/21/2026.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace kres::exchange {

// Which of day and month stands first is told by the whole column: one part above 12 decides. If
// none does, or if two cells contradict each other, no such date is read: 3/4/2026 is not guessed.
class DateOrder {
 public:
  void observe(std::string_view cell);
  bool is_known() const { return day_first_ != month_first_; }
  bool has_slashes() const { return has_slashes_; }
  // A time of day after the date is passed over. Nothing if the cell is no date or ambiguous.
  std::optional<Date> read(std::string_view cell) const;

 private:
  bool has_slashes_ = false, day_first_ = false, month_first_ = false;
};

}  // namespace kres::exchange
