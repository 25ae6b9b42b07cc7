// The states of a framework: the own pages of the two, and the page on which a change is written.

import { send, walkToCheck } from './form.mjs';
import { address } from './journey.mjs';
import { linkIn, openLink, tapThrough } from './ownpage.mjs';
import { lettersTo, student } from './pair.mjs';

const tap = (page, go) => tapThrough(page, page.locator(`main button[name="_go"][value="${go}"]:visible`));

/** From sending to the end, on one phone that opens both people's links. */
export async function framework(phone, language, look) {
  const { page, portal } = phone;
  const person = student(true);
  await walkToCheck(phone, person, language);
  await look('framework check');
  await send(phone);
  await look('framework receipt');
  await openLink(phone, await page.locator('#receipt-link').getAttribute('href'));
  await look('framework before the address is proven');
  const own = linkIn((await lettersTo(portal, person.email, 1))[0]);
  await openLink(phone, own);
  const mentors = linkIn((await lettersTo(portal, person.mentor, 1))[0]);
  await page.reload();
  await look('framework before the mentor has answered');

  await openLink(phone, mentors);
  await look('framework as the mentor finds it');
  await tap(page, 'accept');
  await page.locator('#ties-fault:visible').waitFor();
  await look('framework accepted without a word on independence');
  await page.locator('input[name="ties"][value="co-author"]').check();
  await tap(page, 'accept');
  await page.locator('[data-fill="statement"]:visible').waitFor();
  await look('framework agreed');

  await page.locator('main details summary').tap();
  await look('framework before it is erased');

  await page.goto(address(language, '/my/change'));
  await look('framework change');
  const old = await page.locator('input[name="_seen"]').getAttribute('value');
  const propose = async (topics, seen) => {
    await page.locator('input[name="_seen"]').evaluate((field, value) => (field.value = value), seen);
    await page.locator('textarea[name="topics"]').fill(topics);
    await page.locator('main form button.primary').tap();
  };
  await propose('å'.repeat(900), old);
  await page.locator('#summary:visible').waitFor();
  await look('framework change with faults');
  await propose('Något annat\nmed en rad till', old);
  await page.locator('[data-fill="earlier-topics"]:visible').waitFor();
  await look('framework with a change that waits for the other');
  await openLink(phone, own);
  await look('framework with a change to accept');
  await page.goto(address(language, '/my/change'));
  await propose('Det tredje', old);
  await page.locator('[data-fill="theirs-topics"]:visible').waitFor();
  await look('framework changed by both');
  await page.goto(address(language, '/my'));
  await tap(page, 'end');
  await page.locator('[data-fill="end"]').waitFor({ state: 'hidden' });
  await look('framework ended');
}
