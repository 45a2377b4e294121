// Registering referrals: one by its fields, or a whole sheet.
import { body_of, server, session_headers } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type ReferralReport = Schemas["ReferralReport"];
export type RegisteredReferral = Schemas["RegisteredReferral"];
export type RowMessage = Schemas["RowMessage"];
export type NewReferral = Schemas["NewReferral"];

const dry = (dry_run: boolean) => ({ dry_run: dry_run ? ("true" as const) : ("false" as const) });

export const referrals = {
  register: (referral: NewReferral) =>
    body_of(
      server.POST("/api/v1/referrals", {
        params: { header: session_headers(), query: dry(false) },
        body: referral,
      }),
    ),
  register_sheet: (sheet: Uint8Array, dry_run: boolean) =>
    body_of(
      server.POST("/api/v1/referral-sheets", {
        params: { header: session_headers(), query: dry(dry_run) },
        headers: { "Content-Type": "application/octet-stream" },
        body: sheet as unknown as string,
        bodySerializer: (body) => body as BodyInit,
      }),
    ),
};
