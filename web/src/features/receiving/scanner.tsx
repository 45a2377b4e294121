// One large field that keeps the focus, and what the last code was.
import { useRef, useState, type FormEvent } from "react";
import { Link } from "react-router-dom";
import { shipments, type Scan, type Shipment } from "../../api/intake";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Earlier } from "./earlier";

interface Props {
  box: Shipment | null;
  changed: () => void;
}

export function Scanner({ box, changed }: Props) {
  const { t } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const before = useRef<Promise<void>>(Promise.resolve());
  const [last, set_last] = useState<Scan | null>(null);
  const [error, set_error] = useState<unknown>(null);

  // Codes come faster than answers: each is taken from the field at once, and sent when the one
  // before has its answer, so that what is shown last is the code that was scanned last.
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const code = field.current?.value.trim() ?? "";
    if (field.current) field.current.value = "";
    field.current?.focus();
    if (!code) return;
    await act(() => shipments.scan(code, box?.id ?? null));
  };
  const act = (step: () => Promise<Scan>) => {
    before.current = before.current.then(() => take(step));
    return before.current;
  };
  const take = async (step: () => Promise<Scan>) => {
    set_error(null);
    try {
      set_last(await step());
      changed();
    } catch (problem) {
      set_last(null);
      set_error(problem);
    }
  };
  const undo = async (scan: Scan) => {
    await act(() => shipments.undo(scan.id));
    field.current?.focus();
  };

  return (
    <form className="scanner" onSubmit={(event) => void send(event)}>
      <label htmlFor="scan">{t("receiving.scan")}</label>
      <input
        id="scan"
        ref={field}
        className="plain-input scanner-input"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        autoFocus
      />
      <div role="status" aria-live="assertive">
        {last && <LastScan scan={last} undo={() => void undo(last)} />}
      </div>
      {error !== null && <ErrorPanel error={error} />}
    </form>
  );
}

function LastScan({ scan, undo }: { scan: Scan; undo: () => void }) {
  const { t, code } = useTexts();
  const kind = scan.undone ? "undone" : scan.outcome;
  return (
    <div className={`last-scan last-scan-${kind}`}>
      <p>
        <strong>{code("scan_outcome", kind)}</strong>{" "}
        <span className="mono">{scan.tube?.sender_id ?? scan.code}</span>
        {scan.tube && <Link to={`/isolates/${scan.tube.accession}`}> {scan.tube.accession}</Link>}
      </p>
      <p>{code("scan_help", kind)}</p>
      {scan.earlier.length > 0 && <Earlier isolates={scan.earlier} />}
      {!scan.undone && (scan.outcome === "received" || scan.outcome === "unexpected") && (
        <button type="button" className="plain-button" onClick={undo}>
          {t("receiving.undo")}
        </button>
      )}
    </div>
  );
}
