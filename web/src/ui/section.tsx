// A titled part of a page, reachable by its anchor.
import { Heading } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import "./section.css";

interface Props {
  id: string;
  title: string;
  aside?: ReactNode; // beside the title
  children: ReactNode;
}

export function Section({ id, title, aside, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="section">
      <div className="section-head">
        <Heading level={2} data-size="xs" id={`${id}-title`}>
          {title}
        </Heading>
        {aside}
      </div>
      {children}
    </section>
  );
}

export function SubHeading({ children }: { children: ReactNode }) {
  return (
    <Heading level={3} data-size="2xs" className="section-sub">
      {children}
    </Heading>
  );
}
