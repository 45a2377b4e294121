// What the workflow works with: the registry, the files, the time.
#pragma once

#include <string>

#include "laboratory/ports/blob_store.h"
#include "laboratory/ports/clock.h"
#include "laboratory/ports/registry.h"

namespace kres::workflow {

// All outlive whoever holds this.
struct Services {
  laboratory::Registry& registry;
  laboratory::BlobStore& blobs;
  const laboratory::Clock& clock;
};

}  // namespace kres::workflow
