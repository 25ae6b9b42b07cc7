// Opens the desk with many records and works at it: how long until rows show, a key in the search, a record, a decision, taking
// rows out; what it weighs. Prints one line of JSON. `cargo xtask bench` starts it with LINK, a link to the desk, and RECORDS.

import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { launch } from '../journeys/harness/phone.mjs';

const { LINK, RECORDS } = process.env;
/** A busy machine with 10,000 records takes some seconds. */
const STEP_MS_MAX = 120_000;
/** Half of the records hold the digit, so that every second row makes room for another. */
const KEYS = 'student 1 goal';

const weigh = (body, quality) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;

/** Runs in the page: how long until `isThere` holds, looked at whenever the page changes. */
const watch = () => {
  window.seen = (isThere) =>
    new Promise((resolve) => {
      const look = () => {
        const found = document.querySelector('main') && isThere();
        if (found) {
          document.body.getBoundingClientRect();
          resolve(performance.now());
        }
        return found;
      };
      if (look()) return;
      const observer = new MutationObserver(() => look() && observer.disconnect());
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    });
};

/** The page's process: the largest renderer of this browser. */
async function memory_mb(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const kilobytes = ({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
  return Math.round(Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(kilobytes)) / 1024);
}

/**
 * Every key of a word into the search, and the slowest: until a screen of rows stands anew, with its layout. Rows that no screen
 * shows yet come in the frames after it, as many at a time.
 */
async function slowestKey(page) {
  const times = await page.evaluate(async (keys) => {
    const field = document.querySelector('#search');
    const times = [];
    for (const key of keys) {
      const start = performance.now();
      field.value += key;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // Whatever the key set going runs before the next task.
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
      document.body.getBoundingClientRect();
      times.push(performance.now() - start);
      // The next key comes, as from a hand, when the rest stands there too.
      for (let rows = -1; rows !== document.querySelectorAll('tbody tr').length; ) {
        rows = document.querySelectorAll('tbody tr').length;
        for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
    }
    return times;
  }, KEYS);
  return Math.ceil(Math.max(...times));
}

const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'sv-SE', acceptDownloads: true });
context.setDefaultTimeout(STEP_MS_MAX);
await context.addInitScript(watch);
const page = await context.newPage();
await page.goto(LINK);
await page.locator('main form[method="post"] button.primary').click();
await page.locator('.desk-nav').waitFor();

const bytes = { program: 0, rows: 0, answers: 0 };
const weighing = [];
page.on('response', (response) => {
  const path = new URL(response.url()).pathname;
  const kind = /\.(js|wasm)$/.test(path) ? 'program' : path.endsWith('/rows') ? 'rows' : path.endsWith('/answers') ? 'answers' : undefined;
  if (kind) weighing.push(response.body().then((body) => (bytes[kind] += weigh(body, kind === 'program' ? 11 : 4)), () => {}));
});
await page.goto(new URL('/desk/records', LINK).href, { waitUntil: 'commit' });
const first_rows_ms = Math.round(await page.evaluate(() => window.seen(() => document.querySelector('tbody tr'))));
const all_ms = Math.round(await page.evaluate((count) => window.seen(() => {
  const digits = document.querySelector('.shown')?.textContent.replace(/\s/g, '') ?? '';
  return digits.includes(count) && document.querySelector('.search .hint')?.hidden;
}), RECORDS));
await Promise.all(weighing);
const key_ms = await slowestKey(page);
await page.locator('#search').fill('');
const memory = await memory_mb(browser);

/** From a press to an element that is not empty. */
const press = (selector, sign) =>
  page.evaluate(async ([selector, sign]) => {
    const start = performance.now();
    document.querySelector(selector).click();
    return Math.round((await window.seen(() => document.querySelector(sign)?.textContent)) - start);
  }, [selector, sign]);

const download = page.waitForEvent('download');
const start = performance.now();
await page.locator('.buttons button', { hasText: 'CSV' }).click();
await (await download).path();
const export_ms = Math.round(performance.now() - start);
const record_ms = await press('tbody th a', '.facts');
await page.locator('.ways button').first().click();
await page.locator('.next form button.primary:visible').waitFor();
const decision_ms = await press('.next form button.primary', '.said');
await browser.close();

console.log(JSON.stringify({ program_bytes: bytes.program, rows_bytes: bytes.rows, answers_bytes: bytes.answers, all_ms, memory_mb: memory, first_rows_ms, key_ms, record_ms, decision_ms, export_ms }));
