// Keeps visited pages, and those of every form, for when there is no network. What is kept says when it was fetched and is
// never shown where a newer page can be had; what belongs to a person, or comes from somebody else, never comes here.
const { cacheName, forms, offlinePages, program } = KEPT;
const NETWORK_MS_MAX = 8000;
const PAGES_MAX = 60;
const PERSONAL = /^\/(en\/)?(my|l|api|desk|dev)(\/|$)/;
const KEPT_AT = 'x-kept-at';
/** How the policy begins that every answer of the portal carries, in any release. */
const POLICY = "default-src 'none'; script-src 'self'";
/** What a file is, by how its name ends. */
const KINDS = { js: 'javascript', txt: 'text/plain', wasm: 'application/wasm' };

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
/** The file with all pages of the form that an address is a place of. */
const formOf = (path) => forms[path.slice(0, path.lastIndexOf('/'))];
const says = (answer, name, words) => (answer.headers.get(name) || '').includes(words);
const isHtml = (answer) => says(answer, 'content-type', 'text/html');
const hasPolicy = (answer) => says(answer, 'content-security-policy', POLICY);
const isPage = (answer) => answer.ok && !answer.redirected && isHtml(answer) && !says(answer, 'cache-control', 'no-store');
const isFile = (path, answer) =>
  answer.status === 200 && !answer.redirected && hasPolicy(answer) && says(answer, 'content-type', KINDS[path.split('.').pop()]);

/** The portal's answer. A page of somebody else in its place, and a failure of what stands before it, is as good as none. */
async function fromPortal(request) {
  const answer = await fetch(request);
  // A gate that leads elsewhere, or asks something of the person with a 403, is let through.
  if (!isHtml(answer) ? answer.status < 500 : !answer.ok && answer.status < 500) return answer;
  // Without the policy, for something on the way may take headers away, it is known by the place of its note.
  if (hasPolicy(answer) || (isHtml(answer) && (await answer.clone().text()).includes('data-kept-page'))) return answer;
  throw new Error('not the portal');
}

async function install() {
  const cache = await caches.open(cacheName);
  for (const path of Object.values(offlinePages)) {
    if (!(await bring(cache, path))) throw new Error(path);
  }
  // A new release brings along what the one before had kept.
  for (const name of await caches.keys()) if (name !== cacheName) await bringAll(cache, await caches.open(name));
  // Pages come from the network and files never change: what is open goes on as well with this one.
  await self.skipWaiting();
}

async function bringAll(cache, earlier) {
  for (const request of await earlier.keys()) {
    const path = new URL(request.url).pathname;
    if (!path.startsWith('/build/')) await bring(cache, path);
    else if (path.startsWith('/build/form-')) {
      const [place] = (await (await earlier.match(request)).text()).split('\n', 1);
      await keepForms(cache, formOf(place));
    }
  }
}

async function bring(cache, path) {
  const answer = await fromPortal(new Request(path, { headers: { accept: 'text/html' } })).catch(() => undefined);
  const isKept = answer !== undefined && isPage(answer);
  if (isKept) await keep(cache, path, answer);
  return isKept;
}

async function activate() {
  await Promise.all((await caches.keys()).filter((name) => name !== cacheName).map((name) => caches.delete(name)));
  await self.clients.claim();
  // Pages that were open before anything was kept.
  const cache = await caches.open(cacheName);
  for (const { url } of await self.clients.matchAll({ type: 'window' })) {
    const opened = new URL(url);
    if (mayBeKept(opened) && (await bring(cache, opened.pathname))) await keepKit(cache, opened.pathname);
    await keepForms(cache, formOf(opened.pathname));
  }
}

async function keepVisited(cache, path, answer) {
  await keep(cache, path, answer);
  await keepKit(cache, path);
}

/** Puts a page into the cache with the moment it was fetched and, where it comes to life, what brings it to life; the oldest
 * goes when there are too many. */
async function keep(cache, path, answer) {
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, Date.now());
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name);
  const text = await answer.text();
  // In one step: what was kept is there until the newer one is, and the newest is last.
  await cache.put(path, new Response(text, { headers }));
  if (text.includes(' data-alive')) await keepFiles(cache, text.match(/\/build\/[\w-]+\.(js|wasm)/g));
  const pages = (await cache.keys()).filter(({ url }) => !new URL(url).pathname.startsWith('/build/'));
  for (const old of pages.slice(0, Math.max(0, pages.length - PAGES_MAX))) await cache.delete(old);
}

/** One form is open: its pages are kept, the program, and the other forms in its language where bytes are cheap. */
async function keepForms(cache, bundle) {
  const opened = Object.keys(forms).find((form) => forms[form] === bundle);
  if (!opened) return;
  const saves = self.navigator.connection && self.navigator.connection.saveData;
  const others = Object.keys(forms).filter((form) => !saves && languageOf(form) === languageOf(opened));
  await keepFiles(cache, [bundle, ...others.map((form) => forms[form]), ...program]);
}

/** A page about one's own mentor is open: the others that it lists are kept with it. */
async function keepKit(cache, path) {
  const text = await (await cache.match(path)).text();
  for (const [list] of text.matchAll(/<ul data-kit.*?<\/ul>/gs)) {
    for (const [, other] of list.matchAll(/ href="([^"]+)"/g)) if (!(await cache.match(other))) await bring(cache, other);
  }
}

async function keepFiles(cache, paths) {
  for (const path of new Set(paths)) {
    const answer = (await cache.match(path)) ? undefined : await fetch(path).catch(() => undefined);
    if (answer && isFile(path, answer)) await cache.put(path, answer);
  }
}

/** Files never change under their name; what somebody else answers under it is passed on and not kept. */
async function file(event, path) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(path);
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (isFile(path, answer)) event.waitUntil(cache.put(path, answer.clone()).then(() => keepForms(cache, path)));
  return answer;
}

async function page(event, url) {
  const cache = await caches.open(cacheName);
  const network = fromPortal(event.request);
  // Also what comes too late to be shown.
  event.waitUntil(network.then((answer) => mayBeKept(url) && isPage(answer) && keepVisited(cache, url.pathname, answer.clone())).catch(() => {}));
  const kept = mayBeKept(url) && ((await cache.match(url.pathname)) || (await ofForm(cache, url.pathname)));
  try {
    const answer = await (kept ? within(NETWORK_MS_MAX, network) : network);
    return kept && answer.status >= 500 ? noted(kept, url.pathname) : answer;
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
  const kept = formOf(path) && (await cache.match(formOf(path)));
  const found = kept && (await kept.text()).split('\u001e').find((one) => one.startsWith(`${path}\n`));
  const offline = found && (await cache.match(offlinePages[languageOf(path)]));
  if (!offline) return undefined;
  const style = /<style>.*?<\/style>/s.exec(await offline.clone().text());
  const headers = new Headers(offline.headers);
  return new Response(found.slice(path.length + 1).replace('</head>', () => `${style[0]}</head>`), { headers });
}

/** Says on the page from when it is. */
async function noted(kept, path) {
  const at = new Date(Number(kept.headers.get(KEPT_AT)));
  const when = new Intl.DateTimeFormat(languageOf(path) === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(at).replace(/(\d):(\d)/, '$1.$2');
  const text = (await kept.text()).replace('data-kept-page hidden', 'data-kept-page').replace('{when}', () => when);
  return new Response(text, { headers: kept.headers });
}
