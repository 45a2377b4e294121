// A table that scrolls sideways inside its own box when the page is narrow; the box takes the focus then.
import type { ReactNode } from "react";
import { useTexts } from "../i18n/use_texts";

interface Props {
  label: string;
  caption?: ReactNode;
  className?: string;
  head: ReactNode;
  children: ReactNode;
}

export function ScrollTable({ label, caption, className = "", head, children }: Props) {
  const { t } = useTexts();
  return (
    <div className="scroll" role="region" aria-label={t("ui.table", { name: label })} tabIndex={0}>
      <table className={`plain-table ${className}`}>
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function Head({ children, number = false }: { children: ReactNode; number?: boolean }) {
  return (
    <th scope="col" className={number ? "number" : undefined}>
      {children}
    </th>
  );
}
