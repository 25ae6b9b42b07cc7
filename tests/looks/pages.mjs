// The public pages that were built: all files but frames, which show nothing before the Worker has filled them, and the pages
// of forms, which are states.

import { readdir } from 'node:fs/promises';
import { address } from '../journeys/harness/journey.mjs';

const FRAMES = ['link', 'problem', '404', 'my'];
/** Folders of pages; other folders are forms, or files that pages load. */
const FOLDERS = ['guide', 'doctoral', 'own-mentor'];

/** Each page as a state of its name, from the files in Swedish; the English ones have the same names. */
export async function publicPages(folder) {
  const files = await readdir(folder, { recursive: true });
  const paths = files.filter((file) => file.endsWith('.html')).map((file) => file.slice(0, -'.html'.length));
  return paths.filter(isPublic).sort().map((path) => ({
    name: path === 'index' ? 'home' : path.replaceAll('/', '-'),
    async show(phone, language, photograph) {
      const answer = await phone.page.goto(address(language, path === 'index' ? '/' : `/${path}`));
      if (answer.status() !== 200) throw new Error(`answers ${answer.status()}`);
      await photograph(this.name);
    },
  }));
}

function isPublic(path) {
  const [first, ...rest] = path.split('/');
  if (first === 'en' || FRAMES.includes(first)) return false;
  return rest.length === 0 || (rest.length === 1 && FOLDERS.includes(first));
}
