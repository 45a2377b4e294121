// A value that an explanation rests on, as far as quality control has a say in it.
#pragma once

#include <string>

#include "laboratory/measurement_record.h"

namespace kres::laboratory {

struct ControlledValue {
  MeasurementRecord measurement;
  std::string held;  // the interpretation as JSON if it was held back then, else empty
};

}  // namespace kres::laboratory
