// One request: who asks for what, what comes next, and every step so far.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Link, useParams } from "react-router-dom";
import { requests, type Agreement, type StrainRequest } from "../../api/bank";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Facts } from "../../ui/facts";
import { Loading } from "../../ui/loading";
import { Mark } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";
import { useSession } from "../session/session";
import { BankError } from "./bank_error";
import { BankFrame } from "./bank_frame";
import { FormDialog } from "./form_dialog";

export default function RequestPage() {
  const { number = "" } = useParams();
  const { t, code } = useTexts();
  const request = useResource(number, () => requests.get(number));
  const agreements = useResource("agreements", requests.agreements);
  if (request.error !== null && !request.data)
    return <ErrorPanel error={request.error} retry={request.reload} />;
  if (!request.data) return <Loading />;
  const { data } = request;
  return (
    <BankFrame
      title={data.number}
      way={[["/bank/requests", t("bank.page.requests")]]}
      aside={<Mark tone="info">{code("request_state", data.state)}</Mark>}
    >
      <About request={data} />
      <Section id="next" title={t("bank.request.next")}>
        {agreements.error !== null && (
          <ErrorPanel error={agreements.error} retry={agreements.reload} />
        )}
        {agreements.data ? (
          <Next request={data} agreements={agreements.data.items} done={request.reload} />
        ) : (
          agreements.loading && <Loading />
        )}
      </Section>
      <Steps steps={data.steps} />
    </BankFrame>
  );
}

function About({ request }: { request: StrainRequest }) {
  const { t, format } = useTexts();
  const { agreement } = request;
  return (
    <Section id="about" title={t("bank.request.about")}>
      <Facts
        rows={[
          [t("bank.request.institution"), request.institution],
          [t("bank.request.person"), `${request.person}, ${request.contact}`],
          [t("bank.request.purpose"), request.purpose],
          [t("bank.risk_group"), String(request.containment)],
          [t("bank.nagoya"), request.nagoya],
          [
            t("bank.request.strains"),
            request.strains.map((line) => (
              <span key={line.number} className="nowrap">
                <Link to={`/bank/strains/${line.number}`}>{line.number}</Link> × {line.vials}{" "}
              </span>
            )),
          ],
          [
            t("bank.request.agreement"),
            agreement && `${agreement.reference} (${format.day(agreement.valid_until)})`,
          ],
          [t("bank.request.picked"), request.picked.map((vial) => vial.code).join(", ")],
        ]}
      />
    </Section>
  );
}

interface NextProps {
  request: StrainRequest;
  agreements: Agreement[];
  done: () => void;
}

function Next({ request, agreements, done }: NextProps) {
  const { t } = useTexts();
  const { person } = useSession();
  const decides = person?.roles.includes("microbiologist") ?? false;
  const comment = { name: "comment", label: t("bank.comment"), type: "area" } as const;
  const withdraw = (
    <FormDialog
      label={t("bank.request.withdraw")}
      danger
      fields={[{ ...comment, required: true }]}
      submit={(values) =>
        requests.go_on(request.number, { state: "withdrawn", comment: values.text("comment") })
      }
      done={done}
    />
  );
  const step = (state: "shipped" | "received") => (
    <FormDialog
      label={t(`bank.request.${state}`)}
      about={t(`bank.request.${state}_about`)}
      fields={[comment]}
      submit={(values) =>
        requests.go_on(request.number, { state, comment: values.text("comment") })
      }
      done={done}
    />
  );
  const usable = agreements.filter((known) => known.institution === request.institution);
  if (request.state === "asked")
    return (
      <div className="bank-actions">
        {!decides && <span className="bank-hint">{t("bank.request.decides")}</span>}
        {decides && (
          <FormDialog
            label={t("bank.request.approve")}
            about={usable.length === 0 ? t("bank.request.no_agreement") : undefined}
            fields={[
              {
                name: "agreement",
                label: t("bank.request.agreement"),
                type: "select",
                required: true,
                options: usable.map((known) => [String(known.id), known.reference]),
              },
              comment,
            ]}
            submit={(values) =>
              requests.approve(request.number, {
                agreement: values.number("agreement") ?? 0,
                comment: values.text("comment"),
              })
            }
            done={done}
          />
        )}
        {decides && (
          <FormDialog
            label={t("bank.request.decline")}
            danger
            fields={[{ ...comment, required: true }]}
            submit={(values) =>
              requests.decline(request.number, { comment: values.text("comment") })
            }
            done={done}
          />
        )}
        {withdraw}
      </div>
    );
  if (request.state === "approved")
    return <Pick request={request} done={done} withdraw={withdraw} />;
  if (request.state === "picked")
    return (
      <div className="bank-actions">
        {step("shipped")}
        {withdraw}
      </div>
    );
  if (request.state === "shipped") return <div className="bank-actions">{step("received")}</div>;
  return <p className="bank-hint">{t("bank.request.closed")}</p>;
}

// The vials the bank suggests, where they stand, and the button that says they were taken out.
function Pick({
  request,
  done,
  withdraw,
}: {
  request: StrainRequest;
  done: () => void;
  withdraw: JSX.Element;
}) {
  const { t, language } = useTexts();
  const [error, set_error] = useState<unknown>(null);
  const pick = () => {
    set_error(null);
    requests
      .go_on(request.number, { state: "picked", vials: request.to_pick.map((vial) => vial.code) })
      .then(done, set_error);
  };
  return (
    <div className="bank-form">
      <ScrollTable
        label={t("bank.request.to_pick")}
        head={
          <>
            <Head>{t("bank.vial")}</Head>
            <Head>{t("bank.where")}</Head>
            <Head number>{t("bank.thaws")}</Head>
          </>
        }
      >
        {request.to_pick.map((vial) => (
          <tr key={vial.code}>
            <th scope="row">{vial.code}</th>
            <td>{vial.spot && `${vial.spot.path}, ${vial.spot.position}`}</td>
            <td className="number">{vial.thaws}</td>
          </tr>
        ))}
      </ScrollTable>
      <BankError error={error} />
      <div className="bank-actions">
        <Button onClick={pick}>{t("bank.request.pick")}</Button>
        <a
          href={requests.picking_list_url(request.number, language)}
          target="_blank"
          rel="noreferrer"
        >
          {t("bank.request.picking_list")} (PDF)
        </a>
        {withdraw}
      </div>
    </div>
  );
}

function Steps({ steps }: { steps: StrainRequest["steps"] }) {
  const { t, code, format } = useTexts();
  return (
    <Section id="steps" title={t("bank.request.steps")}>
      <ScrollTable
        label={t("bank.request.steps")}
        head={
          <>
            <Head>{t("bank.when")}</Head>
            <Head>{t("bank.request.state")}</Head>
            <Head>{t("bank.comment")}</Head>
            <Head>{t("bank.by")}</Head>
          </>
        }
      >
        {steps.map((step) => (
          <tr key={step.at + step.state}>
            <td className="nowrap">{format.moment(step.at)}</td>
            <td>{code("request_state", step.state)}</td>
            <td>{step.comment}</td>
            <td>{step.person}</td>
          </tr>
        ))}
      </ScrollTable>
    </Section>
  );
}
