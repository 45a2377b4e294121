// Where the sheet of labels is printed.
export const most_labelled = 400; // isolates of one print

export function label_address(
  accessions: string[],
  { sheet, copies, first }: { sheet: string; copies: number; first: number },
): string {
  const query = new URLSearchParams({
    accessions: accessions.join(","),
    sheet,
    copies: String(copies),
    first: String(first),
  });
  return `/api/v1/isolate-labels?${query}`;
}
