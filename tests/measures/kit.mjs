// Goes the whole way of a doctoral student's own mentor, from the programme's page by the clock, the independence check and the
// letter to a framework that both have accepted, and counts what it costs: pages, taps, keys and bytes. Prints one line of JSON. `cargo xtask bench` starts it.

import assert from 'node:assert/strict';
import { brotliCompressSync, constants } from 'node:zlib';
import { linkIn } from '../journeys/harness/ownpage.mjs';
import { lettersTo, student } from '../journeys/harness/pair.mjs';
import { Phone, launch } from '../journeys/harness/phone.mjs';
import { Portal } from '../journeys/harness/portal.mjs';

/** Somebody with a phone, whose every tap and key is counted. */
class Visitor {
  constructor(phone) {
    this.phone = phone;
    this.page = phone.page;
    this.taps = 0;
    this.keys = 0;
    this.pages = 0;
    this.sizes = new Map();
    this.reading = [];
    this.page.on('response', (response) => this.reading.push(this.weigh(response)));
  }

  /** What came over the line: a hashed file once, a document each time. */
  async weigh(response) {
    const body = await response.body().catch(() => null);
    if (!body) return;
    const bytes = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    const key = response.url().includes('/build/') ? response.url() : `${response.url()} ${this.reading.length}`;
    this.sizes.set(key, bytes);
  }

  async open(address) {
    this.taps += 1;
    this.pages += 1;
    await this.page.goto(address);
  }

  async tap(selector) {
    this.taps += 1;
    await this.page.locator(selector).first().tap();
  }

  async type(selector, text) {
    this.taps += 1;
    this.keys += text.length;
    await this.page.locator(selector).fill(text);
  }

  /** Waits for the next page or state. */
  async see(selector) {
    this.pages += 1;
    await this.page.locator(selector).first().waitFor();
    await this.page.waitForLoadState('networkidle');
  }

  async cost() {
    await Promise.all(this.reading);
    const bytes = [...this.sizes.values()].reduce((sum, size) => sum + size, 0);
    return { pages: this.pages, taps: this.taps, keys: this.keys, bytes };
  }
}

/** Follows a link to a page of the kit, answers it and sees what it says. */
async function ask(visitor, place, fields) {
  await visitor.tap(`main a[href="/doctoral/${place}"]`);
  await visitor.see(`main[data-view="kit"][data-place="${place}"]`);
  await visitor.page.waitForFunction(() => window.isTakenOver);
  for (const [id, text] of Object.entries(fields)) await visitor.type(`#${id}`, text);
  await visitor.tap('#kit .primary');
  await visitor.page.locator('#answer:visible').waitFor();
}

/** By when, into the calendar; whether the mentor is independent, every field; the letter, copied; each page leads to the next. */
async function prepare(visitor) {
  await visitor.open(`${visitor.phone.portal.address}/doctoral`);
  await ask(visitor, 'choose-by', { day: '24', month: '11', year: '2026' });
  await visitor.tap('[data-act="keep-day"]');
  const names = { mentor: 'Kim Exempel', 'mentor-department': 'Påhittade sjukhuset', supervisors: 'Bo Provsson', 'co-authors': 'Provsson B, Exempel E' };
  await ask(visitor, 'independence', { ...names, manager: 'Eva Exempel', 'own-department': 'MTC' });
  // The mentor's name is there: it was typed on the page before.
  await ask(visitor, 'invitation', { goals: 'Livet efter disputationen', name: 'Påhittade Doktoranden' });
  assert.match(await visitor.page.locator('#letter').inputValue(), /Kim Exempel/);
  await visitor.tap('[data-act="copy-letter"]');
}

/** The form of the framework, page by page, to the receipt. */
async function share(visitor, person) {
  await visitor.tap('main a[href="/doctoral/framework/parties"]');
  for (const [index, { id, answers }] of person.pages.entries()) {
    await visitor.see(`main[data-place="${id}"]`);
    if (index === 0) await visitor.page.waitForFunction(() => window.isTakenOver);
    for (const [name, value] of Object.entries(answers)) {
      const field = `#form [name="${name}"]:not([type="hidden"])`;
      const kind = await visitor.page.locator(field).first().getAttribute('type');
      if (kind === 'radio') await visitor.tap(`${field}[value="${value}"]`);
      else if (kind === 'checkbox') await visitor.tap(field);
      else await visitor.type(field, value ?? person.email);
    }
    await visitor.tap('#form button[name="_go"][value="continue"]');
  }
  await visitor.see('main[data-place="check"]');
  await visitor.tap('#form button[name="_go"][value="send"]');
  await visitor.see('main[data-place="receipt"] .code:not([hidden])');
}

async function open(visitor, letter) {
  await visitor.open(visitor.phone.portal.address + linkIn(letter));
  await visitor.tap('main form[method="post"] button.primary');
  await visitor.see('main[data-view="own"][data-role]');
}

const portal = await Portal.start();
const browser = await launch();
try {
  const [mentee, mentor] = await Promise.all([0, 1].map(async () => new Visitor(await Phone.open(browser, portal, {}))));
  const person = student();
  await prepare(mentee);
  await share(mentee, person);
  await open(mentee, (await lettersTo(portal, person.email, 1))[0]);
  await open(mentor, (await lettersTo(portal, person.mentor, 1))[0]);
  await mentor.tap('input[name="ties"][value="none"]');
  await mentor.tap('main button[name="_go"][value="accept"]');
  await mentor.see('[data-fill="statement"]:not([hidden])');
  console.log(JSON.stringify({ student: await mentee.cost(), mentor: await mentor.cost() }));
} finally {
  await browser.close();
  await portal.stop();
}
