// A decision at the desk whose button is pressed twice, and one whose answer is lost: it happens once, and nothing written is lost.

import assert from 'node:assert/strict';
import { applied, signIn } from './harness/desk.mjs';
import { journey, servePortal } from './harness/journey.mjs';

servePortal();

const TOLERATES = [/status of (401|409|422)/, /Failed to load resource/];
const DECLINE = 'Avböj';
const DECLINED = 'Avböjd';

/** Opens a record that has just come in and writes a no, up to the button that sends it. */
async function declining(phone) {
  const { page } = phone;
  const { reference } = await applied(phone);
  await signIn(phone);
  await page.goto(`/desk/records/${reference}`);
  await page.locator('.facts').waitFor();
  await page.getByRole('button', { name: DECLINE }).click();
  await page.locator('#comment').fill('Utanför programmet.');
  return { reference, decide: page.locator('.next form button.primary') };
}

async function isDeclinedOnce({ page, portal }, reference) {
  await page.locator('.facts dd', { hasText: DECLINED }).first().waitFor();
  const { record } = (await portal.json('/dev/records.json')).find((one) => one.record.reference === reference);
  const became = record.history.filter(({ what }) => JSON.stringify(what).includes('declined'));
  assert.equal(became.length, 1, JSON.stringify(record.history));
}

journey('a decision whose button is pressed twice is made once', { tolerates: TOLERATES }, async (phone) => {
  const { reference, decide } = await declining(phone);
  await decide.dblclick();
  await isDeclinedOnce(phone, reference);
});

journey('a decision whose answer is lost is sent again and made once', { tolerates: TOLERATES }, async (phone) => {
  const { page } = phone;
  const { reference, decide } = await declining(phone);
  await page.route('**/desk/api/decide', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  }, { times: 1 });
  await decide.click();
  await page.locator('main .problem').waitFor();
  assert.equal(await page.locator('#comment').inputValue(), 'Utanför programmet.');
  await decide.click();
  await isDeclinedOnce(phone, reference);
});
