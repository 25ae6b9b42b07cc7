// Every page and state, on the narrowest phone. axe-core finds nothing in light, dark and forced colours; and for people who zoom,
// enlarge text, or stand no motion, at 320 CSS px, at 400 % zoom and with text twice as large everything fits without sideways
// scroll, has targets to hit, is read in the order in which it is seen, speaks one language, and is still.

import assert from 'node:assert/strict';
import { axe } from './axe.mjs';
import { languageOfParts, motion, order, overflow, targets } from './fitting.mjs';
import { journey, servePortal } from './journey.mjs';
import { readingOrder } from './reading.mjs';
import { onEveryPage, publicParts } from './site.mjs';
import { OPTIONS, WALKS, optionsOf } from './states.mjs';

const PHONE = { width: OPTIONS.width, height: OPTIONS.height };
/** 1280×1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };

/** As the browser's own setting does it: queries of the style's width in rem see it too. */
async function setText(session, percent) {
  await session.send('Page.setFontSizes', { fontSizes: { standard: (16 * percent) / 100 } });
}

/** The size of every text that is seen when it is asked for the first time. */
function measure() {
  window.measured ??= [...document.querySelectorAll('h1, p, li, dt, label, button')].filter((one) => one.checkVisibility());
  return window.measured.map((one) => parseFloat(getComputedStyle(one).fontSize));
}

async function fits(page) {
  const findings = [];
  const noted = async (how, check) => findings.push(...(await check(page)).map((finding) => `${how}: ${finding}`));
  for (const check of [overflow, targets, order, readingOrder, motion, languageOfParts]) await noted('320 px', check);
  await page.setViewportSize(ZOOMED);
  await noted('400 %', overflow);
  await page.setViewportSize(PHONE);
  const session = await page.context().newCDPSession(page);
  const before = await page.evaluate(measure);
  await setText(session, 200);
  // The program may have shown or hidden something meanwhile: the same elements are measured again.
  const small = (await page.evaluate(measure)).filter((now, index) => now < before[index] * 1.7);
  if (small.length > 0) findings.push(`200 % text: ${small.length} texts stay small`);
  await noted('200 % text', overflow);
  await setText(session, 100);
  await session.detach();
  return findings;
}

/** Both on the page as it stands. Colours are the same in every language: the other schemes are looked at in one of them. */
async function looked(page, language) {
  const said = (await axe(page, language === 'sv' ? undefined : ['light'])).map((finding) => `axe: ${finding}`);
  return [...said, ...(await fits(page))];
}

/** All of it in one language: a test file's whole content, so that two of them share the processors. */
export async function everythingLooksRight(language) {
  const parts = await publicParts(language);
  servePortal();
  for (const [what, paths] of Object.entries(parts)) {
    journey(`axe finds nothing on ${what}, and they fit people who zoom, enlarge and want them still (${language})`, OPTIONS, async (phone) => {
      assert.deepEqual(await onEveryPage(phone, paths, (page) => looked(page, language)), []);
    });
  }

  for (const [what, walk] of Object.entries(WALKS)) {
    journey(`axe finds nothing on ${what}, and it fits people who zoom, enlarge and want it still (${language})`, optionsOf(walk), async (phone) => {
      const findings = [];
      await walk(phone, language, async (name) => findings.push(...(await looked(phone.page, language)).map((finding) => `${name}: ${finding}`)));
      assert.deepEqual(findings, []);
    });
  }
}
