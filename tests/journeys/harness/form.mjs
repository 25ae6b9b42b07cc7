// What a person does in a form: answer, go on, read what is said.

import assert from 'node:assert/strict';
import { FORM, fillDate, rank, standingOf } from './fields.mjs';
import { address } from './journey.mjs';
import { answersOf } from './people.mjs';

const PROGRAMME = 'ki-alumni';

/** The address of a place in a form. */
export function placeOf(language, role, place, programme = PROGRAMME) {
  return address(language, `/${programme}/${role}/${place}`);
}

/** The controls of a question on this page; earlier answers travel in hidden fields of the same name. */
export function controls(page, name) {
  return page.locator(`${FORM} [name="${name}"]:not([type="hidden"])`);
}

/** Waits until the page's program has taken the loaded document over. */
export async function alive(page) {
  await page.waitForFunction(() => window.isTakenOver);
}

/** Opens a place and waits for its program, where there is one. */
export async function open(phone, path) {
  const answer = await phone.page.goto(path);
  assert.equal(answer.status(), 200, path);
  if (phone.hasProgram) await alive(phone.page);
}

/** Waits until the form has moved to a place. The program ends a move with the focus on the heading, or on the faults. */
export async function shown(phone, place) {
  await phone.page.locator(`main[data-place="${place}"]`).waitFor();
  // It may be another document, of which the rest still arrives.
  await phone.page.waitForLoadState();
  if (phone.hasProgram) {
    await phone.page.locator(`main[data-place="${place}"] :is(h1, #summary):focus`).waitFor();
  }
}

/** Answers questions of this page. A list is what shall be ticked, and nothing else of it; see also `fields.mjs`. */
export async function answer(page, answers) {
  for (const [name, value] of Object.entries(answers)) {
    if (value.date) {
      await fillDate(page, name, value.date);
    } else if (value.ranked) {
      await rank(page, name, value.ranked);
    } else if (Array.isArray(value)) {
      for (const box of await controls(page, name).all()) {
        await box.setChecked(value.includes(await box.getAttribute('value')));
      }
    } else if (await page.locator(`${FORM} input[type="radio"][name="${name}"]`).count()) {
      await page.locator(`${FORM} input[name="${name}"][value="${value}"]`).check();
    } else {
      await controls(page, name).fill(value);
    }
  }
}

/** Taps a button of the form: `continue`, `back`, `send`, or `to-<place>`. */
export async function press(page, go) {
  await page.locator(`#form button[name="_go"][value="${go}"]`).first().tap();
}

/** Answers the pages from the one shown, up to and without `until`. */
export async function walk(phone, person, until = 'check') {
  for (;;) {
    const here = await phone.page.locator('main').getAttribute('data-place');
    if (here === until) return;
    const following = person.pages[person.pages.findIndex((page) => page.id === here) + 1]?.id ?? 'check';
    await answer(phone.page, answersOf(person, here));
    await press(phone.page, 'continue');
    await shown(phone, following);
  }
}

/** From the first page to the check page. */
export async function walkToCheck(phone, person, language) {
  await open(phone, placeOf(language, person.role, person.pages[0].id, person.programme));
  await walk(phone, person);
}

/** Sends and gives the reference on the receipt. */
export async function send(phone) {
  await press(phone.page, 'send');
  return receipt(phone);
}

/** The reference on the receipt, once it is there. */
export async function receipt(phone) {
  await phone.page.locator('main[data-place="receipt"]').waitFor();
  const reference = phone.page.locator('[data-fill="reference"]');
  await reference.filter({ hasText: /\S/ }).waitFor();
  return (await reference.innerText()).trim();
}

/** What stands in the fields of a page, as `answer` takes it. */
export async function standing(page, names) {
  const found = {};
  for (const name of names) {
    const several = await standingOf(page, name);
    if (several) {
      found[name] = several;
      continue;
    }
    const all = await controls(page, name).all();
    const kind = await all[0].getAttribute('type');
    if (kind === 'radio' || kind === 'checkbox') {
      const ticked = [];
      for (const one of all) if (await one.isChecked()) ticked.push(await one.getAttribute('value'));
      found[name] = kind === 'radio' ? ticked[0] : ticked;
    } else {
      found[name] = await all[0].inputValue();
    }
  }
  return found;
}

/** Asserts that a page holds what was answered on it. */
export async function holds(page, answers) {
  assert.deepEqual(await standing(page, Object.keys(answers)), answers);
}

/** The draft that the phone keeps of a form, or null. */
export function kept(page, role, programme = PROGRAMME) {
  return page.evaluate((key) => JSON.parse(localStorage.getItem(key)), `draft/${programme}/${role}`);
}
