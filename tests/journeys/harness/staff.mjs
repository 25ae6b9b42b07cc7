// Somebody of the staff without a screen: signs in by the form and the letter's link, and makes the desk's calls.

import assert from 'node:assert/strict';
import { linkIn } from './ownpage.mjs';
import { eventually } from './portal.mjs';

/** The first administrator of a portal in development (xtask/src/sample.rs). */
export const STAFF = 'staff@example.org';
const OURS = { 'x-portal': '1', 'sec-fetch-site': 'same-origin' };

/** The link in the letter that is sent to them once `ask` has asked for it. */
export async function linkToDesk(portal, ask) {
  const sent = async () => (await portal.json('/dev/letters.json')).filter(({ to }) => to === STAFF);
  const before = (await sent()).length;
  await ask();
  await portal.alarm();
  return linkIn(await eventually('the link to the desk', async () => (await sent())[before]));
}

export class Staff {
  constructor(portal, cookie) {
    this.portal = portal;
    this.cookie = cookie;
  }

  static async signIn(portal) {
    const post = (path, fields) =>
      fetch(portal.address + path, { method: 'POST', redirect: 'manual', headers: { ...OURS, origin: portal.address }, body: new URLSearchParams(fields) });
    const opened = await post(await linkToDesk(portal, () => post('/desk/sign-in', { email: STAFF })), {});
    assert.equal(opened.status, 303);
    return new Staff(portal, opened.headers.get('set-cookie').split(';')[0]);
  }

  async call(name, request) {
    const answer = await fetch(`${this.portal.address}/desk/api/${name}`, {
      method: 'POST',
      headers: { ...OURS, origin: this.portal.address, cookie: this.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    if (!answer.ok) throw new Error(`${name} answers ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }

  /** Does something with a record as it stands. */
  async change(name, reference, request) {
    const { row } = await this.call('record', { reference, reason: null });
    // A row is a list: reference, programme, role, standing, version, …
    return this.call(name, { reference, seen: row[4], ...request });
  }

  /** A mentor is checked and accepted, with so many places. */
  async list(reference, free) {
    await this.portal.alarm();
    await this.accept(reference, free);
  }

  /** The same of somebody who is known to have arrived. */
  async accept(reference, free = 1) {
    await this.change('mentor', reference, { checked: 'Ringde arbetsplatsen.', free: String(free), paused_until: '' });
    for (const standing of ['under-review', 'listed']) {
      await this.change('decide', reference, { standing, comment: null, letter: null });
    }
  }
}
