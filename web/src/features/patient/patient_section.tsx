// Whose isolate it is: whether an identity number was entered, the patient's other isolates, other hospitals.
import { Button } from "@digdir/designsystemet-react";
import { useCallback, useState } from "react";
import { Link } from "react-router-dom";
import { patients } from "../../api/resources";
import type { PatientView } from "../../api/types";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { Section } from "../../ui/section";
import { is_staff } from "../session/roles";
import { useSession } from "../session/session";
import { IdentityForm } from "./identity_form";
import { IdentityReading } from "./identity_reading";
import "./patient.css";

interface Props {
  accession: string;
  reload: () => void; // of the isolate, whose history grows
}

export function PatientSection({ accession, reload }: Props) {
  const { t } = useTexts();
  const { person } = useSession();
  const known = useResource(accession, () => patients.of(accession));
  const [open, set_open] = useState<"enter" | "show" | null>(null);
  const [said, set_said] = useState("");
  const close = useCallback(() => {
    set_open(null);
    reload();
  }, [reload]);
  const entered = known.data !== null && known.data.patient !== null;
  const may_show = person?.roles.includes("microbiologist") ?? false;
  return (
    <Section id="patient" title={t("section.patient")}>
      {known.error !== null && <ErrorPanel error={known.error} retry={known.reload} />}
      {known.data ? <Known view={known.data} accession={accession} /> : <Loading />}
      <p role="status">{said}</p>
      {known.data && (
        <div className="patient-actions">
          {is_staff(person) && (
            <Button variant="secondary" data-size="sm" onClick={() => set_open("enter")}>
              {t(entered ? "patient.correct" : "patient.enter")}
            </Button>
          )}
          {entered && may_show && (
            <Button variant="secondary" data-size="sm" onClick={() => set_open("show")}>
              {t("patient.show")}
            </Button>
          )}
        </div>
      )}
      {open === "enter" && (
        <IdentityForm
          accession={accession}
          replaces={entered}
          done={() => {
            set_said(t("patient.saved"));
            known.reload();
            close();
          }}
          cancel={() => set_open(null)}
        />
      )}
      {open === "show" && <IdentityReading accession={accession} close={close} />}
    </Section>
  );
}

function Known({ view, accession }: { view: PatientView; accession: string }) {
  const { t } = useTexts();
  if (view.patient === null) return <p>{t("patient.none")}</p>;
  const others = view.isolates.filter((isolate) => isolate !== accession);
  const linked = view.links.map(({ patient }) => patient);
  return (
    <>
      <p>{t("patient.entered", { patient: view.patient })}</p>
      {others.length > 0 && (
        <p>
          {t("patient.others", { count: others.length })}{" "}
          {others.map((isolate, at) => (
            <span key={isolate}>
              {at > 0 && ", "}
              <Link to={`/isolates/${isolate}`}>{isolate}</Link>
            </span>
          ))}
        </p>
      )}
      {view.elsewhere.map(({ patient, laboratory }) => (
        <p key={patient}>
          {t(linked.includes(patient) ? "patient.linked" : "patient.elsewhere", {
            laboratory,
            patient,
          })}
        </p>
      ))}
    </>
  );
}
