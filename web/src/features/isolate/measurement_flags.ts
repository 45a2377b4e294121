// What to mind about an interpretation, each thing once.
import type { Interpretation } from "../../api/types";

// The reason and the flags say partly the same; what was assumed stands with the breakpoint.
export function flags_of(interpretation: Interpretation | null): string[] {
  if (!interpretation) return [];
  return [...new Set([interpretation.reason, ...interpretation.flags])].filter(
    (flag) => flag !== "" && !flag.endsWith("_assumed"),
  );
}
