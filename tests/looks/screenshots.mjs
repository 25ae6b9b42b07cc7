// Photographs every page and state in both languages, on a phone and a desktop, light and dark, whole pages, and writes a sheet
// that shows them side by side; what people print also as it comes on paper. `cargo xtask screenshots` starts it.
//
//   node tests/looks/screenshots.mjs <folder for pictures> [part of the names of the states to take]

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGES } from '../journeys/harness/journey.mjs';
import { Phone, launch } from '../journeys/harness/phone.mjs';
import { Portal } from '../journeys/harness/portal.mjs';
import { WALKS, optionsOf } from '../journeys/harness/states.mjs';
import { DESK } from './desk.mjs';
import { publicPages } from './pages.mjs';
import { sheet } from './sheet.mjs';

const SCREENS = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };
const SCHEMES = ['light', 'dark'];
/** A4, and what people have reason to print. */
const PAPER = { width: 794, height: 1123 };
const PRINTED = ['ki-alumni', 'ki-alumni-mentee-receipt'];

/** The walks that the tests of accessibility take. */
const STATES = Object.entries(WALKS).map(([name, show]) => ({ name, show, options: { keepsPages: optionsOf(show).keepsPages } }));

const [folder, only = ''] = process.argv.slice(2);

/** Photographs what a phone shows now, such as `contact.sv.phone.dark.png`. */
async function photograph({ page }, name, language) {
  // What was tapped last is no longer under a finger.
  await page.mouse.move(0, 0);
  for (const [screen, size] of Object.entries(SCREENS)) {
    await page.setViewportSize(size);
    for (const scheme of SCHEMES) {
      await page.emulateMedia({ colorScheme: scheme });
      const path = join(folder, `${name}.${language}.${screen}.${scheme}.png`);
      await page.screenshot({ path, fullPage: true, animations: 'disabled' });
    }
  }
  if (PRINTED.includes(name)) {
    await page.setViewportSize(PAPER);
    // Whoever prints from a dark screen has white paper all the same.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.screenshot({ path: join(folder, `${name}.${language}.paper.print.png`), fullPage: true });
    await page.emulateMedia({ media: 'screen' });
  }
}

/** Gives one state a phone of its own, and every name it asks for a set of pictures. */
async function takeState(browser, portal, state, language, names) {
  // The console's lines about statuses and lost networks belong to the states that are shown.
  const phone = await Phone.open(browser, portal, { tolerates: [/^console: /], ...state.options });
  if (phone.hasProgram) await phone.context.addInitScript(hideTapMarks);
  try {
    await state.show(phone, language, async (shown) => {
      const name = shown.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
      await photograph(phone, name, language);
      names.add(name);
    });
  } finally {
    await phone.close();
  }
}

/** Runs in each document: the browser's own mark on what was just tapped is no part of the look, and fades when it likes. */
function hideTapMarks() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { -webkit-tap-highlight-color: transparent }');
  document.adoptedStyleSheets.push(sheet);
}

async function takeAll(browser, portal) {
  const names = new Set();
  const failures = [];
  const states = [...(await publicPages()), ...STATES, DESK].filter(({ name }) => name.includes(only));
  for (const state of states) {
    for (const language of LANGUAGES) {
      await takeState(browser, portal, state, language, names).catch((failure) => {
        failures.push(`${state.name} (${language}): ${failure.message}`);
      });
    }
    console.error(`        ${state.name}`);
  }
  if (only === '') failures.push(...PRINTED.filter((name) => !names.has(name)).map((name) => `${name} on paper: there is no such page or state`));
  await writeFile(join(folder, 'index.html'), sheet([...names], LANGUAGES, ['phone', 'desktop'], SCHEMES, PRINTED));
  console.log(`${names.size} pages and states: ${join(folder, 'index.html')}`);
  if (failures.length > 0) throw new Error(`not photographed:\n${failures.join('\n')}`);
}

// Pictures of pages that are gone would be taken for pages.
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const [portal, browser] = await Promise.all([Portal.start(), launch()]);
try {
  await takeAll(browser, portal);
} finally {
  await browser.close();
  await portal.stop();
}
