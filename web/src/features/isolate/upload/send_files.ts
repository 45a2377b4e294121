// Sends the files of an upload part by part from where the server has come to; knows nothing of the page.
import { is_problem, Problem } from "../../../api/problem";
import type { Upload } from "../../../api/types";
import { Sha256, sha256_of } from "./sha256";

export const part_bytes = 4 * 1024 * 1024;
const tries = 5;

// What is needed of the server.
export interface UploadServer {
  read: (id: number) => Promise<Upload>;
  send_part: (
    id: number,
    file: number,
    offset: number,
    bytes: Uint8Array,
    sha256: string,
    signal: AbortSignal,
  ) => Promise<Upload>;
  complete: (id: number, files: { number: number; sha256: string }[]) => Promise<Upload>;
}

export interface Sending {
  server: UploadServer;
  signal: AbortSignal; // ends it between two parts or in the middle of one
  progress: (upload: Upload) => void;
  wait: (milliseconds: number) => Promise<void>;
}

// The chosen files in the order of the upload's own, by name and size; null if one is missing.
export function match_files(upload: Upload, chosen: readonly File[]): File[] | null {
  const matched = upload.files.map((wanted) =>
    chosen.find(({ name, size }) => name === wanted.name && size === wanted.size),
  );
  return matched.every((file) => file !== undefined) ? matched : null;
}

// Resolves with the completed upload. Rejects with the server's problem, or an AbortError.
export async function send_files(begun: Upload, files: File[], sending: Sending): Promise<Upload> {
  let upload = begun;
  const digests: { number: number; sha256: string }[] = [];
  for (const [index, file] of files.entries()) {
    const whole = new Sha256();
    const number = index + 1;
    let hashed = 0;
    while (hashed < file.size) {
      const received = upload.files[index]!.received;
      // What the server has already is only read for the digest of the whole.
      const end = hashed < received ? Math.min(hashed + part_bytes, received) : hashed + part_bytes;
      const bytes = new Uint8Array(await file.slice(hashed, end).arrayBuffer());
      sending.signal.throwIfAborted();
      if (hashed >= received) {
        upload = await persistently(sending, () =>
          send_one(upload, number, hashed, bytes, sending),
        );
        sending.progress(upload);
      }
      whole.update(bytes);
      hashed += bytes.length;
    }
    digests.push({ number, sha256: whole.hex() });
  }
  return persistently(sending, () => sending.server.complete(upload.id, digests));
}

// A part whose answer was lost may be there already: the server says how far it is.
async function send_one(
  upload: Upload,
  number: number,
  offset: number,
  bytes: Uint8Array,
  { server, signal }: Sending,
): Promise<Upload> {
  try {
    return await server.send_part(upload.id, number, offset, bytes, sha256_of(bytes), signal);
  } catch (error) {
    if (!(error instanceof Problem) || error.key !== "upload.why.offset") throw error;
    const now = await server.read(upload.id);
    if (now.files[number - 1]!.received < offset + bytes.length) throw error;
    return now;
  }
}

// The line may come back, another request may end, a part may be damaged once.
function passes(error: unknown): boolean {
  if (error instanceof DOMException) return false; // aborted
  return (
    is_problem(error, 0) ||
    is_problem(error, 503) ||
    (error instanceof Problem &&
      ["upload.why.busy", "upload.why.part_checksum"].includes(error.key))
  );
}

async function persistently<T>({ wait, signal }: Sending, action: () => Promise<T>): Promise<T> {
  for (let round = 1; ; ++round) {
    try {
      return await action();
    } catch (error) {
      signal.throwIfAborted();
      if (round === tries || !passes(error)) throw error;
      await wait(500 * 2 ** round);
      signal.throwIfAborted();
    }
  }
}
