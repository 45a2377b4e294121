// What every page of the bank has: the way back, its heading and the other pages.
import { Heading } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { Link, NavLink } from "react-router-dom";
import { useTexts } from "../../i18n/use_texts";
import { useHeadingFocus, usePageTitle } from "../../ui/page_title";
import "./bank.css";

const pages = ["places", "catalogue", "due", "requests", "panels"] as const;
const address = { places: "/bank", catalogue: "/bank/catalogue", due: "/bank/due" };

interface Props {
  title: string;
  way?: [string, string][]; // addresses and names between the bank and this page
  aside?: ReactNode; // beside the heading
  children: ReactNode;
}

export function BankFrame({ title, way = [], aside, children }: Props) {
  const { t } = useTexts();
  const heading = useHeadingFocus(true);
  usePageTitle(title);
  return (
    <>
      <nav aria-label={t("isolate.breadcrumb")} className="breadcrumb bank-way">
        <Link to="/">{t("work_list.title")}</Link>
        <Link to="/bank">{t("bank.title")}</Link>
        {way.map(([to, name]) => (
          <Link key={to} to={to}>
            {name}
          </Link>
        ))}
      </nav>
      <div className="bank-head">
        <Heading level={1} data-size="md" ref={heading} tabIndex={-1}>
          {title}
        </Heading>
        {aside}
      </div>
      <nav aria-label={t("bank.title")} className="bank-pages">
        {pages.map((page) => (
          <NavLink
            key={page}
            end
            to={{ ...address, requests: "/bank/requests", panels: "/bank/panels" }[page]}
          >
            {t(`bank.page.${page}`)}
          </NavLink>
        ))}
      </nav>
      <div className="bank-page">{children}</div>
    </>
  );
}
