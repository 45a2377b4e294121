// What a typed value means: category, breakpoint and wild type; or what is wrong with it, in words.
import type { PreviewRow } from "../../api/measurements";
import type { Interpretation } from "../../api/types";
import { MicStrip } from "../../charts/mic_strip";
import { useTexts } from "../../i18n/use_texts";
import { CategoryMark } from "../../ui/category_mark";
import { Mark } from "../../ui/mark";
import { BreakpointCell } from "../isolate/breakpoint_cell";
import { flags_of } from "../isolate/measurement_flags";
import { number_of } from "./dilutions";
import { is_changed, type EntryRow } from "./entry_rows";

export function RowReading({ row, preview }: { row: EntryRow; preview: PreviewRow | null }) {
  const { t, code } = useTexts();
  const { typed, stored, agent_name } = row;
  if (stored && typed.value.trim() === "")
    return <span className="subtle">{t("entry.not_erased")}</span>;
  if (stored?.reading && !is_changed(row)) return <Known reading={stored.reading} />;
  if (!is_changed(row) || !preview) return null;
  if (preview.fault)
    return (
      <span className="entry-fault" role="status">
        {code("row_fault", preview.fault)}
      </span>
    );
  const reading = preview.interpretation;
  if (!reading) return null;
  const unit = typed.method === "disk" ? "mm" : "mg/L";
  const sign = typed.sign === "=" ? "" : typed.sign;
  return (
    <div className="row-reading">
      <span className="row-words" role="status">
        <CategoryMark category={reading.category} />
        <span>
          <BreakpointCell interpretation={reading} unit={unit} />
          {reading.wild_type !== null && (
            <span className="subtle method">
              {t("susceptibility.wild_type")}: {code("wild_type", String(reading.wild_type))}
            </span>
          )}
        </span>
        <span className="tags">
          {flags_of(reading).map((flag) => (
            <Mark key={flag} tone="attention">
              {code("flag", flag)}
            </Mark>
          ))}
        </span>
      </span>
      <MicStrip
        value={{
          agent_name,
          text: `${sign}${typed.value} ${unit}`,
          unit,
          sign: typed.sign,
          value: number_of(typed.value),
        }}
        reading={reading}
      />
    </div>
  );
}

// What is stored, in short; the isolate's own page says the rest.
function Known({ reading }: { reading: Interpretation }) {
  const { t } = useTexts();
  return (
    <span className="row-words">
      <CategoryMark category={reading.category} />
      <span className="subtle">{t("entry.stored")}</span>
    </span>
  );
}
