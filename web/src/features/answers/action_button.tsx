// The button of a step; when the step is not allowed it says why instead of disappearing.
import { Button } from "@digdir/designsystemet-react";
import { useId } from "react";
import type { Permission } from "../../api/types";
import { useTexts } from "../../i18n/use_texts";

interface Props {
  name: "draft" | "validate" | "approve" | "amend" | "change_kind";
  permission: Permission;
  act: () => void;
  secondary?: boolean;
}

export function ActionButton({ name, permission, act, secondary = false }: Props) {
  const { t, code } = useTexts();
  const reason = useId();
  const why = permission.why.replace("answer.why.", "");
  const specific = code("why", `${name}.${why}`);
  const text = specific === `${name}.${why}` ? code("why", why) : specific;
  // aria-disabled keeps the button reachable, so that the reason is read with it.
  return (
    <div>
      <Button
        variant={secondary ? "secondary" : "primary"}
        aria-disabled={!permission.allowed}
        aria-describedby={permission.allowed ? undefined : reason}
        onClick={() => permission.allowed && act()}
      >
        {t(`answer.action.${name}`)}
      </Button>
      {!permission.allowed && (
        <p id={reason} className="answer-why">
          {text}
        </p>
      )}
    </div>
  );
}
