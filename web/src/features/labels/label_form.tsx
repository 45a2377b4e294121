// Prints labels with the accession numbers of isolates: which sheet, how many of each, where the sheet begins.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { bank } from "../../api/bank";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { Choice } from "../../ui/choice";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { Modal } from "../../ui/modal";
import { is_staff } from "../session/roles";
import { useSession } from "../session/session";
import { label_address, most_labelled } from "./label_address";

export function LabelButton({ accessions }: { accessions: string[] }) {
  const { t } = useTexts();
  const { person } = useSession();
  const [open, set_open] = useState(false);
  const may_print = is_staff(person);
  if (accessions.length === 0 || !may_print) return null;
  return (
    <>
      <Button variant="secondary" data-size="sm" onClick={() => set_open(true)}>
        {t("labels.open")}
      </Button>
      {open && <LabelForm accessions={accessions} close={() => set_open(false)} />}
    </>
  );
}

function LabelForm({ accessions, close }: { accessions: string[]; close: () => void }) {
  const { t, language } = useTexts();
  const rules = useResource("", bank.rules);
  const [sheet, set_sheet] = useState("a4_65");
  const [copies, set_copies] = useState(1);
  const [first, set_first] = useState(1);
  const printed = accessions.slice(0, most_labelled);
  const sheets = rules.data?.label_sheets ?? [];
  const room = sheets.find(({ id }) => id === sheet)?.labels ?? 1;
  return (
    <Modal title={t("labels.title")} cancel={close}>
      {rules.error !== null && <ErrorPanel error={rules.error} retry={rules.reload} />}
      {!rules.data && rules.error === null && <Loading />}
      {rules.data && (
        <div className="modal-form">
          <p>
            {t("labels.about", { count: printed.length })}
            {accessions.length > printed.length &&
              ` ${t("labels.only_first", { all: accessions.length, shown: printed.length })}`}
          </p>
          <Choice
            label={t("labels.sheet")}
            value={sheet}
            options={sheets.map(({ id, [language]: name }) => [id, name])}
            choose={(id) => {
              set_sheet(id);
              set_first(1);
            }}
          />
          <Count label={t("labels.copies")} value={copies} most={20} change={set_copies} />
          <Count
            label={t("labels.first", { room })}
            value={Math.min(first, room)}
            most={room}
            change={set_first}
          />
          <div className="modal-buttons">
            <Button asChild>
              <a
                href={label_address(printed, { sheet, copies, first: Math.min(first, room) })}
                target="_blank"
                rel="noreferrer"
              >
                {t("labels.print")}
                <span className="visually-hidden"> ({t("ui.new_tab")})</span>
              </a>
            </Button>
            <Button variant="secondary" onClick={close}>
              {t("ui.close")}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}

function Count(props: {
  label: string;
  value: number;
  most: number;
  change: (value: number) => void;
}) {
  return (
    <label className="field">
      <span>{props.label}</span>
      <input
        type="number"
        min={1}
        max={props.most}
        value={props.value}
        onChange={({ target }) =>
          props.change(Math.min(props.most, Math.max(1, Math.trunc(Number(target.value)) || 1)))
        }
      />
    </label>
  );
}
