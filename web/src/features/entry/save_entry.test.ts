// A tag that went stale through an analysis does not refuse what was typed; a colleague's value does.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { measurements } from "../../api/measurements";
import { Problem } from "../../api/problem";
import { isolates } from "../../api/resources";
import type { Measurement } from "../../api/types";
import { save_entry } from "./save_entry";

vi.mock("../../api/client", () => ({}));

const stored = (...ids: number[]) => ids.map((id) => ({ id })) as Measurement[];
const seen = { measurements: stored(1, 2), etag: '"old"' };
const stale = new Problem(412, "error.stale", "");
const typed = { rows: [], reason: "misread" };
const done = { added: [3], job: null };

describe("saving an entry", () => {
  const enter = vi.spyOn(measurements, "enter");
  const get = vi.spyOn(isolates, "get");
  const now = (measured: Measurement[]) =>
    get.mockResolvedValue({ value: { measurements: measured }, etag: '"new"' } as Awaited<
      ReturnType<typeof isolates.get>
    >);
  beforeEach(() => {
    enter.mockReset();
    get.mockReset();
  });

  it("goes under the tag that was read", async () => {
    enter.mockResolvedValueOnce(done);
    expect(await save_entry("A", typed, seen, "nb")).toBe(done);
    expect(get).not.toHaveBeenCalled();
  });

  it("goes under the new tag when the measurements are those that were seen", async () => {
    enter.mockRejectedValueOnce(stale).mockResolvedValueOnce(done);
    now(stored(2, 1));
    expect(await save_entry("A", typed, seen, "nb")).toBe(done);
    expect(enter).toHaveBeenLastCalledWith("A", [], '"new"', "misread");
  });

  it.each([[stored(1, 4)], [stored(1, 2, 4)], [stored(1)]])(
    "is refused when another value stands there now",
    async (measured) => {
      enter.mockRejectedValue(stale);
      now(measured);
      await expect(save_entry("A", typed, seen, "nb")).rejects.toBe(stale);
      expect(enter).toHaveBeenCalledTimes(1);
    },
  );

  it("hands on any other problem", async () => {
    const broken = new Problem(500, "error.internal", "");
    enter.mockRejectedValue(broken);
    await expect(save_entry("A", typed, seen, "nb")).rejects.toBe(broken);
    expect(get).not.toHaveBeenCalled();
  });
});
