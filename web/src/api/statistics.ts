// How long answers take.
import { body_of, server } from "./client";
import type { components } from "./schema";

export type TurnaroundReport = components["schemas"]["TurnaroundReport"];
export type TurnaroundRow = components["schemas"]["TurnaroundRow"];

export const statistics = {
  report: (months: number) =>
    body_of(server.GET("/api/v1/statistics/turnaround-report", { params: { query: { months } } })),
};
