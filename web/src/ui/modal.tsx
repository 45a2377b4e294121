// A modal dialog with a heading; Escape and the close button cancel.
import { Dialog, Heading } from "@digdir/designsystemet-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useTexts } from "../i18n/use_texts";
import "./modal.css";

export function Modal({
  title,
  cancel,
  children,
}: {
  title: string;
  cancel: () => void;
  children: ReactNode;
}) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const opened_by = document.activeElement;
    if (!dialog.current?.open) dialog.current?.showModal();
    return () => {
      if (opened_by instanceof HTMLElement) opened_by.focus();
    };
  }, []);
  return (
    <Dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={cancel}
      closeButton={t("ui.close")}
      className="modal"
    >
      <Heading level={2} data-size="xs" id={heading}>
        {title}
      </Heading>
      {children}
    </Dialog>
  );
}
