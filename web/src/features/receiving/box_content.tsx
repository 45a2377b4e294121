// The tubes of a box, what was scanned beside them, and the end of the unpacking.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Link } from "react-router-dom";
import { shipments, type Shipment } from "../../api/intake";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Mark, type Tone } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";
import { LabelButton } from "../labels/label_form";

const tones: Record<string, Tone> = { received: "good", missing: "danger", dispatched: "info" };

export function BoxContent({ box, changed }: { box: Shipment; changed: () => void }) {
  const { t, code } = useTexts();
  const [error, set_error] = useState<unknown>(null);
  const here = box.tubes.filter(({ sample }) => sample === "received").length;
  const strangers = box.scans.filter(
    ({ outcome, undone }) => !undone && (outcome === "unexpected" || outcome === "unknown"),
  );
  const close = async () => {
    set_error(null);
    try {
      await shipments.close(box.id);
      changed();
    } catch (problem) {
      set_error(problem);
    }
  };
  return (
    <Section id="box" title={t("receiving.box", { box: box.box, laboratory: box.laboratory })}>
      <p role="status">{t("receiving.progress", { here, count: box.tubes.length })}</p>
      <ScrollTable
        label={t("receiving.content")}
        head={
          <>
            <Head>{t("intake.column.sender_id")}</Head>
            <Head>{t("intake.column.accession")}</Head>
            <Head>{t("receiving.sample")}</Head>
          </>
        }
      >
        {box.tubes.map((tube) => (
          <tr key={tube.accession}>
            <th scope="row">{tube.sender_id}</th>
            <td className="mono">
              <Link to={`/isolates/${tube.accession}`}>{tube.accession}</Link>
            </td>
            <td>
              <Mark tone={tones[tube.sample] ?? "neutral"}>
                {code("sample_state", tube.sample)}
              </Mark>
            </td>
          </tr>
        ))}
      </ScrollTable>
      <LabelButton
        accessions={box.tubes
          .filter(({ sample }) => sample === "received")
          .map(({ accession }) => accession)}
      />
      {strangers.length > 0 && (
        <>
          <p>{t("receiving.strangers", { count: strangers.length })}</p>
          <ul>
            {strangers.map((scan) => (
              <li key={scan.id}>
                <Mark tone="attention">{code("scan_outcome", scan.outcome)}</Mark>{" "}
                <span className="mono">{scan.code}</span>
                {scan.tube && ` ${scan.tube.accession}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {error !== null && <ErrorPanel error={error} />}
      {box.closed ? (
        <p>{t("receiving.closed")}</p>
      ) : (
        <Button variant="secondary" onClick={() => void close()}>
          {here === box.tubes.length
            ? t("receiving.close")
            : t("receiving.close_missing", { count: box.tubes.length - here })}
        </Button>
      )}
    </Section>
  );
}
