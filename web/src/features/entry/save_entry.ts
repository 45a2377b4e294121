// Saves typed measurements. The isolate's tag may have changed only because an analysis ended in the
// meantime: what was typed over is then still as it was seen, and is saved under the new tag.
import { measurements } from "../../api/measurements";
import { is_problem } from "../../api/problem";
import { isolates } from "../../api/resources";
import type { Language, Measurement, TypedMeasurement } from "../../api/types";

export function same_measurements(seen: Measurement[], now: Measurement[]): boolean {
  const ids = new Set(seen.map(({ id }) => id));
  return seen.length === now.length && now.every(({ id }) => ids.has(id));
}

export async function save_entry(
  accession: string,
  { rows, reason }: { rows: TypedMeasurement[]; reason: string }, // why values are replaced
  seen: { measurements: Measurement[]; etag: string },
  language: Language,
) {
  try {
    return await measurements.enter(accession, rows, seen.etag, reason);
  } catch (problem) {
    if (!is_problem(problem, 412)) throw problem;
    const now = await isolates.get(accession, language);
    if (!same_measurements(seen.measurements, now.value.measurements)) throw problem;
    return measurements.enter(accession, rows, now.etag, reason);
  }
}
