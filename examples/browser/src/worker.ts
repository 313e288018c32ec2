// Reads articles beside the page, so that it never freezes.

import init, { OnrecordError, parse, trace, type Article, type TraceEntry } from "onrecord";
import { page, pieces, type Piece } from "onrecord/render";

export type Task = { kind: "read"; text: string } | { kind: "trace"; text: string } | { kind: "page"; text: string; article: Article };
export type Request = Task & { id: number };
export type Read = { article: Article; pieces: readonly Piece[] };
export type Answer = { id: number; value: Read | readonly TraceEntry[] | string } | { id: number; error: string };

const ready = init();

self.addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  self.postMessage(await answer(data));
});

async function answer(request: Request): Promise<Answer> {
  try {
    await ready;
    return { id: request.id, value: run(request) };
  } catch (error) {
    const message = error instanceof OnrecordError || error instanceof Error ? error.message : String(error);
    return { id: request.id, error: message };
  }
}

function run(task: Task): Read | readonly TraceEntry[] | string {
  switch (task.kind) {
    case "read": {
      const article = parse(task.text);
      return { article, pieces: pieces(article, task.text) };
    }
    case "trace":
      return trace(task.text);
    case "page":
      return page(task.article, task.text);
  }
}
