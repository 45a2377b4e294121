// The breakpoint that was applied, in words of its table.
import type { Interpretation } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";

interface Props {
  interpretation: Interpretation | null;
  unit: string;
}

const not_given = "NG"; // said by a flag, in words

// "S <= 2 / R > 8" (other signs for zones), in brackets if the table has them, and what chose the row.
export function BreakpointCell({ interpretation, unit }: Props) {
  const { t, code, format } = useTexts();
  const found = interpretation?.breakpoint;
  if (!found) return <>–</>;
  const [at_most, above] = unit === "mm" ? ["≥", "<"] : ["≤", ">"];
  const bound = (sign: string, text: string) =>
    Number.isNaN(Number(text)) ? text : `${sign} ${format.measured(text)}`;
  // Where the table has a word instead of numbers, it stands in both places.
  const worded = found.s === found.r && Number.isNaN(Number(found.s));
  const word = found.s === not_given ? "–" : found.s;
  const bounds = worded ? word : `S ${bound(at_most, found.s)} / R ${bound(above, found.r)}`;
  const chosen_by = [
    found.indication && code("indication", found.indication),
    found.route && code("route", found.route),
  ]
    .filter(Boolean)
    .join(", ");
  const assumed = interpretation.flags.some((flag) => flag.endsWith("_assumed"));
  return (
    <>
      <span className="nowrap">{found.bracketed ? `(${bounds})` : bounds}</span>
      {chosen_by && (
        <span className="subtle method">
          {chosen_by}
          {assumed && ` (${t("susceptibility.assumed")})`}
        </span>
      )}
    </>
  );
}
