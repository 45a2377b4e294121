// Days that are out: what was measured, which isolates wait, and what was decided or is to be.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Link } from "react-router-dom";
import type { QcDay, QcResult } from "../../api/quality_control";
import { useTexts } from "../../i18n/use_texts";
import { Mark } from "../../ui/mark";
import { is_staff } from "../session/roles";
import { useSession } from "../session/session";
import { DecideForm } from "./decide_form";
import { tone_of_qc } from "./qc_tone";

interface Props {
  days: QcDay[];
  results: QcResult[];
  changed: () => void;
}

// Those that wait for a decision first, then the newest.
const order = (a: QcDay, b: QcDay) =>
  Number(b.verdict === "undecided") - Number(a.verdict === "undecided") ||
  b.day.localeCompare(a.day);

export function OutDays({ days, results, changed }: Props) {
  const { t } = useTexts();
  const [deciding, set_deciding] = useState<QcDay | null>(null);
  const out = days.filter(({ state }) => state === "out").sort(order);
  if (out.length === 0) return <p>{t("qc.none_out")}</p>;
  return (
    <>
      <ul className="qc-days">
        {out.map((day) => (
          <OutDay
            key={`${day.day}|${day.agent}|${day.method}|${day.disk_ug}`}
            day={day}
            results={results.filter(({ id }) => day.results.includes(id))}
            decide={() => set_deciding(day)}
          />
        ))}
      </ul>
      {deciding && (
        <DecideForm
          day={deciding}
          done={() => {
            set_deciding(null);
            changed();
          }}
          cancel={() => set_deciding(null)}
        />
      )}
    </>
  );
}

function OutDay({ day, results, decide }: { day: QcDay; results: QcResult[]; decide: () => void }) {
  const { t, code, format } = useTexts();
  const { person } = useSession();
  const staff = is_staff(person);
  const [newest] = day.decisions;
  return (
    <li className={`qc-day qc-day-${day.verdict}`}>
      <p className="qc-day-head">
        <strong>{day.agent_name}</strong> {code("method", day.method)}
        {day.disk_ug && ` ${day.disk_ug} µg`}, {format.day(day.day)}{" "}
        <Mark tone={tone_of_qc(day.verdict)}>{code("qc_verdict", day.verdict)}</Mark>
      </p>
      <ul className="qc-day-results">
        {results.map((result) => (
          <li key={result.id}>
            {result.strain}: <strong>{format.measured(result.text)}</strong>{" "}
            <Mark tone={tone_of_qc(result.state)}>{code("qc_state", result.state)}</Mark>{" "}
            <span className="subtle">{t("qc.read_by", { person: result.entered_by })}</span>
          </li>
        ))}
      </ul>
      <p>
        {day.isolates.length === 0
          ? t("qc.holds_none")
          : t(day.verdict === "accepted" ? "qc.concerns" : "qc.holds", {
              count: day.isolates.length,
            })}{" "}
        {day.isolates.map((accession) => (
          <Link key={accession} to={`/isolates/${accession}#susceptibility`} className="qc-isolate">
            {accession}
          </Link>
        ))}
      </p>
      {newest && (
        <p className="subtle">
          {code("qc_decision", newest.decision)}: {newest.reason} ({newest.person},{" "}
          {format.moment(newest.decided)})
          {day.verdict === "undecided" && <strong> {t("qc.decided_before")}</strong>}
        </p>
      )}
      {staff && (
        <Button
          data-size="sm"
          variant={day.verdict === "undecided" ? "primary" : "secondary"}
          onClick={decide}
        >
          {t(day.verdict === "undecided" ? "qc.decide" : "qc.decide_anew")}
        </Button>
      )}
    </li>
  );
}
