// The mentors of a programme whose directory everybody may read: looked through at each key, kept on the phone, and compared with
// what is being written there.

import assert from 'node:assert/strict';
import { axe } from './harness/axe.mjs';
import { open, placeOf, walk } from './harness/form.mjs';
import { LANGUAGES, address, anotherPhone, journey, servePortal } from './harness/journey.mjs';
import { PROGRAMME, mentee, mentors, openDirectory } from './harness/open-mentors.mjs';
import { tapThrough } from './harness/ownpage.mjs';
import { card, looksThrough } from './harness/wishing.mjs';

servePortal();

const SAID = {
  sv: { topic: 'abroad', first: 'Ölander', shared: /Ämnen: ni har båda valt Utlandet/, none: /Ingen mentor passar/, noneSaved: /Ingen av dem du har sparat/, count: /^2 mentorer/ },
  en: { topic: 'research', first: 'Apotekare', shared: /Topics: you both chose Research/, none: /No mentor matches/, noneSaved: /None of those you have saved/, count: /^2 mentors/ },
};

for (const language of LANGUAGES) {
  const said = SAID[language];
  journey(`each key narrows the mentors without asking anybody, and the address says how (${language})`, {}, async (phone) => {
    const { page } = phone;
    await mentors(phone);
    await openDirectory(page, language);
    await looksThrough(page);
    assert.match(await page.locator('[data-fill="count"]').innerText(), said.count);
    const asked = [];
    // The browser looks at the icon again whenever the address changes.
    page.on('request', (request) => request.url().endsWith('/icon.svg') || asked.push(request.url()));
    await page.locator('#q').pressSequentially('LÄKARE öl');
    await card(page, 'Apotekare').waitFor({ state: 'hidden' });
    assert.equal(await page.locator('.cards > li:visible').count(), 1);
    await page.waitForURL((url) => url.search === '?q=L%C3%84KARE+%C3%B6l');
    await page.locator('#q').fill('zq7');
    assert.match(await page.locator('[data-fill="count"]').innerText(), said.none);
    await page.locator('[data-act="show-all"]').tap();
    await card(page, 'Apotekare').waitFor();
    assert.equal(await page.locator('#q').inputValue(), '');
    await page.locator('.search summary').tap();
    await page.locator('#narrow-topics').selectOption('abroad');
    await card(page, 'Apotekare').waitFor({ state: 'hidden' });
    await page.waitForURL((url) => url.search === '?topics=abroad');
    assert.deepEqual(asked, [], 'nothing was asked for');
    await page.goBack();
    await page.locator('[data-fill="count"]', { hasText: said.none }).waitFor();
    assert.equal(await page.locator('#q').inputValue(), 'zq7', 'Back leads to what was sought before');
    assert.equal(await page.locator('#narrow-topics').inputValue(), '');
    assert.deepEqual(await axe(page), []);
  });

  journey(`a mentor who is kept stays on this phone and nowhere else (${language})`, {}, async (phone) => {
    const { page } = phone;
    await mentors(phone);
    await openDirectory(page, language);
    await looksThrough(page);
    const keep = card(page, 'Ölander').locator('[data-act="keep-mentor"]');
    const asked = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await keep.tap();
    assert.equal(await keep.getAttribute('aria-pressed'), 'true');
    await openDirectory(page, language);
    await looksThrough(page);
    assert.equal(await keep.getAttribute('aria-pressed'), 'true', 'after a reload');
    assert.equal(await card(page, 'Apotekare').locator('[data-act="keep-mentor"]').getAttribute('aria-pressed'), 'false');
    await page.locator('#only-kept-box').check();
    await card(page, 'Apotekare').waitFor({ state: 'hidden' });
    await keep.tap();
    await page.locator('#only-kept-box').uncheck();
    await page.locator('#only-kept-box').check();
    assert.match(await page.locator('[data-fill="count"]').innerText(), said.noneSaved);
    await page.locator('[data-act="show-all"]').tap();
    await keep.tap();
    const { mentors: [kept] } = await page.evaluate((key) => JSON.parse(localStorage.getItem(key)), `mentors/${PROGRAMME}`);
    assert.ok(kept && !asked.some((one) => one.includes(kept)), 'nobody was told who was saved');
    await open(phone, address(language, '/on-this-phone'));
    const line = page.locator('.stored li:visible', { hasText: language === 'sv' ? 'Mentorer du har sparat' : 'Mentors you have saved' });
    assert.equal(await line.count(), 1);
    await page.locator('[data-act="erase"]').tap();
    await page.locator('#erased:visible').waitFor();
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });

  journey(`what is being written on the phone says who fits, and is sent nowhere (${language})`, {}, async (phone) => {
    const { page } = phone;
    await mentors(phone);
    await open(phone, placeOf(language, 'mentee', 'all', PROGRAMME));
    await walk(phone, mentee([said.topic]), 'notice');
    const asked = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await openDirectory(page, language);
    await looksThrough(page);
    await page.locator('#from-draft:visible').waitFor();
    assert.match(await page.locator('.cards > li').first().innerText(), new RegExp(said.first), 'who fits comes first');
    assert.match(await card(page, said.first).innerText(), said.shared);
    assert.ok(!asked.some((one) => one.includes(said.topic)), 'the answer stayed here');
  });
}

journey('where the program cannot have the mentors, each search is a request', { tolerates: [/status of 503/] }, async (phone) => {
  const { page } = phone;
  await mentors(phone);
  await page.route('**/mentors/snapshot', (route) => route.fulfill({ status: 503, body: '' }));
  const refused = page.waitForResponse('**/mentors/snapshot');
  await openDirectory(page, 'sv');
  await refused;
  await page.locator('#q').fill('läkare');
  assert.equal(await page.locator('.cards > li:visible').count(), 2, 'a key alone does nothing');
  await tapThrough(page, page.locator('.search button'));
  assert.equal(new URL(page.url()).search.startsWith('?q=l'), true);
  assert.equal(await page.locator('.cards > li:visible').count(), 1);
});

journey('the open mentors without JavaScript', {}, async (phone) => {
  await mentors(phone);
  const plain = await anotherPhone({ javaScript: false });
  await openDirectory(plain.page, 'en');
  await openDirectory(phone.page, 'en');
  await looksThrough(phone.page);
  const filled = (page) => page.locator('#mentors [data-fill]').evaluateAll((places) => places.filter((place) => place.offsetParent).map((place) => [place.dataset.fill, place.children.length ? '' : place.textContent]));
  assert.deepEqual(await filled(phone.page), await filled(plain.page), 'the program shows what the Worker shows');
  assert.ok(await plain.page.locator('.keep').first().isHidden(), 'nothing that would not work');
  await plain.page.locator('#q').fill('apotekare');
  await tapThrough(plain.page, plain.page.locator('.search button'));
  assert.equal(await plain.page.locator('.cards > li:visible').count(), 1);
  await plain.close();
});
