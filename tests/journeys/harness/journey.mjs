// How a test file begins: one portal and one browser for all its journeys, a new phone for each.

import { after, before, test } from 'node:test';
import { Phone, launch } from './phone.mjs';
import { Portal } from './portal.mjs';

export const LANGUAGES = ['sv', 'en'];

/** The address of a page in a language: Swedish stands at the root, English under /en. */
export function address(language, path) {
  return language === 'sv' ? path : `/en${path === '/' ? '' : path}`;
}

let portal;
let browser;

/** To be called once, at the top of a test file. */
export function servePortal() {
  before(async () => {
    [portal, browser] = await Promise.all([Portal.start(), launch()]);
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
  });
}

/** One test: `walk` gets a phone of its own, and whatever the pages complained of fails it. */
export function journey(sentence, options, walk) {
  test(sentence, { timeout: 240_000 }, async () => {
    const phone = await Phone.open(browser, portal, options);
    try {
      await walk(phone);
    } catch (failure) {
      // What a runner prints of a failure is its stack.
      await phone.close().catch((noted) => (failure.stack += `\n${noted.message}`));
      throw failure;
    }
    await phone.close();
  });
}

/** A second phone in the same journey. */
export function anotherPhone(options) {
  return Phone.open(browser, portal, options);
}
