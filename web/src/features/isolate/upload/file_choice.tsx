// A labelled choice of files from one's own disk.
import { useId } from "react";

interface Props {
  label: string;
  hint?: string;
  several?: boolean;
  choose: (files: File[]) => void;
}

export function FileChoice({ label, hint, several = false, choose }: Props) {
  const id = useId();
  return (
    <div className="file-choice">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="subtle">
          {hint}
        </p>
      )}
      <input
        id={id}
        type="file"
        multiple={several}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => choose(Array.from(target.files ?? []))}
      />
    </div>
  );
}
