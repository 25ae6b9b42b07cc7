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
  assert.equal(new URL(page.url()).search, `?text=${first.reference.toLowerCase()}`);
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
  for (const value of ['finns inte', 'ki-alumni', 'mentee', 'paired', true]) assert.ok(back.includes(value), `${value} in ${JSON.stringify(back)}`);
});
