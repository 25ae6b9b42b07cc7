// What staff change without a release, as a test sets it: the live half of a programme, seen on its page afterwards.

import assert from 'node:assert/strict';
import { eventually } from './portal.mjs';

const FILE = { open: true, closed_because: null, opens_on: null, closes_on: null, contact: 'career-service@ki.se', reviewer: null, reviewed: '2025-09-17', notice: null };

export const BECAUSE = { sv: 'Alla platser är tagna.', en: 'Every place is taken.' };
export const NEWS = { sv: 'Vi svarar efter helgen.', en: 'We answer after the weekend.' };

/** What was set last, and how often, by portal and programme. */
const set = new Map();

/** A day as the calendar writes it, in the words of a page. */
export function longDate(iso, language) {
  return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso));
}

/** What a programme's Swedish page says of a live half, and only of it: the usual address stands on every page. */
function textsOf({ closed_because, notice, opens_on, contact }) {
  return [closed_because?.sv, notice?.sv, opens_on && longDate(opens_on, 'sv'), contact !== FILE.contact && contact].filter(Boolean);
}

/** Sets a programme's live half to what its file says, with a change, and waits until its page says so. */
export async function setLive(portal, change, programme = 'ki-alumni') {
  const key = `${portal.address} ${programme}`;
  const { seen, live: before } = set.get(key) ?? { seen: 0, live: FILE };
  const live = { ...FILE, ...change };
  await portal.command('/dev/live', { programme, seen, live });
  set.set(key, { seen: seen + 1, live });
  const wanted = textsOf(live);
  const gone = textsOf(before).filter((text) => !wanted.includes(text));
  assert.ok(live.open || live.closed_because, 'a page says nothing by which one could see that it is closed');
  await eventually(`the page of ${programme} says ${wanted}`, async () => {
    const page = await (await fetch(`${portal.address}/${programme}`)).text();
    return wanted.every((text) => page.includes(text)) && !gone.some((text) => page.includes(text));
  });
}

/** Closes a programme, with a reason and a notice. */
export function close(portal, programme) {
  return setLive(portal, { open: false, closed_because: BECAUSE, notice: NEWS }, programme);
}

/** Opens it again. */
export function reopen(portal, programme) {
  return setLive(portal, {}, programme);
}
