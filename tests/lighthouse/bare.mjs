// Bare pages: the words that a person sees on a page of the portal, as headings, paragraphs, lists and links without style or
// program. Nothing that says the same can arrive sooner, so this is what the portal's pages are measured against.

import { launch } from '../journeys/harness/phone.mjs';

/** The bare pages of these paths, as HTML by path. */
export async function barePages(portal, paths) {
  const browser = await launch();
  try {
    // Without its program a page is what the server sent, and that is what is read first.
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const pages = new Map();
    for (const path of paths) {
      const answer = await page.goto(portal + path);
      if (answer.status() !== 200) throw new Error(`${path} answers ${answer.status()}`);
      pages.set(path, await page.evaluate(stripped));
    }
    return pages;
  } finally {
    await browser.close();
  }
}

/** Runs in the page: the document without everything but words, headings, lists and links. */
function stripped() {
  const KEPT = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'P', 'UL', 'OL', 'LI', 'A'];
  /** Each on a line of its own, as they stand on the page. */
  const LINES = ['LABEL', 'LEGEND', 'BUTTON', 'DT', 'DD', 'DIV', 'SUMMARY'];
  const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const written = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return escaped(node.data.replaceAll(/[ \n]+/g, ' '));
    if (node.nodeType !== Node.ELEMENT_NODE || node.tagName === 'NOSCRIPT' || !node.checkVisibility()) return '';
    const inside = [...node.childNodes].map(written).join('');
    if (inside.trim() === '') return '';
    if (KEPT.includes(node.tagName)) {
      const name = node.tagName.toLowerCase();
      return name === 'a' ? `<a href="${escaped(node.getAttribute('href'))}">${inside}</a>` : `<${name}>${inside}</${name}>`;
    }
    return LINES.includes(node.tagName) && !inside.includes('<p>') && node.closest('p') === null ? `<p>${inside}</p>` : inside;
  };
  // The empty icon keeps the browser from asking for one.
  const head = `<meta charset="utf-8"><title>${escaped(document.title)}</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">`;
  return `<!doctype html><html lang="${document.documentElement.lang}"><head>${head}</head><body>${written(document.body)}</body></html>`;
}
