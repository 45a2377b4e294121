// Who may do the laboratory's own work.
import type { Person } from "../../api/types";

// Those who measure, draft, validate and approve.
export function is_staff(person: Person | null): boolean {
  return person?.roles.some((role) => role === "bioengineer" || role === "microbiologist") ?? false;
}
