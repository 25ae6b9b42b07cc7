// The states that are photographed beside the public pages, one function each: `show` brings a phone there and calls
// `photograph` with a name wherever a picture is wanted. A new state is one more entry.

import { EVERYONE } from '../journeys/harness/everyone.mjs';
import { answer, open, placeOf, press, send, shown, walkToCheck } from '../journeys/harness/form.mjs';
import { address } from '../journeys/harness/journey.mjs';
import { OWN_PAGE } from '../journeys/harness/ownpage.mjs';
import { PEOPLE, answersOf, email } from '../journeys/harness/people.mjs';
import { eventually } from '../journeys/harness/portal.mjs';

/** Nobody's: as long as a real one. */
const UNKNOWN_LINK = `/l/${'0'.repeat(64)}`;
const BECAUSE = { sv: 'Alla platser är tagna.', en: 'Every place is taken.' };
const NOTICE = { sv: 'Vi svarar efter helgen.', en: 'We answer after the weekend.' };
/** A programme whose file says that it is open. */
const OPEN_FILE = { open: true, closed_because: null, opens_on: null, closes_on: null, contact: 'career-service@ki.se', reviewer: null, reviewed: '2025-09-17', notice: null };

export const STATES = [
  { name: 'form', show: wholeForm },
  { name: 'form-faults', show: faults },
  { name: 'form-without-javascript', phone: { javaScript: false }, show: firstPage },
  { name: 'every-question', show: everyQuestion },
  { name: 'form-without-network', show: withoutNetwork },
  { name: 'own-page-without-session', show: withoutSession },
  { name: 'link-not-good', show: linkNotGood },
  { name: 'not-found', show: notFound },
  { name: 'tell-me', show: tellMe },
  { name: 'closed', show: closed },
];

/** Every page of one form as it is met, one of them answered, then check, receipt, the link's page and the own page. */
async function wholeForm(phone, language, photograph) {
  const { page } = phone;
  const person = PEOPLE.mentee();
  await open(phone, placeOf(language, person.role, person.pages[0].id));
  for (const [index, { id }] of person.pages.entries()) {
    await photograph(`form-${index + 1}-${id}`);
    await answer(page, answersOf(person, id));
    if (id === 'goals') await photograph(`form-${index + 1}-${id}-answered`);
    await press(page, 'continue');
    await shown(phone, person.pages[index + 1]?.id ?? 'check');
  }
  await photograph('form-7-check');
  await send(phone);
  await photograph('form-8-receipt');
  await page.goto(await page.locator('#receipt-link').getAttribute('href'));
  await page.locator('main[data-view="link"]').waitFor();
  await photograph('link');
  await page.locator('main form[method="post"] button').tap();
  await page.locator(OWN_PAGE).waitFor();
  await photograph('own-page');
}

async function faults(phone, language, photograph) {
  await open(phone, placeOf(language, 'mentee', 'about-you'));
  await press(phone.page, 'continue');
  await phone.page.locator('#summary:focus').waitFor();
  await photograph('form-1-about-you-faults');
}

async function firstPage(phone, language, photograph) {
  await open(phone, placeOf(language, 'mentee', 'about-you'));
  await photograph('form-1-about-you-without-javascript');
}

/** Every kind of question, wrong and right, then check and own page. */
async function everyQuestion(phone, language, photograph) {
  const { page } = phone;
  const person = EVERYONE.mentee();
  await open(phone, placeOf(language, person.role, person.pages[0].id, person.programme));
  for (const [index, { id, wrong }] of person.pages.entries()) {
    await answer(page, wrong[0].answers);
    await press(page, 'continue');
    await page.locator('#summary:focus').waitFor();
    await photograph(`every-question-${index + 1}-${id}-faults`);
    await answer(page, answersOf(person, id));
    await photograph(`every-question-${index + 1}-${id}-answered`);
    await press(page, 'continue');
    await shown(phone, person.pages[index + 1]?.id ?? 'check');
  }
  await photograph('every-question-9-check');
}

async function withoutNetwork(phone, language, photograph) {
  const { page } = phone;
  await walkToCheck(phone, PEOPLE.mentee(), language);
  await page.waitForLoadState('networkidle');
  await phone.context.setOffline(true);
  await press(page, 'send');
  await page.locator('#outcome p:visible').filter({ hasText: /\S/ }).waitFor();
  await photograph('form-7-check-without-network');
}

async function withoutSession(phone, language, photograph) {
  await phone.page.goto(address(language, '/my'));
  await photograph('own-page-without-session');
}

/** The page of a problem that belongs to no form. */
async function linkNotGood(phone, language, photograph) {
  await phone.page.goto(address(language, UNKNOWN_LINK));
  await phone.page.locator('main form[method="post"] button').tap();
  await phone.page.locator('main').filter({ hasText: 'career-service@ki.se' }).waitFor();
  await photograph('problem');
}

async function notFound(phone, language, photograph) {
  await phone.page.goto(address(language, '/no-such-page'));
  await photograph('not-found');
}

/** A form that several programmes share, and its receipt. */
async function tellMe(phone, language, photograph) {
  const person = {
    programme: 'junior-faculty',
    role: 'tell-me',
    email: email('waiting'),
    pages: [
      { id: 'address', answers: { email: null, about: ['find'] } },
      { id: 'notice', answers: { 'notice-read': ['yes'] } },
    ],
  };
  await open(phone, placeOf(language, person.role, 'address', person.programme));
  await photograph('tell-me-1-address');
  await walkToCheck(phone, person, language);
  await send(phone);
  await photograph('tell-me-2-receipt');
}

/** A programme that staff have closed, with a reason, a day and a notice: its page, its form, and sending meanwhile. */
async function closed(phone, language, photograph) {
  const { page } = phone;
  await walkToCheck(phone, PEOPLE.mentee(), language);
  const opens = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  await setLive(phone, { closed_because: BECAUSE, opens_on: opens, notice: NOTICE });
  try {
    await press(page, 'send');
    await page.locator('main').getByText(BECAUSE[language]).filter({ visible: true }).first().waitFor();
    await photograph('closed-check');
    await page.waitForLoadState();
    await eventually('the page of the closed programme', async () => {
      await page.goto(address(language, '/ki-alumni'));
      return page.locator('main').getByText(BECAUSE[language]).filter({ visible: true }).count();
    });
    await photograph('closed-programme');
    await open(phone, placeOf(language, 'mentee', 'about-you'));
    await photograph('closed-form');
  } finally {
    await setLive(phone, {});
  }
}

/** Versions of the live half that were set so far. */
let seen = 0;

async function setLive(phone, change) {
  await phone.portal.command('/dev/live', { programme: 'ki-alumni', seen, live: { ...OPEN_FILE, ...change } });
  seen += 1;
}
