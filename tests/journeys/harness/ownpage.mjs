// What a person does after sending: reads the letters, opens the link, reads the own page.

import assert from 'node:assert/strict';
import { saidOf } from './fields.mjs';
import { allAnswers } from './people.mjs';

/** The own page of an application; the page that says how to come in has no role. */
export const OWN_PAGE = 'main[data-view="own"][data-role]';

/** The page on which answers that were sent are changed. */
export const CHANGE_PAGE = `${OWN_PAGE} form[action$="/my/change"]`;

/** The path of the one link in a letter to a person. */
export function linkIn(letter) {
  const found = [...letter.text.matchAll(/https?:\/\/\S+?(\/(?:en\/)?l\/[0-9a-f]{64})/g)].map(([, path]) => path);
  assert.equal(new Set(found).size, 1, 'a letter to a person has one link');
  return found[0];
}

/** Taps a button that sends a form by itself, and waits for the page that follows: the one before is gone a moment earlier. */
export async function tapThrough(page, button) {
  const arrives = page.waitForEvent('load');
  await button.tap();
  await arrives;
}

/** The words of an answer that must stand, as typed, in summaries and letters; choices stand in the programme's own words. */
export function typedWords(person) {
  const isTyped = ([name, value]) => typeof value === 'string' && !['connection', 'how-often', 'how-long', 'shown', 'places'].includes(name);
  return Object.entries(allAnswers(person)).filter(isTyped).map(([, value]) => value);
}

/** Opens a link as a person does: the page, then its button. Ends on the own page. */
export async function openLink(phone, path) {
  const answer = await phone.page.goto(path);
  assert.equal(answer.status(), 200);
  await phone.page.locator('main[data-view="link"]').waitFor();
  await phone.page.locator('main form[method="post"] button.primary').tap();
  await phone.page.locator(OWN_PAGE).waitFor();
}

/** Asserts that the own page shows standing, what happens next, the reference and every answer. */
export async function readOwnPage(phone, person, reference) {
  const main = phone.page.locator('main');
  for (const name of ['standing', 'standing-next', 'reference']) {
    const place = main.locator(`[data-fill="${name}"]:visible`).first();
    assert.notEqual((await place.innerText()).trim(), '', name);
  }
  assert.equal((await main.locator('[data-fill="reference"]').first().innerText()).trim(), reference);
  await readAnswers(main, person);
}

/** Asserts that a list of answers shows all that was answered, and no option that was not chosen. */
export async function readAnswers(main, person) {
  for (const [name, value] of Object.entries(allAnswers(person))) {
    const row = main.locator(`[data-fill="row-${name}"]`);
    assert.ok(await row.isVisible(), `the row of ${name}`);
    const words = await saidOf(row, name, value);
    if (words) {
      assert.deepEqual(words.found, words.wanted, name);
      continue;
    }
    const options = row.locator(`[data-fill^="option-${name}-"]`);
    if (await options.count()) {
      const chosen = [];
      for (const option of await options.all()) {
        if (await option.isVisible()) chosen.push((await option.getAttribute('data-fill')).slice(`option-${name}-`.length));
      }
      assert.deepEqual(chosen.sort(), [value].flat().toSorted(), name);
    } else if (typeof value === 'string') {
      assert.equal((await row.locator(`[data-fill="answer-${name}"]`).innerText()).trim(), value, name);
    } else {
      assert.notEqual((await row.locator(`[data-fill="answer-${name}"]`).innerText()).trim(), '', name);
    }
  }
}
