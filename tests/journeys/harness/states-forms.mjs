// A form of a real programme from its first page to the own page, and what is taken back. Walks as those in `states.mjs`.

import { answer, open, placeOf, press, send, shown, walk } from './form.mjs';
import { CHANGE_PAGE, OWN_PAGE, openLink, tapThrough } from './ownpage.mjs';
import { PEOPLE, answersOf, email } from './people.mjs';

const notice = { id: 'notice', answers: { 'notice-read': ['yes'] } };

function asking() {
  const message = { id: 'message', answers: { name: 'Påhittad O’Frågande', email: null, message: 'Vart vänder jag mig?\nJag är <inte> säker.' } };
  return { programme: 'outside', role: 'contact', email: email('asking'), pages: [message, notice] };
}

function registering() {
  return {
    programme: 'doctoral',
    role: 'register',
    email: email('registering'),
    pages: [
      { id: 'about-you', answers: { name: 'Påhittad O’Doktorand', email: null, department: 'Påhittade institutionen' } },
      { id: 'mentor', answers: { 'mentor-name': '王 Made-Up', 'mentor-workplace': 'Made-up & Co', 'mentor-email': '', since: { date: ['3', '11', '2026'] } } },
      { id: 'independence', answers: { found: 'something' } },
      { id: 'ties', answers: { ties: ['co-author', 'department'], thoughts: 'Vi skrev <en> artikel 2019.' } },
      notice,
    ],
  };
}

function suggesting() {
  const programme = { 'programme-name': 'Påhittade <mentorer>', 'web-address': 'example.org/mentor', what: 'Samtal & möten.', 'for-whom': 'Den som provar.' };
  const aboutYou = { name: 'Påhittad O’Tipsare', email: null };
  return { programme: 'outside', role: 'suggest', email: email('suggesting'), pages: [{ id: 'programme', answers: programme }, { id: 'about-you', answers: aboutYou }, notice] };
}

const mentor = () => ({ programme: 'ki-alumni', ...PEOPLE.mentor() });
const mentee = () => ({ programme: 'ki-alumni', ...PEOPLE.mentee() });

/** Opens the link of the receipt that is shown, and the page behind it. */
export async function throughTheLink(phone, look) {
  const { page } = phone;
  await page.goto(await page.locator('#receipt-link').getAttribute('href'));
  await look('link');
  await page.locator('main form[method="post"] button.primary').tap();
  await page.locator(OWN_PAGE).waitFor();
  await look('own page');
}

/** Takes back, on the own page, what was sent. */
export async function takeBack({ page }) {
  const button = page.locator('main form[data-fill="withdraw"] button');
  await tapThrough(page, button);
  await button.waitFor({ state: 'hidden' });
}

/** As somebody meets it who makes no mistake. */
async function wholeForm(phone, language, look, person) {
  const { page } = phone;
  const called = `${person.programme} ${person.role}`;
  await open(phone, placeOf(language, person.role, person.pages[0].id, person.programme));
  for (const [index, { id }] of person.pages.entries()) {
    await look(`${called} ${index + 1} ${id}`);
    await answer(page, answersOf(person, id));
    await press(page, 'continue');
    await shown(phone, person.pages[index + 1]?.id ?? 'check');
  }
  await look(`${called} check`);
  await send(phone);
  await look(`${called} receipt`);
  await throughTheLink(phone, (name) => look(`${called} ${name}`));
  return called;
}

const whole = (who) => (phone, language, look) => wholeForm(phone, language, look, who());

const andTakenBack = (who) => async (phone, language, look) => {
  const called = await wholeForm(phone, language, look, who());
  await takeBack(phone);
  await look(`${called} taken back`);
};

/** An application whose person changes their mind: other answers, taken back, let stand again; and a letter for somebody else. */
async function changedMinds(phone, language, look) {
  const { page } = phone;
  const person = mentor();
  await open(phone, placeOf(language, person.role, person.pages[0].id, person.programme));
  await walk(phone, person);
  await send(phone);
  const link = await page.locator('#receipt-link').getAttribute('href');
  await openLink(phone, link);
  await page.locator('[data-fill="may-change"] a').tap();
  await page.locator('[name="offer"]').fill('');
  await page.locator(`${CHANGE_PAGE} button.primary`).tap();
  await page.locator('#summary:visible').waitFor();
  await look('a change with a fault');
  await page.locator('[name="offer"]').fill('Något annat.');
  await page.locator(`${CHANGE_PAGE} button.primary`).tap();
  await page.locator('[data-fill="history"]:visible').waitFor();
  await takeBack(phone);
  await look('an application that was taken back');
  await page.locator('main form[data-fill="return"] button').tap();
  await page.locator('main form[data-fill="withdraw"] button:visible').waitFor();
  await look('an application that stands again');
  await page.goto(link);
  await page.locator('main details summary').tap();
  await look('a link for somebody else');
  await page.locator('main details button').tap();
  await page.locator('main[data-view="cancelled"]').waitFor();
  await look('a link that was cancelled');
}

export const FORM_WALKS = {
  'a person who changes their mind': changedMinds,
  'the form of a real programme': whole(mentee),
  'the form of a real programme’s mentors': whole(mentor),
  'a question that is asked and taken back': andTakenBack(asking),
  'a pair that is registered and taken back': andTakenBack(registering),
  'a programme that is suggested and taken back': andTakenBack(suggesting),
};
