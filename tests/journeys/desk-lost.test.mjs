// The ledger loses everything: the desk says so to the first administrator, and one button brings it back from its copies.

import assert from 'node:assert/strict';
import { axe } from './harness/axe.mjs';
import { applied, signIn } from './harness/desk.mjs';
import { journey, servePortal } from './harness/journey.mjs';

servePortal();

/** After three a lost ledger may be restored. */
const FOUR_MINUTES_MS = 4 * 60 * 1000;

journey('a ledger that was lost is restored at the desk by one button, and its records are there again', { tolerates: [/status of (401|422|429|503)/] }, async (phone) => {
  const { page, portal } = phone;
  const { reference } = await applied(phone);
  await portal.alarm();
  await portal.command('/dev/wipe');

  await signIn(phone);
  const button = page.locator('main button.primary');
  assert.equal(await page.locator('main h1').innerText(), 'Ärendena behöver återställas');
  assert.deepEqual(await axe(page), []);
  await button.click();
  await page.locator('main [role="status"]', { hasText: /Vänta \d+ sekunder/ }).waitFor();
  await portal.command('/dev/clock', { offset_ms: FOUR_MINUTES_MS });
  await button.click();
  await page.locator('.said', { hasText: /Klart: \d+ ärenden är återställda\. Kopior som inte gick att läsa: 0\./ }).waitFor();
  await page.locator('.queue li', { hasText: reference }).first().waitFor();
  await page.goto(`/desk/records/${reference}`);
  await page.locator('.facts').waitFor();
});
