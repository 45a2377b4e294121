// The roles in the order in which they are offered.
import type { Role } from "../../api/types";

export const roles: Role[] = [
  "bioengineer",
  "microbiologist",
  "bioinformatician",
  "epidemiologist",
  "quality_manager",
  "administrator",
  "referring",
];
