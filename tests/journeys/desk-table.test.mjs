// The table of records at the desk: searched as one types, its view in the address, gone through by keyboard, taken out.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { applied, signIn } from './harness/desk.mjs';
import { journey, servePortal } from './harness/journey.mjs';

servePortal();

const WIDE = { width: 1280, height: 800 };
/** What a browser's console says of answers that belong here. */
const TOLERATES = [/status of (401|409|422)/];

journey('rows are searched as one types, the view stands in the address, and what is shown can be taken out', { tolerates: TOLERATES }, async (phone) => {
  const { page } = phone;
  const first = await applied(phone);
  const second = await applied(phone);
  await page.setViewportSize(WIDE);
  await signIn(phone);
  await page.goto('/desk/records');
  await page.locator('tbody tr').nth(1).waitFor();
  await page.locator('#search').fill(first.reference.toLowerCase());
  await page.locator('tbody tr', { hasText: second.reference }).waitFor({ state: 'detached' });
  assert.equal(await page.locator('tbody tr').count(), 1);
  // The address follows the rows by a frame.
  await page.waitForURL(({ search }) => search === `?text=${first.reference.toLowerCase()}`);
  await page.reload();
  await page.locator('tbody tr', { hasText: first.reference }).waitFor();
  assert.equal(await page.locator('tbody tr').count(), 1, 'the view is kept by its address');
  const download = page.waitForEvent('download');
  await page.locator('.buttons button', { hasText: 'CSV' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  assert.ok(file.startsWith('\uFEFFNamn;Referens;'), file.slice(0, 40));
  assert.ok(file.includes(first.reference) && !file.includes(second.reference), 'exactly what is shown');
});

journey('the table is gone through by keyboard: from the search into the rows, up and down, picked, opened', { tolerates: TOLERATES }, async (phone) => {
  const { page } = phone;
  for (let count = 0; count < 3; count += 1) await applied(phone);
  await page.setViewportSize(WIDE);
  await signIn(phone);
  await page.goto('/desk/records');
  await page.locator('tbody tr').nth(2).waitFor();
  /** Which row has the focus; none has: -1. */
  const row = () => page.evaluate(() => [...document.querySelectorAll('tbody tr')].findIndex((one) => one.contains(document.activeElement)));
  await page.locator('#search').focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await row(), 0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await row(), 2);
  await page.keyboard.press('Home');
  assert.equal(await row(), 0);
  await page.keyboard.press('ArrowUp');
  assert.equal(await row(), 0, 'there is nothing above the first');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  assert.equal(await row(), await page.locator('tbody tr').count() - 2);
  const picked = page.locator('tbody tr:focus-within [type="checkbox"]');
  assert.ok(await picked.isChecked(), 'space picks');
  await page.locator('.several').waitFor();
  await page.keyboard.press('Space');
  assert.ok(!(await picked.isChecked()));
  const reference = await page.locator('tbody tr:focus-within .ref').innerText();
  await page.keyboard.press('Enter');
  await page.locator('.facts').waitFor();
  assert.equal(new URL(page.url()).pathname, `/desk/records/${reference}`);
});

journey('what a search hides is picked no more, and nothing is done to it', { tolerates: TOLERATES }, async (phone) => {
  const { page } = phone;
  const seen = await applied(phone);
  const hidden = await applied(phone);
  await page.setViewportSize(WIDE);
  await signIn(phone);
  await page.goto('/desk/records');
  const row = (one) => page.locator('tbody tr', { hasText: one.reference });
  const picked = page.locator('.several strong');
  for (const one of [seen, hidden]) await row(one).locator('[type="checkbox"]').check();
  await picked.filter({ hasText: 'Valda: 2' }).waitFor();
  await page.locator('#search').fill(seen.reference);
  await row(hidden).waitFor({ state: 'detached' });
  await picked.filter({ hasText: 'Valda: 1' }).waitFor();
  await page.locator('#search').fill('');
  await row(hidden).waitFor();
  assert.ok(!(await row(hidden).locator('[type="checkbox"]').isChecked()), 'nor is it once it is shown again');
  await page.locator('#several').selectOption('under-review');
  await page.locator('.several p', { hasText: 'flyttas till läget ”Under granskning”: 1.' }).waitFor();
  await page.locator('.several button.primary').click();
  await row(seen).filter({ hasText: 'Under granskning' }).waitFor();
  assert.match(await row(hidden).innerText(), /Mottagen/);
});

journey('filters that are cleared, or left by Back, stand in their fields as they hold', { tolerates: TOLERATES }, async (phone) => {
  const { page } = phone;
  const { reference } = await applied(phone);
  await page.setViewportSize(WIDE);
  await signIn(phone);
  await page.goto('/desk/records');
  const row = page.locator('tbody tr', { hasText: reference });
  await row.waitFor();
  await page.locator('#search').fill('finns inte');
  await page.locator('#programme').selectOption('ki-alumni');
  await page.locator('#role').selectOption('mentee');
  await page.locator('#standing').selectOption('paired');
  await page.locator('#q-connection').selectOption({ index: 1 });
  await page.locator('#late').check();
  await page.locator('#from').fill('2026-01-01');
  await row.waitFor({ state: 'hidden' });
  const view = new URL(page.url()).search;
  await page.locator('.filters button').click();
  await row.waitFor();
  const fields = () => page.evaluate(() => [...document.querySelectorAll('.filters :is(input, select)')].map((field) => (field.type === 'checkbox' ? field.checked : field.value)));
  const cleared = await fields();
  assert.ok(cleared.every((value) => ['', 'received', false].includes(value)), JSON.stringify(cleared));
  await page.goBack();
  await row.waitFor({ state: 'hidden' });
  assert.equal(new URL(page.url()).search, view);
  const back = await fields();
  for (const value of ['finns inte', 'ki-alumni', 'mentee', 'paired', '2026-01-01', true]) assert.ok(back.includes(value), `${value} in ${JSON.stringify(back)}`);
});

const ROWS = 10_000;
const PAGE = 500;

/** Made-up lines of the table as the ledger sends them, the newest first; `next` as it does. */
function pageOfRows(after) {
  const from = after ?? ROWS;
  const numbers = Array.from({ length: Math.min(PAGE, from) }, (_, index) => from - index);
  const rows = numbers.map((number) => [`R${String(number).padStart(7, '0')}`, 'ki-alumni', 'mentee', 'received', 1, 1_795_863_600_000 + number, null, `Prov ${number}`, 2]);
  return { rows, next: from > PAGE ? from - PAGE : null };
}

journey('ten thousand rows on a slow line: the first show while the others come, and what fails goes on from there', { tolerates: [...TOLERATES, /Failed to load resource/] }, async (phone) => {
  const { page } = phone;
  await page.setViewportSize(WIDE);
  await signIn(phone);
  const asked = [];
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const FAILS = ROWS - 4 * PAGE;
  let failures = 2;
  await page.route('**/desk/api/rows', async (route) => {
    const { after } = route.request().postDataJSON();
    asked.push(after);
    if (after === ROWS - PAGE) await held;
    if (after === FAILS && failures-- > 0) return route.abort('connectionreset');
    return route.fulfill({ json: pageOfRows(after) });
  });
  await page.route('**/desk/api/answers', (route) => route.fulfill({ json: { records: [], next: null } }));
  await page.goto('/desk/records');
  const shown = page.locator('.shown');
  await shown.filter({ hasText: '500 av 500 ärenden Fler hämtas' }).waitFor();
  // A screen of them stands at once, the others come in the frames after it.
  await page.locator('tbody tr').nth(99).waitFor();
  assert.equal(await page.locator('tbody tr').count(), 100);
  await page.locator('#search').fill('prov 9999');
  assert.equal(await page.locator('tbody tr').count(), 1, 'what has come is searched');
  await page.locator('#search').fill('');
  release();
  await page.locator('main .problem button').click();
  await shown.filter({ hasText: /^10000 av 10000 ärenden\s*$/ }).waitFor();
  assert.deepEqual(asked.filter((after) => after === null), [null], 'nothing is fetched twice');
  assert.equal(asked.filter((after) => after === FAILS).length, 3);
  await page.locator('#search').fill('prov 17');
  await shown.filter({ hasText: /^299 av 10000/ }).waitFor();
});
