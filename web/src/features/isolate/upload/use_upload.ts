// One upload as the page sees it: sending, paused, refused or done.
import { useCallback, useEffect, useRef, useState } from "react";
import { uploads } from "../../../api/resources";
import type { Upload } from "../../../api/types";
import { send_files } from "./send_files";

export type Phase = "sending" | "paused" | "done";

export interface RunningUpload {
  upload: Upload;
  phase: Phase;
  error: unknown; // why it is paused, null if a person did it
  pause: () => void;
  resume: (files?: File[]) => void;
  can_resume: boolean; // the files are at hand
}

const wait = (milliseconds: number) => new Promise<void>((go) => setTimeout(go, milliseconds));

// Requires: the upload is open. Without files it begins paused: a browser forgets them on reload.
export function useUpload(begun: Upload, files: File[] | null, done: () => void): RunningUpload {
  const [upload, set_upload] = useState(begun);
  const [phase, set_phase] = useState<Phase>(files ? "sending" : "paused");
  const [error, set_error] = useState<unknown>(null);
  const at_hand = useRef(files);
  const stop = useRef<AbortController | null>(null);
  const when_done = useRef(done);
  when_done.current = done;

  const run = useCallback(async () => {
    const chosen = at_hand.current;
    if (!chosen || stop.current) return;
    const control = new AbortController();
    stop.current = control;
    set_phase("sending");
    set_error(null);
    try {
      const now = await uploads.read(begun.id);
      set_upload(now);
      const sending = { server: uploads, signal: control.signal, progress: set_upload, wait };
      set_upload(await send_files(now, chosen, sending));
      set_phase("done");
      when_done.current();
    } catch (problem) {
      if (!control.signal.aborted) set_error(problem);
      set_phase("paused");
    } finally {
      stop.current = null;
    }
  }, [begun.id]);

  useEffect(() => {
    void run();
    return () => stop.current?.abort();
  }, [run]);

  return {
    upload,
    phase,
    error,
    pause: () => stop.current?.abort(),
    resume: (again) => {
      if (again) at_hand.current = again;
      void run();
    },
    can_resume: at_hand.current !== null,
  };
}
