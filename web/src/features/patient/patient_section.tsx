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
import { LinkForm } from "./link_form";
import "./patient.css";

type Elsewhere = PatientView["elsewhere"][number];

interface Props {
  accession: string;
  reload: () => void; // of the isolate, whose history grows
}

export function PatientSection({ accession, reload }: Props) {
  const { t } = useTexts();
  const { person } = useSession();
  const known = useResource(accession, () => patients.of(accession));
  const [open, set_open] = useState<"enter" | "show" | null>(null);
  const [linking, set_linking] = useState<Elsewhere | null>(null);
  const [said, set_said] = useState("");
  const close = useCallback(() => {
    set_open(null);
    reload();
  }, [reload]);
  const entered = known.data !== null && known.data.patient !== null;
  const is_microbiologist = person?.roles.includes("microbiologist") ?? false;
  return (
    <Section id="patient" title={t("section.patient")}>
      {known.error !== null && <ErrorPanel error={known.error} retry={known.reload} />}
      {known.data ? (
        <Known
          view={known.data}
          accession={accession}
          link={is_microbiologist ? set_linking : null}
        />
      ) : (
        <Loading />
      )}
      <p role="status">{said}</p>
      {known.data && (
        <div className="patient-actions">
          {is_staff(person) && (
            <Button variant="secondary" data-size="sm" onClick={() => set_open("enter")}>
              {t(entered ? "patient.correct" : "patient.enter")}
            </Button>
          )}
          {entered && is_microbiologist && (
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
      {linking && known.data?.patient != null && (
        <LinkForm
          patient={known.data.patient}
          other={linking}
          done={() => {
            set_said(t("patient.link_done"));
            set_linking(null);
            known.reload();
            reload();
          }}
          cancel={() => set_linking(null)}
        />
      )}
    </Section>
  );
}

interface KnownProps {
  view: PatientView;
  accession: string;
  link: ((other: Elsewhere) => void) | null; // null: not by this person
}

function Known({ view, accession, link }: KnownProps) {
  const { t, format } = useTexts();
  if (view.patient === null) return <p>{t("patient.none")}</p>;
  const others = view.isolates.filter((isolate) => isolate !== accession);
  const link_with = (patient: number) => view.links.find((known) => known.patient === patient);
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
      {view.elsewhere.map((other) => {
        const known = link_with(other.patient);
        return (
          <p key={other.patient} className="patient-elsewhere">
            {t(known ? "patient.linked" : "patient.elsewhere", { ...other })}
            {known && (
              <span className="subtle">
                {t("patient.linked_by", {
                  person: known.linked_by,
                  time: format.moment(known.linked),
                  reason: known.reason,
                })}
              </span>
            )}
            {!known && link && (
              <Button variant="secondary" data-size="sm" onClick={() => link(other)}>
                {t("patient.link")}
              </Button>
            )}
          </p>
        );
      })}
    </>
  );
}
