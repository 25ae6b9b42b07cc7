// A network between a phone and the portal that also the service worker's requests go through: it passes on, or answers itself,
// or not at all; and it can serve the same build as if it were an earlier release.

import { createServer } from 'node:http';
import { journey } from './journey.mjs';
import { Phone } from './phone.mjs';

/** They speak of the one connection, or of a body that is another one here. */
const LEFT_OUT = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding'];
const IS_TEXT = /^(text\/|application\/javascript)/;
/** Every built file is named by sixteen digits of its content. */
const NAMES = /(build\/[a-z]+-)([0-9a-f]{16})/g;
const STORE = /(cacheName:'portal-)([0-9a-f]{16})/g;

const backwards = (text) => [...text].reverse().join('');
const renamed = (text) => [NAMES, STORE].reduce((so, pattern) => so.replace(pattern, (_, before, digits) => before + backwards(digits)), text);

/** What somebody else's page on the way looks like: a network that wants a log-in, or an edge that has a problem. */
export const FOREIGN = 'Välkommen till kaféets nät';
export const foreign = (status) => ({ status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }, body: `<!doctype html><title>Wi-Fi</title><h1>${FOREIGN}</h1>` });
/** The connection is cut. */
export const NOTHING = { cuts: true };

export class Network {
  /** Stands before a portal, at an address of its own. */
  static before(portal) {
    const network = new Network(portal);
    return new Promise((resolve) => network.server.listen(0, '127.0.0.1', () => resolve(network)));
  }

  constructor(portal) {
    this.portal = portal;
    /** `path => answer` for what does not reach the portal; undefined, at once or in the end, passes on. */
    this.meets = () => undefined;
    /** Whether files are named, and name each other, as in another release; of this one then nothing is there. */
    this.isEarlierRelease = false;
    this.server = createServer((request, response) => {
      this.#give(request, response).catch(() => response.destroy());
    });
  }

  get address() {
    return `http://127.0.0.1:${this.server.address().port}`;
  }

  close() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  async #give(request, response) {
    const answer = (await this.meets(request.url)) ?? (await this.#passOn(request));
    if (answer.cuts) return response.destroy();
    return response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  async #passOn(request) {
    const parts = [];
    for await (const part of request) parts.push(part);
    const { host, connection, ...headers } = request.headers;
    const answer = await fetch(this.portal.address + (this.isEarlierRelease ? renamed(request.url) : request.url), {
      method: request.method,
      headers: { ...headers, 'accept-encoding': 'identity' },
      body: parts.length > 0 ? Buffer.concat(parts) : undefined,
      redirect: 'manual',
    });
    const kept = Object.fromEntries([...answer.headers].filter(([name]) => !LEFT_OUT.includes(name)));
    if (!IS_TEXT.test(kept['content-type'] ?? '')) return { status: answer.status, headers: kept, body: Buffer.from(await answer.arrayBuffer()) };
    const text = await answer.text();
    // Both releases have the same text otherwise: a phone may not be told that its own is still good.
    delete kept.etag;
    return { status: answer.status, headers: kept, body: this.isEarlierRelease ? renamed(text) : text };
  }
}

/** One test on a phone that keeps pages and has such a network before it: `walk(phone, network)`. */
export function journeyBehindNetwork(sentence, tolerates, walk) {
  journey(sentence, {}, async ({ context, portal }) => {
    const network = await Network.before(portal);
    try {
      const seen = Object.create(portal, { address: { value: network.address } });
      const phone = await Phone.open(context.browser(), seen, { keepsPages: true, tolerates });
      try {
        await walk(phone, network);
      } finally {
        await phone.close();
      }
    } finally {
      await network.close();
    }
  });
}
