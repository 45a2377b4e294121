// A labelled list to choose one value from.
import "./field.css";

interface Props {
  label: string;
  value: string;
  options: [string, string][]; // value and what is shown
  choose: (value: string) => void;
}

export function Choice({ label, value, options, choose }: Props) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.target.value)}>
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
