// A sender packs a box: which of the announced tubes are in it, and under which number it travels.
import { Alert, Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useId, useState, type FormEvent } from "react";
import { shipments, type Shipment } from "../../api/intake";
import { referred } from "../../api/resources";
import type { ReferredIsolate } from "../../api/types";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import "../../ui/field.css";
import { Loading } from "../../ui/loading";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { Section } from "../../ui/section";
import { BoxesSent } from "./boxes_sent";
import "./dispatch.css";

export default function DispatchPage() {
  const { t } = useTexts();
  const tubes = useResource("awaited tubes", awaited_tubes);
  const boxes = useResource("shipments", shipments.list);
  const [sent, set_sent] = useState<Shipment | null>(null);
  const heading = useHeadingFocus(true);
  usePageTitle(t("dispatch.title"));
  const error = tubes.error ?? boxes.error;
  return (
    <>
      <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
        {t("dispatch.title")}
      </Heading>
      <Paragraph className="dispatch-about">{t("dispatch.about")}</Paragraph>
      {error !== null && <ErrorPanel error={error} />}
      {!tubes.data && tubes.loading && <Loading />}
      {sent && (
        <Alert data-color="success" role="status">
          {t("dispatch.sent", { box: sent.box, count: sent.tube_count })}
        </Alert>
      )}
      {tubes.data && (
        <Packing
          tubes={tubes.data}
          dispatched={(box) => {
            set_sent(box);
            tubes.reload();
            boxes.reload();
          }}
        />
      )}
      <Section id="boxes" title={t("dispatch.boxes")}>
        {boxes.data ? <BoxesSent boxes={boxes.data.items} /> : boxes.loading && <Loading />}
      </Section>
    </>
  );
}

// Everything of the own laboratory that is announced and not in a box.
async function awaited_tubes(): Promise<ReferredIsolate[]> {
  const tubes: ReferredIsolate[] = [];
  let cursor = "";
  do {
    const page = await referred.list({ answered: false, text: "", cursor });
    tubes.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return tubes.filter(({ sample }) => sample === "expected" || sample === "missing");
}

interface PackingProps {
  tubes: ReferredIsolate[];
  dispatched: (box: Shipment) => void;
}

function Packing({ tubes, dispatched }: PackingProps) {
  const { t, code } = useTexts();
  const id = useId();
  const [box, set_box] = useState("");
  const [chosen, set_chosen] = useState<ReadonlySet<string>>(new Set());
  const [error, set_error] = useState<unknown>(null);
  const toggle = (accession: string) => {
    const next = new Set(chosen);
    if (!next.delete(accession)) next.add(accession);
    set_chosen(next);
  };
  const all = () => set_chosen(new Set(tubes.map(({ accession }) => accession)));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    set_error(null);
    try {
      dispatched(await shipments.dispatch(box, [...chosen]));
      set_box("");
      set_chosen(new Set());
    } catch (problem) {
      set_error(problem);
    }
  };
  if (tubes.length === 0) return <p>{t("dispatch.none")}</p>;
  return (
    <form className="packing" onSubmit={(event) => void send(event)}>
      <fieldset>
        <legend>{t("dispatch.tubes")}</legend>
        <button type="button" className="plain-button" onClick={all}>
          {t("dispatch.all", { count: tubes.length })}
        </button>
        {tubes.map((tube) => (
          <label key={tube.accession}>
            <input
              type="checkbox"
              checked={chosen.has(tube.accession)}
              onChange={() => toggle(tube.accession)}
            />{" "}
            {tube.sender_id} <span className="subtle">{tube.accession}</span>
            {tube.sample === "missing" && (
              <span className="subtle"> ({code("sample_state", tube.sample)})</span>
            )}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={id}>{t("dispatch.box")}</label>
        <input
          id={id}
          value={box}
          maxLength={40}
          required
          autoComplete="off"
          onChange={({ target }) => set_box(target.value)}
        />
      </div>
      {error !== null && <ErrorPanel error={error} />}
      <Button type="submit" disabled={chosen.size === 0 || !box.trim()}>
        {t("dispatch.send", { count: chosen.size })}
      </Button>
    </form>
  );
}
