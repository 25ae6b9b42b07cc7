// The built site as a list: every document that has an address of its own, so that a new page is tested by itself.

import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const DIST = join(resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target'), 'site/optimised/dist');

/** Documents that the Worker alone gives, filled, at other addresses; the states of `states.mjs` have them. */
const FRAMES = /^(en\/)?(my\/.+|link|link-cancelled|problem|404|desk)\.html$/;

/** The file of any program. */
const PROGRAM = '**/*.wasm';

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

/** The address of every public page in a language, forms' too. */
export async function publicPages(language) {
  const files = (await builtFiles()).filter((file) => !FRAMES.test(file));
  const isEnglish = (file) => file === 'en.html' || file.startsWith('en/');
  return files.filter((file) => isEnglish(file) === (language === 'en')).map((file) => (file === 'index.html' ? '/' : `/${file.slice(0, -'.html'.length)}`));
}

/** Whether an address is a place of a form: its document is of a programme and a role. */
export async function isFormPlace(path) {
  const text = await builtText(path === '/' ? 'index.html' : `${path.slice(1)}.html`);
  return /<main[^>]* data-role=/.test(text);
}

/** What a page of that list answers; the own page needs a link. */
export function statusOf(path) {
  return path.endsWith('/my') ? 401 : 200;
}

/**
 * Opens a page to look at it: alive, but a place of a form as its document has it. With an empty draft the program would move
 * on to the first page that is not answered, so there it never arrives; the states of `states.mjs` have forms that are alive.
 */
async function openToLook(page, path, hasProgram) {
  const isForm = await isFormPlace(path);
  if (hasProgram) {
    await page.unroute(PROGRAM);
    if (isForm) await page.route(PROGRAM, () => {});
  }
  // What never arrives would keep the page loading.
  const answer = await page.goto(path, { waitUntil: isForm ? 'domcontentloaded' : 'load' });
  const isAlive = hasProgram && !isForm && (await page.locator('main[data-alive]').count()) > 0;
  if (isAlive) await page.waitForFunction(() => window.isTakenOver);
  return answer;
}

/** The public pages of a language in parts that are each soon looked at: what is read, and the forms of each programme. */
export async function publicParts(language) {
  const parts = { 'the pages that are read': [] };
  for (const path of await publicPages(language)) {
    const part = (await isFormPlace(path)) ? `the forms of ${path.replace(/^\/en/, '').split('/')[1]}` : 'the pages that are read';
    (parts[part] ??= []).push(path);
  }
  return parts;
}

/** Opens each of these pages and gives what `look` finds there, in tabs side by side. */
export async function onEveryPage(phone, paths, look) {
  const left = [...paths];
  const findings = [];
  const tab = async (page) => {
    for (let path = left.shift(); path; path = left.shift()) {
      const answer = await openToLook(page, path, phone.hasProgram);
      if (answer.status() !== statusOf(path)) findings.push(`${path} answers ${answer.status()}`);
      findings.push(...(await look(page, path)).map((finding) => `${path}: ${finding}`));
      const { pathname } = new URL(page.url());
      if (pathname !== path) findings.push(`${path} was not looked at: ${pathname} was`);
    }
  };
  const others = await Promise.all(Array.from({ length: TABS - 1 }, () => phone.context.newPage()));
  await Promise.all([phone.page, ...others].map(tab));
  return findings;
}
