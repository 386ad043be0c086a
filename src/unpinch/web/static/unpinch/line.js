/**
 * A line of plain requests, for a browser that opens the page but refuses a socket to the same
 * place: Safari does, where nobody but the computer itself vouches for the connection. It answers
 * to the few names of a WebSocket that the link uses.
 */

const PLACE = "/coach/line";
const PUT_OUT = 4001;
const FORBIDDEN = 403;

export class PlainLine extends EventTarget {
  constructor() {
    super();
    /** @type {number} */
    this.readyState = WebSocket.CONNECTING;
    this.name = "";
    this.end = new AbortController();
    /** @type {Promise<unknown>} */
    this.saying = Promise.resolve();
    this.showing = false;
    void this.listen();
  }

  /** Until the stream ends, however it ends. */
  async listen() {
    let code = 0;
    try {
      const answer = await fetch(PLACE, { signal: this.end.signal, cache: "no-store" });
      if (answer.status === FORBIDDEN) code = PUT_OUT;
      if (answer.ok && answer.body) await this.read(answer.body);
    } catch {
      // The server went away, or the page did: either way the line is closed.
    }
    this.readyState = WebSocket.CLOSED;
    this.dispatchEvent(new CloseEvent("close", { code }));
  }

  /** @param {ReadableStream<Uint8Array<ArrayBuffer>>} body */
  async read(body) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) this.hear(line);
    }
  }

  /** @param {string} line */
  hear(line) {
    if (this.name) {
      this.dispatchEvent(new MessageEvent("message", { data: line }));
      return;
    }
    this.name = JSON.parse(line).name;
    this.readyState = WebSocket.OPEN;
    this.dispatchEvent(new Event("open"));
  }

  /**
   * Texts go one after the other. Of pictures only the newest matters: one at a time, no queue.
   * @param {string | ArrayBuffer} message
   */
  send(message) {
    if (typeof message === "string") {
      this.saying = this.saying.then(() => this.post(message, "application/json"));
    } else if (!this.showing) {
      this.showing = true;
      void this.post(message, "application/octet-stream").then(() => {
        this.showing = false;
      });
    }
  }

  /**
   * @param {string | ArrayBuffer} body
   * @param {string} kind
   */
  async post(body, kind) {
    try {
      const headers = { "Content-Type": kind };
      const answer = await fetch(`${PLACE}/${this.name}`, { method: "POST", body, headers });
      if (!answer.ok) this.close();
    } catch {
      this.close();
    }
  }

  close() {
    this.end.abort();
  }
}
