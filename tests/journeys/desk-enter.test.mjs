// Staff enter an application for somebody: what is wrong stands at the top too, each a link that leads to its field by keyboard.

import assert from 'node:assert/strict';
import { looksRight, signIn, WIDTHS } from './harness/desk.mjs';
import { journey, servePortal } from './harness/journey.mjs';

servePortal();

const TOLERATES = [/status of 422/];

journey('every fault of an application that staff enter is a link to its field, and what was typed stays', { tolerates: TOLERATES }, async (phone) => {
  const { page } = phone;
  await page.setViewportSize(WIDTHS[1]);
  await signIn(phone);
  await page.goto('/desk/enter');
  await page.locator('#form').selectOption('ki-alumni/mentee');
  await page.locator('form p', { hasText: 'Frågorna står som personen själv läser dem' }).waitFor();
  const has = (id) => page.waitForFunction((id) => document.activeElement.id === id, id);
  await page.locator('#f-name').fill('Påhittad O’Namn');
  await page.locator('main form button.primary').click();
  await has('entry-problem');
  const links = page.locator('#entry-problem a');
  const ids = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href').slice(1)));
  assert.equal(ids.length, await page.locator('.fault:visible').count(), 'as many as stand at fields');
  assert.deepEqual([ids.includes('f-name'), ids.includes('f-topics'), ids.at(-1)], [false, true, 'how'], ids.join());
  assert.match(await links.last().innerText(), /^Hur kom ansökan in\? Fyll i/);
  await looksRight(page, 'an application with faults');
  for (const [place, id] of ids.entries()) {
    await links.nth(place).press('Enter');
    await has(id);
  }
  assert.equal(await page.locator('#f-name').inputValue(), 'Påhittad O’Namn');
});
