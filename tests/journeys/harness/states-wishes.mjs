// A mentee's page of mentors in every state. Walks as those in `states.mjs`.

import { address } from './journey.mjs';
import { answering } from './mentors.mjs';
import { mentee, mentors, openDirectory, PROGRAMME } from './open-mentors.mjs';
import { tapThrough } from './ownpage.mjs';
import { PEOPLE } from './people.mjs';
import { looksThrough, shownMentors, toMentors, untilShown, wishFor } from './wishing.mjs';
import { open, placeOf, walk } from './form.mjs';

async function wishing(phone, language, look) {
  const { page } = phone;
  // In each run of a language there are mentors of its own.
  const mark = `${language === 'sv' ? 'Ett' : 'Two'}${phone.hasProgram ? '' : 'P'}`;
  const names = ['Anna-Karin', 'Björn', 'Cilla'].map((name) => `${name} Påhittad-${mark}`);
  const { staff } = await shownMentors(phone, [...names, null]);
  const reference = await toMentors(phone, answering(PEOPLE.mentee(), { topics: ['career-paths', 'network'] }), language);
  await untilShown(page, language, names[2]);
  await look('mentors to wish for');
  await page.goto(address(language, '/my/mentors?q=zq7&languages=finnish'));
  await look('mentors of whom none is found');
  await page.goto(address(language, '/my/mentors'));
  for (const name of names) await wishFor(page, name);
  await look('mentors who are wished for');
  await page.locator('[name="word-1"]').fill('Du gör det jag vill göra. '.repeat(20));
  await tapThrough(page, page.locator('#wish-form button.primary'));
  await page.locator('#summary:visible').waitFor();
  await look('a word to a mentor that is too long');
  await staff.change('ask-wishes', reference, {});
  await page.goto(address(language, '/my/mentors'));
  await page.locator('[data-fill="stands"]:visible').waitFor();
  await look('wishes while a mentor is asked');
}

async function reading(phone, language, look) {
  const { page } = phone;
  await mentors(phone);
  await open(phone, placeOf(language, 'mentee', 'all', PROGRAMME));
  await walk(phone, mentee(['abroad']), 'notice');
  await openDirectory(page, language);
  if (phone.hasProgram) {
    await looksThrough(page);
    await page.locator('[data-act="keep-mentor"]').first().tap();
  }
  await look('mentors whom everybody may read about');
}

export const WISH_WALKS = { 'mentors to wish for': wishing, 'open mentors': reading };
