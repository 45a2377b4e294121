// Who sent the isolate, why, and the context of the patient.
import type { IsolateDetail } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";
import { Facts } from "../../ui/facts";
import { Section } from "../../ui/section";

export function ReferralSection({ isolate }: { isolate: IsolateDetail }) {
  const { t, code, format } = useTexts();
  const { referral } = isolate;
  const { clinical, patient } = referral;
  const age = patient.age === null ? "" : t("referral.years", { count: patient.age });
  const who = [patient.pseudonym, code("sex", patient.sex), age, patient.municipality]
    .filter(Boolean)
    .join(", ");
  return (
    <Section id="referral" title={t("section.referral")}>
      <Facts
        rows={[
          [t("referral.question"), referral.question],
          [t("referral.reason"), referral.reason],
          [t("referral.group"), isolate.suspected_group],
          [t("referral.laboratory"), isolate.laboratory.name],
          [t("referral.sender_id"), referral.sender_id],
          [t("referral.sampled"), format.day(referral.sampled ?? "")],
          [t("referral.received"), format.day(referral.received)],
          [t("referral.patient"), who],
          [t("referral.infection"), code("infection", clinical.infection_or_carriage)],
          [t("referral.material"), clinical.material],
          [t("referral.ward"), clinical.ward],
          [t("referral.travel"), clinical.travel],
          [t("referral.hospital_abroad"), code("yes_no", clinical.hospital_abroad)],
          [t("referral.known_contact"), code("yes_no", clinical.known_contact)],
        ]}
      />
    </Section>
  );
}
