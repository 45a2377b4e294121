// Whatever the line does, what the server has in the end is the file.
import { describe, expect, it } from "vitest";
import { Problem } from "../../../api/problem";
import type { Upload } from "../../../api/types";
import { match_files, part_bytes, send_files, type UploadServer } from "./send_files";
import { sha256_of } from "./sha256";

function file_of(name: string, size: number): File {
  const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 7 + size) % 253);
  return new File([bytes], name);
}

const bytes_of = async (file: File) => new Uint8Array(await file.arrayBuffer());

// Keeps what it gets; `trouble` is asked before each part and may throw instead of it or after it.
class FakeServer implements UploadServer {
  readonly kept: Uint8Array[];
  completed: { number: number; sha256: string }[] | null = null;
  constructor(
    readonly upload: Upload,
    private readonly trouble: (part: number) => "" | "before" | "after" = () => "",
  ) {
    this.kept = upload.files.map(() => new Uint8Array());
  }
  private parts = 0;

  read = async () => structuredClone(this.upload);
  send_part: UploadServer["send_part"] = async (_, number, offset, bytes, sha256) => {
    const trouble = this.trouble(++this.parts);
    if (trouble === "before") throw new Problem(0, "no_connection", "");
    const file = this.upload.files[number - 1]!;
    if (offset !== file.received) throw new Problem(409, "upload.why.offset", "");
    expect(sha256).toBe(sha256_of(bytes));
    this.kept[number - 1] = Uint8Array.from([...this.kept[number - 1]!, ...bytes]);
    file.received += bytes.length;
    if (trouble === "after") throw new Problem(0, "no_connection", "");
    return structuredClone(this.upload);
  };
  complete: UploadServer["complete"] = async (_, files) => {
    this.completed = files;
    return { ...structuredClone(this.upload), state: "stored" };
  };
}

function upload_of(files: File[]): Upload {
  return {
    id: 1,
    accession: "2026-CPO-0001-U",
    created_by: "anne",
    state: "open",
    created: "",
    changed: "",
    size: 0,
    received: 0,
    job: null,
    files: files.map(({ name, size }, index) => ({
      number: index + 1,
      role: index === 0 ? "reads_1" : "reads_2",
      lane: 1,
      name,
      size,
      sha256: "",
      received: 0,
    })),
  };
}

const sending = (server: FakeServer, signal = new AbortController().signal) => ({
  server,
  signal,
  progress: () => undefined,
  wait: () => Promise.resolve(),
});

const pair = [file_of("R1.fq", part_bytes + 1000), file_of("R2.fq", 5000)];

async function expect_all(server: FakeServer, files: File[]) {
  for (const [index, file] of files.entries()) {
    const bytes = await bytes_of(file);
    expect(sha256_of(server.kept[index]!)).toBe(sha256_of(bytes));
    expect(server.completed?.[index]).toEqual({ number: index + 1, sha256: sha256_of(bytes) });
  }
}

describe("sending files", () => {
  it("sends every byte once and states the digests of the wholes", async () => {
    const server = new FakeServer(upload_of(pair));
    expect((await send_files(await server.read(), pair, sending(server))).state).toBe("stored");
    await expect_all(server, pair);
  });

  it("outlasts a line that breaks before or after a part has come", async () => {
    const server = new FakeServer(upload_of(pair), (part) =>
      part % 3 === 1 ? "before" : part % 3 === 2 ? "after" : "",
    );
    await send_files(await server.read(), pair, sending(server));
    await expect_all(server, pair);
  });

  it("goes on where the server is, and still knows the digest of the whole", async () => {
    const files = [file_of("g.fna", 9000)];
    const upload = upload_of(files);
    upload.files[0]!.received = 4000;
    const server = new FakeServer(upload);
    server.kept[0] = (await bytes_of(files[0]!)).slice(0, 4000);
    await send_files(await server.read(), files, sending(server));
    await expect_all(server, files);
  });

  it("stops when it is told to, and gives up on what does not pass", async () => {
    const stop = new AbortController();
    const server = new FakeServer(upload_of(pair), () => {
      stop.abort();
      return "";
    });
    await expect(
      send_files(await server.read(), pair, sending(server, stop.signal)),
    ).rejects.toThrow();
    expect(server.completed).toBeNull();
    const full = new FakeServer(upload_of(pair));
    full.send_part = () => Promise.reject(new Problem(507, "upload.why.no_room", ""));
    await expect(send_files(await full.read(), pair, sending(full))).rejects.toMatchObject({
      key: "upload.why.no_room",
    });
  });

  it("takes only files of the same name and size for the same", () => {
    const upload = upload_of(pair);
    expect(match_files(upload, [pair[1]!, pair[0]!])).toEqual(pair);
    expect(match_files(upload, [pair[0]!])).toBeNull();
    expect(match_files(upload, [pair[0]!, file_of("R2.fq", 5001)])).toBeNull();
  });
});
