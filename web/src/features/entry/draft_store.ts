// Typed values outlive the page in this tab: a lost session or a reload does not take them away. They are kept apart by person.
import type { Draft } from "./entry_rows";

const name_of = (username: string, accession: string) => `kres.entry.${username}.${accession}`;

export function kept_draft(username: string, accession: string): Draft {
  try {
    return JSON.parse(sessionStorage.getItem(name_of(username, accession)) ?? "{}") as Draft;
  } catch {
    return {};
  }
}

export function keep_draft(username: string, accession: string, draft: Draft): void {
  if (Object.keys(draft).length === 0) sessionStorage.removeItem(name_of(username, accession));
  else sessionStorage.setItem(name_of(username, accession), JSON.stringify(draft));
}
