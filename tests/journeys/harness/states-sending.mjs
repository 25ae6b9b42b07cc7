// What a form says when something is odd: nothing can be kept, another tab writes, the answer does not come, too many come, the
// ledger is away, other answers have arrived. Walks as those in `states.mjs`.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { alive, answer, open, placeOf, press, receipt, send, walkToCheck } from './form.mjs';
import { PEOPLE, answersOf } from './people.mjs';

const CALLS = '**/api/*';
/** As many as one address may send in an hour. */
const ADDRESS_LIMIT = 5;
const LATER_S = 600;

/** Waits until the line of the check page's live region that has this number says something. */
function says({ page }, number) {
  return page.locator('#outcome p').nth(number).filter({ visible: true, hasText: /\S/ }).waitFor();
}

export async function outcomeUnknown(phone, language, look) {
  const { page } = phone;
  await walkToCheck(phone, PEOPLE.mentor(), language);
  await page.route(CALLS, (route) => route.abort('connectionreset'));
  await press(page, 'send');
  await says(phone, 2);
  await look('the outcome is unknown');
  await page.unrouteAll({ behavior: 'wait' });
  // It tries by itself as well, and may have been first.
  await Promise.any([page.locator('[data-act="send-now"]').tap(), receipt(phone)]);
  await receipt(phone);
}

/** Too many from one address: without the program the Worker itself says so; with it the answer is made here, for it waits. */
export async function tooMany(phone, language, look) {
  const { page, portal } = phone;
  await walkToCheck(phone, PEOPLE.mentee(), language);
  if (phone.hasProgram) {
    const problem = { type: '/problems/too-many-attempts', title: 'Made up.', status: 429, problem: { 'too-many-attempts': { retry_after_s: LATER_S } } };
    await page.route(CALLS, (route) => route.fulfill({ status: 429, contentType: 'application/problem+json', headers: { 'retry-after': String(LATER_S) }, body: JSON.stringify(problem) }));
  } else {
    const [address, form] = await page.locator('#form').evaluate((form) => [form.action, [...new FormData(form)]]);
    for (let number = 0; number < ADDRESS_LIMIT; number += 1) {
      const fields = { ...Object.fromEntries(form), _id: randomBytes(16).toString('hex'), _secret: randomBytes(32).toString('hex'), _go: 'send' };
      const answer = await fetch(address, { method: 'POST', headers: { origin: portal.address, 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams(fields) });
      await answer.text();
      assert.equal(answer.status, 200, 'one of those that may be sent');
    }
  }
  await press(page, 'send');
  if (phone.hasProgram) await says(phone, 3);
  else await page.locator('#problem:visible').waitFor();
  await look('too many just now');
}

export async function ledgerAway(phone, language, look) {
  const { page, portal } = phone;
  await walkToCheck(phone, PEOPLE.mentor(), language);
  await portal.faults({ ledger: 'fail' });
  try {
    await send(phone);
    await page.locator('[data-fill="spooled"]:visible').waitFor();
    await look('the receipt of what the ledger has yet to take up');
    await page.goto(await page.locator('#receipt-link').getAttribute('href'));
    await page.locator('main form[method="post"] button.primary').tap();
    await page.locator('main[data-view="problem"]').waitFor();
    await look('a link while the ledger cannot be reached');
  } finally {
    await portal.faults({ ledger: 'none' });
  }
}

export async function otherAnswers(phone, language, look) {
  const { page } = phone;
  await walkToCheck(phone, PEOPLE.mentee(), language);
  const key = 'draft/ki-alumni/mentee';
  const draft = JSON.parse(await page.evaluate((name) => localStorage.getItem(name), key));
  await send(phone);
  draft.draft.answers.field = ['Något annat'];
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [key, JSON.stringify(draft)]);
  await open(phone, placeOf(language, 'mentee', 'check'));
  await send(phone);
  await page.locator('#other-answers:visible').filter({ hasText: /\S/ }).waitFor();
  await look('the receipt where other answers had arrived');
}

export async function oddBrowsers(phone, language, look) {
  const { page, context } = phone;
  const first = placeOf(language, 'mentee', 'about-you');
  await open(phone, first);
  const other = await context.newPage();
  await other.goto(first);
  await alive(other);
  await answer(other, { name: 'Skrivet i den andra fliken' });
  await page.locator('.saving p[role="status"]:visible').waitFor();
  await look('another tab has changed the draft');
  await other.close();

  await page.route('**/build/form-*', (route) => route.abort());
  await page.reload();
  await alive(page);
  await answer(page, answersOf(PEOPLE.mentee(), 'about-you'));
  await context.setOffline(true);
  await press(page, 'continue');
  await page.locator('#problem:visible').waitFor();
  await look('the next page needs a network');
  await context.setOffline(false);

  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await page.reload();
  await alive(page);
  await answer(page, { name: 'Sparas inte' });
  await page.locator('.saving p[role="status"]:visible').waitFor();
  await look('nothing can be kept');

  await page.addInitScript(() => delete window.WebAssembly);
  await page.reload();
  await page.locator('#no-program:visible').waitFor();
  await look('the program does not start');
}
