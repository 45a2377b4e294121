// The pages a person's roles lead to, one link each.
import { NavLink } from "react-router-dom";
import type { Person } from "../api/types";
import { useTexts } from "../i18n/use_texts";

type Role = Person["roles"][number];
const staff: Role[] = ["bioengineer", "microbiologist"];
const readers: Role[] = [...staff, "bioinformatician", "epidemiologist", "quality_manager"];

// The texts are ui.nav.<name>.
const pages = [
  { name: "work_list", path: "/", roles: readers },
  { name: "referred", path: "/", roles: ["referring"] as Role[] },
  { name: "refer", path: "/refer", roles: ["referring", ...staff] as Role[] },
  { name: "dispatch", path: "/dispatch", roles: ["referring"] as Role[] },
  { name: "receive", path: "/receive", roles: staff },
  { name: "quality_control", path: "/quality-control", roles: readers },
  { name: "bank", path: "/bank", roles: readers },
  { name: "statistics", path: "/statistics", roles: [...readers, "administrator"] as Role[] },
  { name: "queries", path: "/queries", roles: ["referring", ...staff] as Role[] },
] as const;

export function Navigation({ person }: { person: Person }) {
  const { t } = useTexts();
  const shown = pages.filter(({ roles }) => person.roles.some((role) => roles.includes(role)));
  return (
    <nav aria-label={t("ui.nav.name")} className="frame-nav">
      {shown.map(({ name, path }) => (
        <NavLink key={name} to={path} end>
          {t(`ui.nav.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
