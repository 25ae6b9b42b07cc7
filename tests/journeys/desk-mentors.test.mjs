// A mentor at the desk: found in the queue, checked, accepted, paused, and seen on the page of mentors; without a check nobody
// is accepted, and what is being written stays while somebody else changes the record.

import assert from 'node:assert/strict';
import { address, journey, LANGUAGES, servePortal } from './harness/journey.mjs';
import { applied, looksRight, signIn, WIDTHS } from './harness/desk.mjs';
import { PEOPLE } from './harness/people.mjs';

servePortal();

const TOLERATES = [/status of (409|422)/];

/** One mentor by a phone; gives the reference. */
const offered = async (phone) => (await applied(phone, PEOPLE.mentor())).reference;

const standing = (page) => page.locator('.facts dd').first();

journey('a mentor is reviewed and accepted, pauses, and is listed with what they offer', { tolerates: TOLERATES }, async (phone) => {
  const { page } = phone;
  const reference = await offered(phone);
  await page.setViewportSize(WIDTHS[0]);
  await signIn(phone);
  const entry = page.locator('.queue li', { hasText: reference });
  assert.match(await entry.innerText(), /vill vara mentor[^]*Granska/);
  await entry.locator('a.do').click();
  await page.locator('.mentor [data-offer]', { hasText: 'Ska granskas' }).waitFor();
  await page.getByRole('button', { name: 'Ta upp till granskning' }).click();
  await page.locator('.next form button.primary').click();
  await standing(page).filter({ hasText: 'Under granskning' }).waitFor();

  await page.getByRole('button', { name: 'Godkänn som mentor' }).click();
  await page.locator('.next form button.primary').click();
  await page.locator('.next .fault:visible', { hasText: 'i avsnittet Mentor' }).waitFor();
  assert.equal(await page.locator('#mentor-free').inputValue(), '2', 'what the mentor answered is there to begin with');
  await page.locator('#mentor-paused_until').fill('2020-01-01');
  await page.locator('.mentor button').click();
  await page.locator('.mentor .fault:visible').nth(1).waitFor();
  assert.equal(await page.locator('.mentor .fault:visible').count(), 2, 'who it is, and a day that has passed');
  await page.locator('#mentor-checked').fill('Ringde arbetsplatsen.');
  await page.locator('#mentor-paused_until').fill('');
  await page.locator('.mentor button').click();
  await page.locator('.mentor .typed', { hasText: 'Ringde arbetsplatsen.' }).waitFor();
  await page.locator('.next form button.primary').click();
  await standing(page).filter({ hasText: 'Godkänd som mentor' }).waitFor();
  await page.locator('.mentor [data-offer]', { hasText: 'Kan ta emot 2 till' }).waitFor();

  await page.locator('#mentor-paused_until').fill('2099-03-01');
  await page.locator('.mentor button').click();
  await page.locator('.mentor [data-offer]', { hasText: 'Pausad till och med' }).waitFor();
  await page.locator('.desk-nav a', { hasText: 'Mentorer' }).click();
  await page.locator('tbody tr[data-offer="paused"]', { hasText: reference }).waitFor();
  await page.locator('.groups a', { hasText: 'Pausade' }).click();
  assert.equal(new URL(page.url()).search, '?show=paused');
  await page.reload();
  await page.locator('tbody tr', { hasText: reference }).waitFor();
  assert.deepEqual(await page.locator('tbody tr').evaluateAll((rows) => [...new Set(rows.map((row) => row.dataset.offer))]), ['paused']);
  await page.locator('tbody a').first().click();
  await page.locator('.mentor').waitFor();
});

journey('what is being written about a mentor stays while somebody else decides, and the rest follows', { tolerates: TOLERATES }, async (phone) => {
  const { page, portal } = phone;
  const reference = await offered(phone);
  await signIn(phone);
  await page.goto(`/desk/records/${reference}`);
  await page.locator('#mentor-checked').fill('Ringde arbetsplatsen.');
  await portal.command('/dev/decide', { reference, standing: 'under-review' });
  await page.locator('.mentor button').click();
  await page.locator('[role="alert"] .note:visible').waitFor();
  await standing(page).filter({ hasText: 'Under granskning' }).waitFor();
  assert.equal(await page.locator('#mentor-checked').inputValue(), 'Ringde arbetsplatsen.');
  assert.equal(await page.locator('#mentor-free').inputValue(), '2');
  await page.locator('.mentor button').click();
  await page.locator('.mentor .typed', { hasText: 'Ringde arbetsplatsen.' }).waitFor();
});

for (const language of LANGUAGES) {
  for (const viewport of WIDTHS) {
    journey(`axe finds nothing on a mentor and the mentors at ${viewport.width} px, and nothing is wider than the page (${language})`, { tolerates: TOLERATES }, async (phone) => {
      const { page } = phone;
      const reference = await offered(phone);
      await page.setViewportSize(viewport);
      await signIn(phone, language);
      await page.goto(address(language, `/desk/records/${reference}`));
      await page.locator('.mentor button').click();
      await page.locator('.mentor .fault:visible').waitFor();
      await looksRight(page, 'a record');
      await page.goto(address(language, '/desk/mentors'));
      await page.locator('tbody tr').first().waitFor();
      await looksRight(page, 'the mentors');
    });
  }
}
