// Stands before the portal while it is measured: passes requests on, compresses what comes back plain, and serves the bare pages
// in the same way, so that both differ in nothing but their content. What the portal keeps compressed goes on as it is.
// HTTP/1.1 with kept connections.
//
//   node tests/lighthouse/proxy.mjs <address of the portal> <port> <path>…
//
// The bare page of `/en/contact` is at `/bare/en/contact`.

import { Agent, createServer, request } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { barePages } from './bare.mjs';

const compress = promisify(brotliCompress);

const BARE = '/bare';
/** What the portal keeps compressed. The rest is asked for plain: the local runtime would compress it, in a way of its own. */
const HASHED = '/build/';
/** As quick as an edge compresses on the fly. */
const BROTLI_QUALITY = 4;
const COMPRESSED = /^(text\/|image\/svg|application\/(javascript|json|wasm|manifest))/;
/** They speak of the one connection, or of a body that is another one now. */
const LEFT_OUT = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];
/** Longer than a measured visit, so that no connection ends in the middle of one. */
const KEPT_OPEN_MS = 60_000;

const [portal, port, ...paths] = process.argv.slice(2);
const bare = await barePages(portal, paths);
const upstream = new Agent({ keepAlive: true });

const takesBrotli = ({ headers }) => /\bbr\b/.test(headers['accept-encoding']);

/** What the portal answers, whole. */
function ask(asked) {
  const { method, url, headers } = asked;
  // Brotli alone: of several codings the local runtime takes the first, and turns what is compressed into it.
  const coding = url.startsWith(HASHED) && takesBrotli(asked) ? 'br' : 'identity';
  return new Promise((resolve, reject) => {
    const asking = request(portal + url, { method, agent: upstream, headers: { ...headers, 'accept-encoding': coding } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asking.on('error', reject);
    asking.end();
  });
}

function bareAnswer(path) {
  const html = bare.get(path || '/');
  const status = html === undefined ? 404 : 200;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }, body: Buffer.from(html ?? '') };
}

async function give(asked, response) {
  const isBare = asked.url === BARE || asked.url.startsWith(`${BARE}/`);
  const { status, headers, body } = isBare ? bareAnswer(asked.url.slice(BARE.length)) : await ask(asked);
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !LEFT_OUT.includes(name)));
  const isPlain = headers['content-encoding'] === undefined && COMPRESSED.test(headers['content-type'] ?? '') && body.length > 0;
  const isCompressed = isPlain && takesBrotli(asked);
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  const sent = isCompressed ? await compress(body, { params }) : body;
  response.writeHead(status, { ...kept, ...(isCompressed && { 'content-encoding': 'br' }), vary: 'accept-encoding', 'content-length': sent.length });
  response.end(asked.method === 'HEAD' ? undefined : sent);
}

const server = createServer((asked, response) => {
  give(asked, response).catch((problem) => {
    console.error(`${asked.url}: ${problem.message}`);
    response.writeHead(502).end();
  });
});
server.keepAliveTimeout = KEPT_OPEN_MS;
server.listen(Number(port), '127.0.0.1');
