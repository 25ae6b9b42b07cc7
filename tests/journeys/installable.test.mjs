// Whether a phone can put the portal on its home screen, and search engines can find their way: manifests, icons, sitemap.

import assert from 'node:assert/strict';
import { LANGUAGES, address, journey, servePortal } from './harness/journey.mjs';

servePortal();

/** What browsers ask for before they install: one to show, one for a splash, one that may be cut to any shape. */
const WANTED = [['192x192', 'any'], ['512x512', 'any'], ['512x512', 'maskable']];
const PNG = '89504e470d0a1a0a';

/** What is served under a path, whole and with its type. */
async function served(portal, path) {
  const answer = await fetch(portal.address + path);
  assert.equal(answer.status, 200, path);
  return { kind: answer.headers.get('content-type'), language: answer.headers.get('content-language'), bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** Width and height as a PNG says them itself. */
function sizeOf(png) {
  assert.equal(png.subarray(0, 8).toString('hex'), PNG);
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

for (const language of LANGUAGES) {
  journey(`the portal can be installed in its language (${language})`, {}, async ({ page, portal }) => {
    await page.goto(address(language, '/'));
    const path = await page.locator('link[rel="manifest"]').getAttribute('href');
    const { kind, language: said, bytes } = await served(portal, path);
    assert.match(kind, /^application\/manifest\+json/);
    const manifest = JSON.parse(bytes);
    const start = new URL(manifest.start_url, portal.address + path).pathname;
    assert.deepEqual([manifest.lang, said, start, manifest.display], [language, language, address(language, '/'), 'standalone']);
    assert.ok(start.startsWith(manifest.scope) && manifest.name && manifest.short_name.length <= 12, 'a name that fits below an icon');
    await page.goto(manifest.start_url);
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    for (const [sizes, purpose] of WANTED) {
      const icon = manifest.icons.find((one) => one.sizes === sizes && (one.purpose ?? 'any') === purpose && one.type === 'image/png');
      assert.ok(icon, `${sizes} ${purpose}`);
      const { kind, bytes } = await served(portal, icon.src);
      assert.deepEqual([kind, sizeOf(bytes)], ['image/png', sizes], icon.src);
    }
    const touch = await page.locator('link[rel="apple-touch-icon"]').getAttribute('href');
    assert.equal(sizeOf((await served(portal, touch)).bytes), '180x180');
  });
}

journey('search engines are told what is nobody’s business, and which pages there are where the portal’s address is known', {}, async ({ portal }) => {
  const { kind, bytes } = await served(portal, '/robots.txt');
  const robots = bytes.toString();
  assert.match(kind, /^text\/plain/);
  for (const language of LANGUAGES) {
    for (const path of ['/l/', '/my']) assert.ok(robots.includes(`Disallow: ${address(language, path)}\n`), path);
  }
  // A sitemap may name whole addresses only: a build that does not know its own has none (`app/prerender/tests/found.rs`).
  const named = /^Sitemap: (\S+)$/m.exec(robots)?.[1];
  const answer = await fetch(`${portal.address}/sitemap.xml`);
  await answer.text();
  assert.equal(answer.status, named ? 200 : 404);
});
