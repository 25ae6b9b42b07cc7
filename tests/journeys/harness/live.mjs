// What staff change without a release, as a test sets it: the live half of a programme, seen on its page afterwards.

import { eventually } from './portal.mjs';

const FILE = { open: true, closed_because: null, opens_on: null, closes_on: null, contact: 'career-service@ki.se', reviewer: null, reviewed: '2025-09-17', notice: null };

export const BECAUSE = { sv: 'Alla platser är tagna.', en: 'Every place is taken.' };
export const NEWS = { sv: 'Vi svarar efter helgen.', en: 'We answer after the weekend.' };

/** Versions set so far, by portal and programme. */
const versions = new Map();

async function setLive(portal, programme, change) {
  const key = `${portal.address} ${programme}`;
  const seen = versions.get(key) ?? 0;
  await portal.command('/dev/live', { programme, seen, live: { ...FILE, ...change } });
  versions.set(key, seen + 1);
}

/** What a programme's page says by now. */
async function said(portal, programme) {
  return (await fetch(`${portal.address}/${programme}`)).text();
}

/** Closes a programme, with a reason and a notice, and waits until its page says so. */
export async function close(portal, programme) {
  await setLive(portal, programme, { open: false, closed_because: BECAUSE, notice: NEWS });
  await eventually(`${programme} closed`, async () => (await said(portal, programme)).includes(BECAUSE.sv));
}

/** Opens it again. */
export async function reopen(portal, programme) {
  await setLive(portal, programme, {});
  await eventually(`${programme} open`, async () => !(await said(portal, programme)).includes(BECAUSE.sv));
}
