// The built site as a list: every document that has an address of its own, so that a new page is tested by itself.

import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const DIST = join(resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target'), 'site/optimised/dist');

/** Documents that the Worker alone gives, filled, at other addresses; the states of `states.mjs` have them. */
const FRAMES = /^(en\/)?(my\/.+|link|problem|404)\.html$/;

/** How many pages are looked at side by side: two keep two processors busy. */
const TABS = 2;

/** Every built document's file, relative to the folder of the site. */
export async function builtFiles() {
  const names = await readdir(DIST, { recursive: true });
  const files = names.filter((name) => name.endsWith('.html')).sort();
  if (files.length === 0) throw new Error(`nothing is built in ${DIST}`);
  return files;
}

/** What stands in a built file. */
export function builtText(file) {
  return readFile(join(DIST, file), 'utf8');
}

/** The address of every public page in a language. */
export async function publicPages(language) {
  const files = (await builtFiles()).filter((file) => !FRAMES.test(file));
  const isEnglish = (file) => file === 'en.html' || file.startsWith('en/');
  return files.filter((file) => isEnglish(file) === (language === 'en')).map((file) => (file === 'index.html' ? '/' : `/${file.slice(0, -'.html'.length)}`));
}

/** Opens every public page of a language and gives what `look` finds on each, in tabs side by side. */
export async function onEveryPage(phone, language, look) {
  const left = await publicPages(language);
  const findings = [];
  const tab = async (page) => {
    for (let path = left.shift(); path; path = left.shift()) {
      const answer = await page.goto(path);
      const wanted = path.endsWith('/my') ? 401 : 200;
      if (answer.status() !== wanted) findings.push(`${path} answers ${answer.status()}`);
      if (phone.hasProgram && (await page.locator('link[type="application/wasm"]').count())) await page.waitForFunction(() => window.isTakenOver);
      findings.push(...(await look(page, path)).map((finding) => `${path}: ${finding}`));
    }
  };
  const others = await Promise.all(Array.from({ length: TABS - 1 }, () => phone.context.newPage()));
  await Promise.all([phone.page, ...others].map(tab));
  return findings;
}
