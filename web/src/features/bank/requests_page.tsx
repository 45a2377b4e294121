// Requests of institutions for strains, and the agreements they rest on.
import { Link } from "react-router-dom";
import { requests, type Agreement } from "../../api/bank";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { Mark } from "../../ui/mark";
import { Head, ScrollTable } from "../../ui/scroll_table";
import { Section } from "../../ui/section";
import { BankFrame } from "./bank_frame";
import type { Field } from "./fields";
import { FormDialog } from "./form_dialog";

export default function RequestsPage() {
  const { t, code, format } = useTexts();
  const all = useResource("requests", requests.all);
  const agreements = useResource("agreements", requests.agreements);
  const error = all.error ?? agreements.error;
  return (
    <BankFrame title={t("bank.page.requests")}>
      {error !== null && <ErrorPanel error={error} retry={all.reload} />}
      {(!all.data || !agreements.data) && error === null && <Loading />}
      {all.data && (
        <Section
          id="requests"
          title={t("bank.request.count", { count: all.data.items.length })}
          aside={<NewRequest done={all.reload} />}
        >
          <ScrollTable
            label={t("bank.page.requests")}
            head={
              <>
                <Head>{t("bank.request.number")}</Head>
                <Head>{t("bank.request.institution")}</Head>
                <Head>{t("bank.request.strains")}</Head>
                <Head>{t("bank.request.state")}</Head>
                <Head>{t("bank.when")}</Head>
              </>
            }
          >
            {all.data.items.map((request) => (
              <tr key={request.number}>
                <th scope="row" className="nowrap">
                  <Link to={`/bank/requests/${request.number}`}>{request.number}</Link>
                </th>
                <td>{request.institution}</td>
                <td>
                  {request.strains.map((line) => `${line.number} × ${line.vials}`).join(", ")}
                </td>
                <td>{code("request_state", request.state)}</td>
                <td className="nowrap">{format.moment(request.entered)}</td>
              </tr>
            ))}
          </ScrollTable>
        </Section>
      )}
      {agreements.data && <Agreements items={agreements.data.items} done={agreements.reload} />}
    </BankFrame>
  );
}

function NewRequest({ done }: { done: () => void }) {
  const { t } = useTexts();
  const required = (name: "institution" | "person" | "contact"): Field => ({
    name,
    label: t(`bank.request.${name}`),
    required: true,
  });
  return (
    <FormDialog
      label={t("bank.request.add")}
      fields={[
        required("institution"),
        required("person"),
        required("contact"),
        {
          name: "containment",
          label: t("bank.request.containment"),
          type: "select",
          initial: "2",
          options: ["1", "2", "3"].map((group) => [group, group]),
        },
        {
          name: "strains",
          label: t("bank.request.strains"),
          required: true,
          hint: t("bank.request.strains_hint"),
        },
        {
          name: "vials",
          label: t("bank.request.vials"),
          type: "number",
          required: true,
          initial: "1",
          min: 1,
          max: 10,
        },
        { name: "purpose", label: t("bank.request.purpose"), type: "area", required: true },
        { name: "nagoya", label: t("bank.nagoya") },
      ]}
      submit={(values) =>
        requests.add({
          institution: values.text("institution"),
          person: values.text("person"),
          contact: values.text("contact"),
          containment: values.number("containment") ?? 2,
          purpose: values.text("purpose"),
          nagoya: values.text("nagoya"),
          strains: values.list("strains").map((number) => ({
            number,
            vials: values.number("vials") ?? 1,
          })),
        })
      }
      done={done}
    />
  );
}

function Agreements({ items, done }: { items: Agreement[]; done: () => void }) {
  const { t, format } = useTexts();
  const day = (name: "valid_from" | "valid_until"): Field => ({
    name,
    label: t(`bank.request.${name}`),
    type: "date",
    required: true,
  });
  return (
    <Section
      id="agreements"
      title={t("bank.request.agreements", { count: items.length })}
      aside={
        <FormDialog
          label={t("bank.request.add_agreement")}
          fields={[
            { name: "institution", label: t("bank.request.institution"), required: true },
            { name: "reference", label: t("bank.request.reference"), required: true },
            day("valid_from"),
            day("valid_until"),
          ]}
          submit={(values) =>
            requests.add_agreement({
              institution: values.text("institution"),
              reference: values.text("reference"),
              valid_from: values.text("valid_from"),
              valid_until: values.text("valid_until"),
            })
          }
          done={done}
        />
      }
    >
      <ScrollTable
        label={t("bank.request.agreement")}
        head={
          <>
            <Head>{t("bank.request.reference")}</Head>
            <Head>{t("bank.request.institution")}</Head>
            <Head>{t("bank.request.valid")}</Head>
          </>
        }
      >
        {items.map((agreement) => (
          <tr key={agreement.id}>
            <th scope="row">{agreement.reference}</th>
            <td>{agreement.institution}</td>
            <td>
              <Mark tone={agreement.valid_today ? "good" : "danger"}>
                {t(agreement.valid_today ? "bank.request.in_force" : "bank.request.not_in_force")}
              </Mark>{" "}
              {format.day(agreement.valid_from)} – {format.day(agreement.valid_until)}
            </td>
          </tr>
        ))}
      </ScrollTable>
    </Section>
  );
}
