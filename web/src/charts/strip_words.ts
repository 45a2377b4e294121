// A MIC strip in words: its title, and what is drawn.
import type { Interpretation } from "../api/types";
import type { Texts } from "../i18n/use_texts";

export interface StripValue {
  agent_name: string;
  text: string; // "<=0.5 mg/L"
  unit: string;
  sign: string;
  value: number;
}

// The S bound of 0.001 mg/L or 50 mm is a way to say that the wild type is I.
export function is_off_scale(s: string, unit: string): boolean {
  return unit === "mm" ? Number(s) >= 50 : Number(s) > 0 && Number(s) <= 0.001;
}

export function strip_title({ agent_name, text }: StripValue, { format }: Texts): string {
  return `${agent_name} ${format.measured(text)}`;
}

export function strip_words(
  value: StripValue,
  reading: Interpretation | null,
  texts: Texts,
): string {
  const { t, code, format } = texts;
  const { unit } = value;
  const said: string[] = [];
  const breakpoint = reading?.breakpoint;
  const number = (bound: string) => format.measured(`${bound} ${unit}`);
  if (breakpoint && Number(breakpoint.s) > 0) {
    const zone = unit === "mm";
    if (is_off_scale(breakpoint.s, unit)) said.push(t("strip.no_s"));
    else said.push(t(zone ? "strip.s_zone" : "strip.s_mic", { bound: number(breakpoint.s) }));
    said.push(t(zone ? "strip.r_zone" : "strip.r_mic", { bound: number(breakpoint.r) }));
    if (breakpoint.atu) said.push(t("strip.atu", { range: number(breakpoint.atu) }));
  } else said.push(t("strip.no_numbers"));
  if (reading?.ecoff != null) said.push(t("strip.ecoff", { value: number(String(reading.ecoff)) }));
  if (reading?.category)
    said.push(t("strip.category", { category: code("category", reading.category) }));
  return said.join(" ");
}
