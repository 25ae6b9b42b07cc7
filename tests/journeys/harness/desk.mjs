// What somebody of the staff does to come to the desk.

import { send, walkToCheck } from './form.mjs';
import { address } from './journey.mjs';
import { linkIn } from './ownpage.mjs';
import { PEOPLE } from './people.mjs';
import { eventually } from './portal.mjs';

/** The first administrator of a portal in development (xtask/src/sample.rs). */
const STAFF = 'staff@example.org';

/** Every letter handed over so far, the oldest first. */
export const letters = (portal) => portal.json('/dev/letters.json');

/** One application by a phone; gives its reference and the name in it. */
export async function applied(phone) {
  const person = PEOPLE.mentee();
  await walkToCheck(phone, person, 'sv');
  const reference = await send(phone);
  await phone.portal.alarm();
  return { reference, name: person.pages[0].answers.name };
}

/** Signs in by the form and the letter; ends at the desk. */
export async function signIn(phone, language = 'sv') {
  const { page, portal } = phone;
  const before = (await letters(portal)).filter(({ to }) => to === STAFF).length;
  await page.goto(address(language, '/desk/sign-in'));
  await page.locator('#email').fill(STAFF);
  await page.locator('main form button').click();
  await page.waitForURL('**/desk/sign-in/sent');
  await portal.alarm();
  const letter = await eventually('the link to the desk', async () => (await letters(portal)).filter(({ to }) => to === STAFF)[before]);
  await page.goto(linkIn(letter));
  await page.locator('main form[method="post"] button').click();
  await page.locator('.desk-nav').waitFor();
  if (language === 'en') await page.goto('/en/desk');
  await page.locator('.queue, main .lead').first().waitFor();
}
