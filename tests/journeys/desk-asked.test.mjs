// A person asks staff for a correction on their own page, without JavaScript; staff see it in the queue and on the record, and
// answer; the answer stands on the person's page.

import assert from 'node:assert/strict';
import { anotherPhone, journey, servePortal } from './harness/journey.mjs';
import { send, walkToCheck } from './harness/form.mjs';
import { signIn } from './harness/desk.mjs';
import { openLink } from './harness/ownpage.mjs';
import { PEOPLE } from './harness/people.mjs';

servePortal();

journey('a correction that is asked for on the own page is answered at the desk and read where it was asked', { javaScript: false, tolerates: [/status of (401|422)/] }, async (phone) => {
  const { page } = phone;
  const person = PEOPLE.mentee();
  await walkToCheck(phone, person, 'sv');
  const reference = await send(phone);
  await openLink(phone, await page.locator('#receipt-link').getAttribute('href'));
  const ask = page.locator('form[data-fill="ask"]');
  await page.locator('[name="ask_text"]').fill('Mitt ämne är fel.');
  await ask.locator('button').tap();
  await page.locator('#summary:visible').waitFor();
  assert.equal(await page.locator('[name="ask_text"]').inputValue(), 'Mitt ämne är fel.', 'what was typed stays');
  await page.locator('[name="ask_what"][value="correction"]').check();
  await ask.locator('button').tap();
  await page.locator('[data-fill="asked"]', { hasText: 'Mitt ämne är fel.' }).waitFor();
  await page.locator('[name="ask_what"][value="restriction"]').check();
  await ask.locator('button').tap();
  await page.locator('[data-fill="asked"]', { hasText: 'egräns' }).waitFor();

  const office = await anotherPhone({ tolerates: [/status of 422/] });
  const desk = office.page;
  await signIn(office);
  await desk.locator('[data-need="asked"] .queue li', { hasText: person.pages[0].answers.name }).first().waitFor();
  await desk.goto(`/desk/records/${reference}`);
  await desk.locator('.asked .typed', { hasText: 'Mitt ämne är fel.' }).waitFor();
  await desk.locator('.asked button').first().click();
  await desk.locator('.asked .fault:visible').waitFor();
  assert.equal(await desk.locator('.asked .fault:visible').count(), 1, 'only at what was answered');
  await desk.locator('#answer-1').fill('Det är rättat nu.');
  await desk.locator('.asked button').first().click();
  await desk.locator('.asked .ask').nth(1).waitFor({ state: 'detached' });

  await page.reload();
  await page.locator('[data-fill="asked"]', { hasText: 'Svar: Det är rättat nu.' }).waitFor();
  await office.close();
});
