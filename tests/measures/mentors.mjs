// Has many mentors accepted, opens a mentee's page of them as a slow phone does, and types. Prints one line of JSON.
// `cargo xtask bench` starts it with PORTAL; PHONE, the same behind a compressing proxy; LINK, the mentee's; DESK, a link to the
// desk; and MENTORS, how many have signed up.

import { brotliCompressSync, constants } from 'node:zlib';
import { launch } from '../journeys/harness/phone.mjs';
import { Staff } from '../journeys/harness/staff.mjs';

const { PORTAL, PHONE, LINK, DESK, MENTORS } = process.env;
const STEP_MS_MAX = 120_000;
/** Calls to the desk at a time. */
const LANES = 16;
/** Lighthouse's slow 4G with applied throttling, and a phone four times slower than this machine. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8 * 0.9, uploadThroughput: (750 * 1024) / 8 * 0.9 };
const CPU_TIMES_SLOWER = 4;
/** Each mentor's work ends in a number: the first keys find all of them, the last one a tenth. */
const KEYS = 'läkare 1';
/** How often it is typed: the browser slows a phone down in jerks of some milliseconds. */
const ROUNDS = 11;
const PAGE = '/my/mentors';

const OURS = { 'x-portal': '1', 'sec-fetch-site': 'same-origin', origin: PORTAL };
const weigh = (body, quality) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
const median = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];

/** Presses the button behind a link; the cookie. */
async function enter(link) {
  const opened = await fetch(PORTAL + new URL(link).pathname, { method: 'POST', redirect: 'manual', headers: OURS, body: new URLSearchParams() });
  return opened.headers.get('set-cookie').split(';')[0];
}

async function acceptAll(cookie) {
  const staff = new Staff({ address: PORTAL }, cookie);
  const references = (await (await fetch(`${PORTAL}/dev/records.json`)).json()).map(({ record }) => record).filter(({ draft }) => draft.role === 'mentor').map(({ reference }) => reference);
  if (references.length !== Number(MENTORS)) throw new Error(`${references.length} mentors have signed up`);
  const lane = async () => {
    for (let reference; (reference = references.pop()); ) await staff.accept(reference, 2);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function get(path, cookie) {
  const start = performance.now();
  const answer = await fetch(PORTAL + path, { headers: { cookie } });
  const body = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  return { ms: performance.now() - start, body };
}

/** Types into the search, again and again: how long each key took until what it found stood there, with its layout. */
const typeAll = (page) =>
  page.evaluate(async ({ keys, rounds }) => {
    const field = document.querySelector('#q');
    field.focus();
    const press = async (value) => {
      const start = performance.now();
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      document.body.getBoundingClientRect();
      const took = performance.now() - start;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return took;
    };
    const times = Array.from(keys, () => []);
    for (let round = 0; round < rounds; round += 1) {
      for (let key = 0; key < keys.length; key += 1) times[key].push(await press(keys.slice(0, key + 1)));
      await press('');
    }
    return times;
  }, { keys: KEYS, rounds: ROUNDS });

await acceptAll(await enter(DESK));
const cookie = await enter(LINK);
const first = await get(PAGE, cookie);
const again = [];
for (let turn = 0; turn < 11; turn += 1) again.push((await get(PAGE, cookie)).ms);
const snapshot = await get(`${PAGE}/snapshot`, cookie);

const browser = await launch();
const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'sv-SE', hasTouch: true });
context.setDefaultTimeout(STEP_MS_MAX);
const page = await context.newPage();
// A session's cookie is taken from the portal alone.
await page.goto(PHONE + new URL(LINK).pathname);
await page.locator('main form[method="post"] button.primary').first().click();
await page.locator('main[data-view="own"][data-role]').waitFor();
const devtools = await context.newCDPSession(page);
await devtools.send('Network.enable');
await devtools.send('Network.emulateNetworkConditions', NETWORK);
await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER });
let program = 0;
const weighing = [];
const start = performance.now();
await page.goto(PHONE + PAGE, { waitUntil: 'commit' });
// From here on: what the page before was still fetching is no part of this one.
page.on('response', (response) => {
  if (/\/build\/.*\.(js|wasm)$/.test(response.url())) weighing.push(response.body().then((body) => (program += weigh(body, 11))));
});
await page.locator('.cards > li:visible').first().waitFor();
const painted = await page.evaluate(() => new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true });
}));
await page.locator('#only-kept').waitFor();
const ready = performance.now() - start;
await Promise.all(weighing);
const keys = await typeAll(page);
await browser.close();

console.log(JSON.stringify({
  page_bytes: weigh(first.body, 4),
  snapshot_bytes: weigh(snapshot.body, 4),
  program_bytes: program,
  first_ms: Math.round(first.ms),
  page_ms: Math.round(median(again)),
  painted_ms: Math.round(painted),
  ready_ms: Math.round(ready),
  key_ms: Math.ceil(Math.max(...keys.map(median))),
  key_worst_ms: Math.ceil(Math.max(...keys.flat())),
}));
