// What somebody of the staff does to come to the desk.

import assert from 'node:assert/strict';
import { axe } from './axe.mjs';
import { send, walkToCheck } from './form.mjs';
import { address } from './journey.mjs';
import { PEOPLE } from './people.mjs';
import { STAFF, linkToDesk } from './staff.mjs';

/** Every letter handed over so far, the oldest first. */
export const letters = (portal) => portal.json('/dev/letters.json');

/** One application by a phone; gives its reference and the name in it. */
export async function applied(phone, person = PEOPLE.mentee()) {
  await walkToCheck(phone, person, 'sv');
  const reference = await send(phone);
  await phone.portal.alarm();
  return { reference, name: person.pages[0].answers.name };
}

/** Signs in by the form and the letter; ends at the desk. */
export async function signIn(phone, language = 'sv') {
  const { page, portal } = phone;
  const link = await linkToDesk(portal, async () => {
    await page.goto(address(language, '/desk/sign-in'));
    await page.locator('#email').fill(STAFF);
    await page.locator('main form button').click();
    await page.waitForURL('**/desk/sign-in/sent');
  });
  await page.goto(link);
  await page.locator('main form[method="post"] button.primary').click();
  await page.locator('.desk-nav').waitFor();
  if (language === 'en') await page.goto('/en/desk');
  await page.locator('.queue, main .lead').first().waitFor();
}

/** A computer and the narrowest phone. */
export const WIDTHS = [{ width: 1280, height: 800 }, { width: 320, height: 740 }];

/** axe finds nothing on a page, and nothing in it is wider than it. */
export async function looksRight(page, path) {
  assert.deepEqual(await axe(page), [], path);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(overflow, 0, `${path} is wider than the page`);
}
