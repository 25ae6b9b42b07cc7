// A whole journey by keyboard alone, from the home page to the receipt: the focus is always seen, is where it should be after
// each move, goes in reading order and is never trapped.

import assert from 'node:assert/strict';
import { address, journey, servePortal } from './harness/journey.mjs';
import { alive, placeOf, receipt, shown } from './harness/form.mjs';
import { PEOPLE, answersOf } from './harness/people.mjs';

servePortal();

/** More than any page has places for the focus. */
const TABS_MAX = 80;

/** What has the focus: where it stands, and whether that is seen against what the same element looks like without. */
function focused(page) {
  return page.evaluate(() => {
    const one = document.activeElement;
    const seen = () => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)';
    };
    const box = one.getBoundingClientRect();
    const isInView = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const all = [...document.querySelectorAll('*')];
    return { tag: one.tagName, name: one.getAttribute('name'), value: one.value, href: one.getAttribute('href'), type: one.type, id: one.id, index: all.indexOf(one), isSeen: one === document.body || (seen() && isInView), html: one.outerHTML.slice(0, 120) };
  });
}

/** Presses Tab until the focus is on what is wanted; every stop on the way is seen, and comes later in the document. */
async function tabTo(page, what, isWanted) {
  let last = (await focused(page)).index;
  for (let tab = 0; tab < TABS_MAX; tab += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    assert.ok(now.isSeen, `the focus is seen on ${now.html}`);
    assert.ok(now.index > last || now.tag === 'BODY', `${now.html} comes in the order of the document`);
    if (isWanted(now)) return;
    assert.notEqual(now.tag, 'BODY', `${what} is reached before the page ends`);
    last = now.index;
  }
  assert.fail(`${what} is never reached`);
}

/** Answers one question, whose control has the focus at the end of `tabTo`. */
async function answerByKeys(page, name, value) {
  const isOf = (now) => now.name === name && now.type !== 'hidden';
  await tabTo(page, name, isOf);
  const { type } = await focused(page);
  if (type === 'radio') {
    await page.keyboard.press('Space');
    for (let step = 0; (await page.evaluate(() => document.activeElement.value)) !== value; step += 1) {
      assert.ok(step < 12, `${value} is reached by arrows`);
      await page.keyboard.press('ArrowDown');
    }
    assert.ok(await page.evaluate(() => document.activeElement.checked));
  } else if (type === 'checkbox') {
    for (const wanted of value) {
      if ((await focused(page)).value !== wanted) await tabTo(page, wanted, (now) => isOf(now) && now.value === wanted);
      await page.keyboard.press('Space');
      assert.ok(await page.evaluate(() => document.activeElement.checked), wanted);
    }
  } else {
    await page.keyboard.insertText(value);
  }
}

/** Waits for a place of the form and asserts where the focus is: with the program on its heading, without at the beginning. */
async function stands(phone, place) {
  await shown(phone, place);
  if (!phone.hasProgram) assert.equal((await focused(phone.page)).tag, 'BODY', `${place} is read from its beginning`);
}

async function go(page, value) {
  await tabTo(page, value, (now) => now.tag === 'BUTTON' && now.name === '_go' && now.value === value && !now.html.includes('aria-hidden'));
  await page.keyboard.press('Enter');
}

/** An empty page sent by Enter: the summary is read first, and its link leads to the field. */
async function faultsAreReached(phone) {
  const { page } = phone;
  await go(page, 'continue');
  await page.locator('#summary:visible').waitFor();
  await page.waitForLoadState();
  if (phone.hasProgram) await page.locator('#summary:focus').waitFor();
  await tabTo(page, 'the first fault', (now) => now.href?.startsWith('#q-') ?? false);
  const { href } = await focused(page);
  await page.keyboard.press('Enter');
  await page.waitForFunction((id) => document.activeElement.id === id, href.slice(1));
  assert.ok((await focused(page)).isSeen, 'the field that is led to is seen');
  await page.keyboard.press('Shift+Tab');
  assert.ok((await focused(page)).isSeen, 'and one can go back from it');
}

for (const [javaScript, language, role] of [[true, 'sv', 'mentee'], [false, 'en', 'mentor']]) {
  journey(`a ${role} goes from the home page to the receipt by keyboard alone (${javaScript ? 'with the program' : 'without JavaScript'}, ${language})`, { javaScript, tolerates: [/status of 422/] }, async (phone) => {
    const { page } = phone;
    const person = PEOPLE[role]();
    const first = placeOf(language, role, person.pages[0].id);
    await page.goto(address(language, '/'));
    await page.keyboard.press('Tab');
    assert.ok(await page.locator('.skip:focus').isVisible(), 'the first key leads past the header');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#main$/);
    await tabTo(page, 'the programme', (now) => now.href === address(language, '/ki-alumni'));
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === address(language, '/ki-alumni'));
    await page.waitForLoadState();
    await tabTo(page, 'the form', (now) => now.href === first);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${first}`);
    await page.waitForLoadState();
    if (javaScript) await alive(page);
    await faultsAreReached(phone);
    await page.goto(first);
    if (javaScript) await alive(page);
    for (const [index, { id }] of person.pages.entries()) {
      for (const [name, value] of Object.entries(answersOf(person, id))) await answerByKeys(page, name, value);
      await go(page, 'continue');
      await stands(phone, person.pages[index + 1]?.id ?? 'check');
    }
    await go(page, 'send');
    await receipt(phone);
    await page.waitForLoadState();
    if (javaScript) await page.locator('main h1:focus').waitFor();
    await tabTo(page, 'the link to the own page', (now) => now.id === 'receipt-link');
    await page.keyboard.press('Enter');
    await page.locator('main[data-view="link"]').waitFor();
    await tabTo(page, 'the button of the link', (now) => now.tag === 'BUTTON');
    await page.keyboard.press('Enter');
    await page.locator('main[data-view="own"][data-role]').waitFor();
  });
}

journey('the focus goes through a page of a form and out of it again, forwards and backwards', {}, async (phone) => {
  const { page } = phone;
  await page.goto(placeOf('sv', 'mentor', 'about-you'));
  await alive(page);
  const forwards = [];
  for (let tab = 0; tab < TABS_MAX; tab += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.tag === 'BODY' || forwards.includes(now.index)) break;
    forwards.push(now.index);
  }
  assert.ok(forwards.length > 8 && forwards.length < TABS_MAX);
  const backwards = [];
  await page.evaluate(() => [...document.querySelectorAll('footer a')].at(-1).focus());
  do {
    backwards.unshift((await focused(page)).index);
    await page.keyboard.press('Shift+Tab');
  } while ((await focused(page)).tag !== 'BODY' && backwards.length < TABS_MAX && !backwards.includes((await focused(page)).index));
  assert.deepEqual(backwards, forwards);
});
