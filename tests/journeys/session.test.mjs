// The own page: opened by a link's button only, for two hours, with a cookie that scripts and other sites cannot use.

import assert from 'node:assert/strict';
import { LANGUAGES, address, anotherPhone, journey, servePortal } from './harness/journey.mjs';
import { axe } from './harness/axe.mjs';
import { alive, send, walkToCheck } from './harness/form.mjs';
import { OWN_PAGE, openLink, readOwnPage } from './harness/ownpage.mjs';
import { PEOPLE } from './harness/people.mjs';

servePortal();

const COOKIE = '__Host-session';
const MINUTE_MS = 60_000;
const UNKNOWN_LINK = `/l/${'0'.repeat(64)}`;

/** Sends a form and gives the path of the receipt's link. */
async function apply(phone, person, language) {
  await walkToCheck(phone, person, language);
  const reference = await send(phone);
  return { reference, link: await phone.page.locator('#receipt-link').getAttribute('href') };
}

for (const language of LANGUAGES) {
  journey(`the own page without a session says what to do (${language})`, { tolerates: [/status of 401/] }, async (phone) => {
    const { page } = phone;
    const answer = await page.goto(address(language, '/my'));
    assert.equal(answer.status(), 401);
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    assert.ok(await page.locator('main h1').isVisible());
    assert.match(await page.locator('main').innerText(), /career-service@ki\.se/);
    assert.equal(await page.locator(OWN_PAGE).count(), 0);
  });

  journey(`a link that is not good says so, with a way on, and begins no session (${language})`, { tolerates: [/status of 410/] }, async (phone) => {
    const { page } = phone;
    await page.goto(address(language, UNKNOWN_LINK));
    await page.locator('main form[method="post"] button.primary').tap();
    await page.locator('main').filter({ hasText: 'career-service@ki.se' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    assert.ok(await page.locator('main h1').isVisible());
    assert.deepEqual(await phone.context.cookies(), []);
  });
}

journey('the session is a cookie of this host that no script reads and no other site sends', {}, async (phone) => {
  const person = PEOPLE.mentee();
  const { link } = await apply(phone, person, 'sv');
  assert.deepEqual(await phone.context.cookies(), [], 'no cookie before the own page is opened');
  await openLink(phone, link);
  const cookies = await phone.context.cookies();
  assert.deepEqual(cookies.map((cookie) => cookie.name), [COOKIE]);
  const [cookie] = cookies;
  assert.deepEqual([cookie.httpOnly, cookie.secure, cookie.path], [true, true, '/']);
  assert.match(cookie.sameSite, /^(Lax|Strict)$/);
  assert.equal(cookie.domain, new URL(phone.portal.address).hostname, 'of this host alone');
  const hours = (cookie.expires - Date.now() / 1000) / 3600;
  assert.ok(cookie.expires === -1 || (hours > 1.9 && hours <= 2), `ends after two hours: ${hours}`);
  assert.equal(await phone.page.evaluate(() => document.cookie), '');
});

journey('the own page is kept by no cache, shows its own person only, and is found again in the session', {}, async (phone) => {
  const person = PEOPLE.mentor();
  const { reference, link } = await apply(phone, person, 'en');
  await openLink(phone, link);
  const answer = await phone.page.goto('/en/my');
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()['cache-control'], /no-store/);
  await readOwnPage(phone, person, reference);
  const stranger = await anotherPhone({ tolerates: [/status of 401/] });
  const refused = await stranger.page.goto('/en/my');
  assert.equal(refused.status(), 401);
  assert.ok(!(await stranger.page.content()).includes(reference));
  await stranger.close();
});

journey('the own page switches language and stays the own page', {}, async (phone) => {
  const person = PEOPLE.mentee();
  const { reference, link } = await apply(phone, person, 'sv');
  await openLink(phone, link);
  await phone.page.locator('header [hreflang="en"]').tap();
  await phone.page.locator(`html[lang="en"] ${OWN_PAGE}`).waitFor();
  await readOwnPage(phone, person, reference);
});

journey('a link works again and again', {}, async (phone) => {
  const person = PEOPLE.mentee();
  const { reference, link } = await apply(phone, person, 'en');
  for (let time = 0; time < 3; time += 1) {
    await phone.context.clearCookies();
    await openLink(phone, link);
    await readOwnPage(phone, person, reference);
  }
});

journey('after two hours the session is over, and the link opens the page again', { tolerates: [/status of 401/] }, async (phone) => {
  const person = PEOPLE.mentee();
  const { reference, link } = await apply(phone, person, 'sv');
  await openLink(phone, link);
  try {
    await phone.portal.command('/dev/clock', { offset_ms: (2 * 60 + 1) * 60 * 1000 });
    assert.equal((await phone.page.goto('/my')).status(), 401);
    await openLink(phone, link);
    await readOwnPage(phone, person, reference);
  } finally {
    await phone.portal.command('/dev/clock', { offset_ms: 0 });
  }
});

for (const language of LANGUAGES) {
  journey(`some minutes before a session ends its page says so, and how to go on (${language})`, {}, async (phone) => {
    const { page } = phone;
    await page.clock.install();
    const { link } = await apply(phone, PEOPLE.mentee(), language);
    const soon = page.locator('#ends-soon');
    const says = language === 'sv' ? /stängs.*länken igen/s : /closes.*link again/s;
    const openedAnew = async () => {
      await page.goto(link);
      // Its program is there before the button is pressed, as it is where somebody reads the page.
      await alive(page);
      await page.locator('main form[method="post"] button.primary').tap();
      await page.locator(OWN_PAGE).waitFor();
      await alive(page);
    };
    await openedAnew();
    await page.clock.fastForward(60 * MINUTE_MS);
    await page.reload();
    await alive(page);
    await page.clock.fastForward(49 * MINUTE_MS);
    assert.ok(await soon.isHidden(), 'not before it matters');
    await page.clock.fastForward(2 * MINUTE_MS);
    await soon.filter({ visible: true, hasText: says }).waitFor();
    assert.equal(await page.getByRole('status').filter({ has: soon }).count(), 1, 'it is heard as well');
    assert.deepEqual(await axe(page), []);
    await openedAnew();
    await page.clock.fastForward(MINUTE_MS);
    assert.ok(await soon.isHidden(), 'a link that is opened again begins two new hours');
    await page.clock.fastForward(110 * MINUTE_MS);
    await soon.filter({ visible: true }).waitFor();
  });
}
