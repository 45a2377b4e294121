// An address that no page has.
import { Heading, Link, Paragraph } from "@digdir/designsystemet-react";
import { Link as RouterLink } from "react-router-dom";
import { useTexts } from "../i18n/use_texts";
import { usePageTitle } from "./page_title";

export function NotFoundPage() {
  const { t } = useTexts();
  usePageTitle(t("ui.not_found"));
  return (
    <>
      <Heading level={1}>{t("ui.not_found")}</Heading>
      <Paragraph>
        <Link asChild>
          <RouterLink to="/">{t("work_list.title")}</RouterLink>
        </Link>
      </Paragraph>
    </>
  );
}
