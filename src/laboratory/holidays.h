// Norwegian public holidays, computed for any year of the Gregorian calendar.
#pragma once

#include "base/date.h"

namespace kres::laboratory {

// Anonymous Gregorian algorithm (Meeus, Jones, Butcher).
Date easter_sunday(int year);

// Public holidays by law (helligdager, 1 May, 17 May); Sundays are not counted among them.
bool is_public_holiday(Date date);

// Monday to Friday and no public holiday.
bool is_working_day(Date date);

// Working days after `from` up to and including `to`; 0 if to <= from.
int working_days_between(Date from, Date to);

}  // namespace kres::laboratory
