// Keeps visited pages, and those of every form, for when there is no network. What is kept says when it was fetched and is
// never shown where a newer page can be had; what belongs to a person never comes here.
const { cacheName, forms, offlinePages, program } = KEPT;
const NETWORK_MS_MAX = 8000;
const PAGES_MAX = 60;
const PERSONAL = /^\/(en\/)?(my|l|api|dev)(\/|$)/;
const KEPT_AT = 'x-kept-at';

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/build/')) event.respondWith(file(event, url.pathname));
  else if (request.mode === 'navigate' || (request.headers.get('accept') || '').startsWith('text/html')) {
    event.respondWith(page(event, url));
  }
});

const languageOf = (path) => (/^\/en(\/|$)/.test(path) ? 'en' : 'sv');
const mayBeKept = (url) => !PERSONAL.test(url.pathname) && url.search === '';
const isPage = (answer) =>
  answer.ok && !answer.redirected &&
  (answer.headers.get('content-type') || '').startsWith('text/html') &&
  !(answer.headers.get('cache-control') || '').includes('no-store');

async function install() {
  const cache = await caches.open(cacheName);
  await Promise.all(Object.values(offlinePages).map(async (path) => keep(cache, path, await fetch(path))));
  // A new release brings along what the one before had kept.
  for (const name of await caches.keys()) {
    if (name === cacheName) continue;
    for (const request of await (await caches.open(name)).keys()) await bring(cache, new URL(request.url).pathname);
  }
}

async function bring(cache, path) {
  if (path.startsWith('/build/')) {
    if (path.startsWith('/build/form-')) await keepForms(cache, path);
    return;
  }
  const answer = await fetch(path, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (answer && isPage(answer)) await keep(cache, path, answer);
}

async function activate() {
  await Promise.all((await caches.keys()).filter((name) => name !== cacheName).map((name) => caches.delete(name)));
  await self.clients.claim();
  // Pages that were open before anything was kept.
  const cache = await caches.open(cacheName);
  for (const { url } of await self.clients.matchAll({ type: 'window' })) {
    const opened = new URL(url);
    if (mayBeKept(opened)) await bring(cache, opened.pathname);
    const kept = await cache.match(opened.pathname);
    const bundle = kept && /data-bundle="([^"]+)"/.exec(await kept.text());
    if (bundle) await keepForms(cache, `/${bundle[1]}`);
  }
}

/** Puts a page into the cache with the moment it was fetched; the oldest goes when there are too many. */
async function keep(cache, path, answer) {
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, Date.now());
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name);
  await cache.delete(path);
  await cache.put(path, new Response(await answer.text(), { headers }));
  const pages = (await cache.keys()).filter(({ url }) => !new URL(url).pathname.startsWith('/build/'));
  for (const old of pages.slice(0, Math.max(0, pages.length - PAGES_MAX))) await cache.delete(old);
}

/** One form is open: its pages are kept, the program, and the other forms in its language where bytes are cheap. */
async function keepForms(cache, bundle) {
  const saves = self.navigator.connection && self.navigator.connection.saveData;
  const language = Object.keys(forms).find((one) => forms[one].includes(bundle));
  const others = saves || !language ? [] : forms[language];
  for (const path of new Set([bundle, ...others, ...program])) {
    if (!(await cache.match(path))) await cache.add(path).catch(() => {});
  }
}

/** Files never change under their name. */
async function file(event, path) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(path);
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(cache.put(path, answer.clone()).then(() => path.startsWith('/build/form-') && keepForms(cache, path)));
  return answer;
}

async function page(event, url) {
  const cache = await caches.open(cacheName);
  const network = fetch(event.request);
  const kept = mayBeKept(url) && ((await cache.match(url.pathname)) || (await ofForm(cache, url.pathname)));
  try {
    const answer = await (kept ? within(NETWORK_MS_MAX, network) : network);
    if (kept && answer.status >= 500) return noted(kept, url.pathname);
    if (mayBeKept(url) && isPage(answer)) event.waitUntil(keep(cache, url.pathname, answer.clone()));
    return answer;
  } catch (problem) {
    if (kept) return noted(kept, url.pathname);
    const offline = await cache.match(offlinePages[languageOf(url.pathname)]);
    if (event.request.mode !== 'navigate' || !offline) throw problem;
    return new Response(await offline.text(), { status: 503, headers: offline.headers });
  }
}

function within(limit_ms, network) {
  return Promise.race([network, new Promise((_, reject) => setTimeout(() => reject(new Error('late')), limit_ms))]);
}

/** A form's page that was never opened, from the file with all pages of its form; its style is the offline page's. */
async function ofForm(cache, path) {
  for (const bundle of forms[languageOf(path)]) {
    const kept = await cache.match(bundle);
    const found = kept && (await kept.text()).split('\u001e').find((one) => one.startsWith(`${path}\n`));
    if (!found) continue;
    const offline = await cache.match(offlinePages[languageOf(path)]);
    const style = /<style>.*?<\/style>/s.exec(await offline.clone().text());
    const headers = new Headers(offline.headers);
    return new Response(found.slice(path.length + 1).replace('</head>', () => `${style[0]}</head>`), { headers });
  }
  return undefined;
}

/** Says on the page from when it is. */
async function noted(kept, path) {
  const at = new Date(Number(kept.headers.get(KEPT_AT)));
  const when = new Intl.DateTimeFormat(languageOf(path) === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(at);
  const text = (await kept.text()).replace('data-kept-page hidden', 'data-kept-page').replace('{when}', () => when);
  return new Response(text, { headers: kept.headers });
}
