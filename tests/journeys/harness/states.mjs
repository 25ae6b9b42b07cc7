// Every state a page can be in that its address does not show: faults, answers, receipts, links, problems, a closed programme.
// Each walk calls `look` with a name, one of its own, wherever a person would stop and read. The tests of accessibility and
// markup look, and so does whoever photographs; a new state is one more walk.

import { EVERYONE } from './everyone.mjs';
import { alive, answer, kept, open, placeOf, press, send, shown, walk, walkToCheck } from './form.mjs';
import { address } from './journey.mjs';
import { close, reopen } from './live.mjs';
import { CHANGE_PAGE, openLink } from './ownpage.mjs';
import { PEOPLE, answersOf, email } from './people.mjs';
import { FORM_WALKS, takeBack, throughTheLink } from './states-forms.mjs';
import { framework } from './states-framework.mjs';
import { KIT_WALKS } from './states-kit.mjs';
import { keptPages, withoutNetwork } from './states-offline.mjs';
import { WISH_WALKS } from './states-wishes.mjs';
import { ledgerAway, oddBrowsers, otherAnswers, outcomeUnknown, tooMany } from './states-sending.mjs';

const UNKNOWN_LINK = `/l/${'0'.repeat(64)}`;
/** What a browser's console says of answers that belong to these states. */
const TOLERATES = [/status of (401|403|404|409|410|422|429|503)/, /ERR_(INTERNET_DISCONNECTED|CONNECTION_RESET|FAILED)/, /Failed to fetch/];

async function everyKindOfQuestion(phone, language, role, look) {
  const { page } = phone;
  const person = EVERYONE[role]();
  await open(phone, placeOf(language, role, person.pages[0].id, person.programme));
  for (const [index, { id, wrong }] of person.pages.entries()) {
    await look(`${role} ${id}`);
    await answer(page, wrong[0].answers);
    await press(page, 'continue');
    await page.locator('#summary:visible').waitFor();
    await look(`${role} ${id} with faults`);
    await answer(page, answersOf(person, id));
    await look(`${role} ${id} answered`);
    await press(page, 'continue');
    await shown(phone, person.pages[index + 1]?.id ?? 'check');
  }
  await look(`${role} check`);
  const reference = await send(phone);
  await look(`${role} receipt`);
  await throughTheLink(phone, (name) => look(`${role} ${name}`));
  await page.locator('[data-fill="may-change"] a').tap();
  await page.locator(CHANGE_PAGE).waitFor();
  await look(`${role} change of answers`);
  await page.goto(address(language, '/my'));
  const received = await page.locator('[data-fill="standing"]').innerText();
  await phone.portal.command('/dev/decide', { reference, standing: 'under-review' });
  await page.reload();
  await page.locator('[data-fill="standing"]:visible').filter({ hasNotText: received }).waitFor();
  await look(`${role} own page once somebody has taken it up`);
}

async function closedProgramme(phone, language, look) {
  const { page, portal } = phone;
  await walkToCheck(phone, PEOPLE.mentee(), language);
  let told;
  await close(portal, 'ki-alumni');
  try {
    await press(page, 'send');
    await page.locator('#problem:visible').waitFor();
    await look('refused because it is closed');
    for (const path of ['/', '/ki-alumni', '/ki-alumni/mentor/about-you', '/guide/seek/master']) {
      await page.goto(address(language, path));
      await look(`${path} while it is closed`);
    }
    told = await waiting(phone, language, look);
  } finally {
    await reopen(portal, 'ki-alumni');
  }
  await portal.alarm();
  await openLink(phone, told);
  await phone.page.locator('[data-fill="opened"] a:visible').waitFor();
  await look('tell-me told that it has opened');
}

/** One who asks to be told when it opens, and one who takes that back. Gives the link of the one who waits. */
async function waiting(phone, language, look) {
  const { page } = phone;
  const pages = [
    { id: 'address', answers: { email: null, about: ['find'] } },
    { id: 'notice', answers: { 'notice-read': ['yes'] } },
  ];
  const ask = async () => {
    await walkToCheck(phone, { programme: 'ki-alumni', role: 'tell-me', email: email('waiting'), pages }, language);
    await send(phone);
    return page.locator('#receipt-link').getAttribute('href');
  };
  const waits = await ask();
  await ask();
  await look('tell-me receipt');
  await throughTheLink(phone, (name) => look(`tell-me ${name}`));
  await takeBack(phone);
  await look('tell-me taken back');
  return waits;
}

async function changedForm(phone, language, look) {
  const { page } = phone;
  const person = EVERYONE.mentee();
  await open(phone, placeOf(language, 'mentee', 'about-you', person.programme));
  await walk(phone, person, 'goals');
  const { asked } = await kept(page, 'mentee', person.programme);
  await page.evaluate((earlier) => {
    const key = 'draft/everything/mentee';
    const draft = JSON.parse(localStorage.getItem(key));
    draft.draft.answers.hobby = ['Orgel & cembalo'];
    localStorage.setItem(key, JSON.stringify({ ...draft, asked: earlier }));
  }, `${asked.replace(/\bbegan=[^,]*/, 'began=number.00000000')},hobby=short-text.00000000`);
  await page.reload();
  await alive(page);
  await page.locator('#changes:visible').waitFor();
  await look('a form that a release has changed');
  await page.goto(address(language, '/on-this-phone'));
  await page.locator('[data-act="erase"]:visible').waitFor();
  await look('what is kept on this phone');
  await page.locator('[data-act="erase"]').tap();
  await page.locator('#erased:visible').waitFor();
  await look('erased');
}

async function dead(phone, language, look) {
  const { page } = phone;
  for (const path of ['/no-such-page', '/ki-alumni/no-such-page', '/guide/offer/bachelor']) {
    await page.goto(address(language, path));
    await look(`${path} is not found`);
  }
  await page.goto(address(language, '/my'));
  await look('own page without a session');
  await page.goto(address(language, UNKNOWN_LINK));
  await page.locator('main form[method="post"] button.primary').tap();
  await page.locator('main[data-view="problem"]').waitFor();
  await look('a link that is not good');
  await open(phone, placeOf(language, 'mentee', 'receipt'));
  await page.locator(phone.hasProgram ? 'main:has([data-fill="alive"]:not([hidden])) .no-receipt' : '.no-receipt').waitFor();
  await look('a receipt that is not on this phone');
}

/** The walks: sentence → `(phone, language, look)`. */
export const WALKS = {
  ...FORM_WALKS,
  'a mentee’s pages of every kind of question': (phone, language, look) => everyKindOfQuestion(phone, language, 'mentee', look),
  'a mentor’s pages of every kind of question': (phone, language, look) => everyKindOfQuestion(phone, language, 'mentor', look),
  'a closed programme': closedProgramme,
  'a framework of two people': framework,
  ...KIT_WALKS,
  ...WISH_WALKS,
  'what is kept while there is no network': withoutNetwork,
  'the pages that a phone has kept': keptPages,
  'a send whose outcome is unknown': outcomeUnknown,
  'what has to wait because too many come': tooMany,
  'what is sent while the ledger is away': ledgerAway,
  'a send where other answers had arrived': otherAnswers,
  'a form in odd browsers': oddBrowsers,
  'a form that a release has changed, and what is kept on the phone': changedForm,
  'what leads nowhere': dead,
};

const NEED_PROGRAM = [...Object.values(KIT_WALKS), withoutNetwork, keptPages, outcomeUnknown, otherAnswers, oddBrowsers, changedForm];

/** Those that need no program. */
export const PLAIN_WALKS = Object.fromEntries(Object.entries(WALKS).filter(([, walk]) => !NEED_PROGRAM.includes(walk)));

export const OPTIONS = { width: 320, height: 568, tolerates: TOLERATES };

/** What a phone must be like for a walk. */
export function optionsOf(walk) {
  return { ...OPTIONS, keepsPages: walk === keptPages };
}
