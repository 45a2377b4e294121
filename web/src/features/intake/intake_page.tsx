// Referring isolates: a sheet of many, or a form for one.
import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTexts } from "../../i18n/use_texts";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import { Section } from "../../ui/section";
import "./intake.css";
import { ReferralForm } from "./referral_form";
import { SheetForm } from "./sheet_form";

export default function IntakePage() {
  const { t } = useTexts();
  const heading = useHeadingFocus(true);
  usePageTitle(t("intake.title"));
  return (
    <>
      <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
        {t("intake.title")}
      </Heading>
      <Paragraph className="intake-about">{t("intake.about")}</Paragraph>
      <Section id="sheet" title={t("intake.sheet.title")}>
        <SheetForm />
      </Section>
      <Section id="one" title={t("intake.one.title")}>
        <ReferralForm />
      </Section>
    </>
  );
}
