// Dates and numbers as people of the language write them.
import type { Language } from "../api/types";

const locale_of: Record<Language, string> = { nb: "nb-NO", en: "en-GB" };
const laboratory_zone = "Europe/Oslo";

export interface Formats {
  day: (iso: string) => string; // "2026-11-13": a day without time, never shifted by a zone
  moment: (iso: string) => string;
  number: (value: number, decimals?: number) => string;
  measured: (text: string) => string; // "0.06 mg/L" with the language's decimal sign, "<=" as one sign
  bases: (count: number) => string; // "5,33 Mb"
  bytes: (count: number) => string;
}

export function formats(language: Language): Formats {
  const locale = locale_of[language];
  const day = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const moment = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: laboratory_zone,
  });
  const number = (value: number, decimals = 0) =>
    value.toLocaleString(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  const at_most = (value: number, decimals: number) =>
    value.toLocaleString(locale, { maximumFractionDigits: decimals });
  return {
    day: (iso) => (iso ? day.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)) : ""),
    moment: (iso) => (iso ? moment.format(new Date(iso)) : ""),
    number,
    measured: (text) => {
      const signed = text.replace("<=", "≤").replace(">=", "≥");
      return language === "nb" ? signed.replace(/(\d)\.(\d)/g, "$1,$2") : signed;
    },
    bases: (count) => {
      if (count >= 1e6) return `${at_most(count / 1e6, 2)} Mb`;
      return count >= 1e4 ? `${at_most(count / 1e3, 1)} kb` : `${number(count)} b`;
    },
    bytes: (count) =>
      count >= 1e6 ? `${at_most(count / 1e6, 1)} MB` : `${at_most(count / 1e3, 1)} kB`,
  };
}

// The laboratory's day, as fields of dates hold it: "2026-11-21".
export const today = () =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: laboratory_zone }).format(new Date());
