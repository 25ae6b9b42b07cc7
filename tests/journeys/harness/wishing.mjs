// A mentee's page of mentors: how one comes there, and what is pressed on it.

import { send, walkToCheck } from './form.mjs';
import { address } from './journey.mjs';
import { answering } from './mentors.mjs';
import { linkIn, openLink, tapThrough } from './ownpage.mjs';
import { lettersTo } from './pair.mjs';
import { PEOPLE } from './people.mjs';
import { Staff } from './staff.mjs';

export const MENTORS = 'main[data-view="own"] #wishes';

/** Mentors of those names, or without one, who are accepted and shown; their references and addresses. */
export async function shownMentors(phone, names) {
  const staff = await Staff.signIn(phone.portal);
  const [references, emails] = [[], []];
  for (const name of names) {
    const answers = name ? { name, shown: 'name', work: `Lärare & ${name}`, topics: ['career-paths', 'network'] } : { shown: 'without-name' };
    const mentor = answering(PEOPLE.mentor(), answers);
    await walkToCheck(phone, mentor, 'sv');
    const reference = await send(phone);
    await staff.list(reference);
    references.push(reference);
    emails.push(mentor.email);
  }
  return { staff, references, emails };
}

/** Somebody applies, opens the letter's link, and goes on to the mentors; their reference. */
export async function toMentors(phone, person, language) {
  await walkToCheck(phone, person, language);
  const reference = await send(phone);
  const [letter] = await lettersTo(phone.portal, person.email, 1);
  await openLink(phone, linkIn(letter));
  await phone.page.locator('[data-fill="mentors"] a').tap();
  await phone.page.locator(MENTORS).waitFor();
  return reference;
}

/** Waits until the page's program has all mentors, and looks through them by itself. */
export const looksThrough = (page) => page.locator('#only-kept').waitFor();

/** The card of a mentor, by words that stand on it. */
export const card = (page, words) => page.locator('.cards > li:visible', { hasText: words });

/** Wishes for the mentor of a card. */
export async function wishFor(page, words) {
  await tapThrough(page, card(page, words).first().locator('button[value^="wish-"]'));
}

/** The names of those who are wished for, in order. */
export const wished = (page) => page.locator('.wishes > li:visible h3').allInnerTexts();

/** Reads the page anew until it shows a mentor: the Worker keeps the directory for a moment. */
export async function untilShown(page, language, words) {
  for (;;) {
    await page.goto(address(language, '/my/mentors'));
    if ((await card(page, words).count()) > 0) return;
  }
}
