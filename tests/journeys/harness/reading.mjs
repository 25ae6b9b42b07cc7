// Whether a page is read in the order in which it is seen: the accessibility tree, as a screen reader gets it, beside where each
// of its texts is drawn.

/** Texts that are never seen, or seen only elsewhere: they have no place in what is read with the eyes. */
const NOT_SEEN = ['heard', 'skip', 'trap'];
/** What is written in a field is drawn within it, wherever its label stands. */
const FIELDS = ['textbox', 'combobox', 'listbox', 'MenuListPopup'];
/** Half a pixel is what fractions of a rem come to. */
const TOLERANCE_PX = 1;

/** Texts that the tree has later than others which are drawn below them, or to their right in the same row; one line each. */
export async function readingOrder(page) {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const { documents: [document], strings } = await session.send('DOMSnapshot.captureSnapshot', { computedStyles: [] });
    const drawn = boxes(document, strings);
    const read = texts(nodes).filter(({ node }) => drawn.has(node)).map(({ node, words }) => ({ words, ...drawn.get(node) }));
    if (read.length === 0) return ['nothing is read'];
    return read.slice(1).flatMap((text, index) => goesBack(read[index], text));
  } finally {
    await session.detach();
  }
}

/** The texts in the order of the tree, each with its node in the document. */
function texts(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const found = [];
  const walk = (node) => {
    if (!node || FIELDS.includes(node.role?.value)) return;
    if (node.role?.value === 'StaticText' && !node.ignored) found.push({ node: node.backendDOMNodeId, words: node.name?.value ?? '' });
    else for (const id of node.childIds ?? []) walk(byId.get(id));
  };
  walk(nodes.find((node) => node.parentId === undefined));
  return found;
}

/** Where every text that can be seen is drawn, by its node. */
function boxes({ nodes, layout }, strings) {
  const isSeen = (index) => {
    for (let node = index; node >= 0; node = nodes.parentIndex[node]) {
      const names = nodes.attributes[node] ?? [];
      const at = names.findIndex((name, place) => place % 2 === 0 && strings[name] === 'class');
      if (at >= 0 && (strings[names[at + 1]] ?? '').split(' ').some((name) => NOT_SEEN.includes(name))) return false;
    }
    return true;
  };
  const found = new Map();
  layout.nodeIndex.forEach((index, place) => {
    const [left, top, width, height] = layout.bounds[place];
    const isText = nodes.nodeType[index] === 3 && (strings[layout.text[place]] ?? '').trim() !== '';
    if (isText && width > 0 && height > 0 && isSeen(index)) {
      found.set(nodes.backendNodeId[index], { left, top, right: left + width, bottom: top + height });
    }
  });
  return found;
}

function goesBack(before, text) {
  const shared = Math.min(before.bottom, text.bottom) - Math.max(before.top, text.top);
  const isSameRow = shared >= Math.min(before.bottom - before.top, text.bottom - text.top) / 2;
  const isBack = isSameRow ? text.right <= before.left + TOLERANCE_PX : text.top < before.top - TOLERANCE_PX;
  const place = ({ words, left, top }) => `"${words.trim().slice(0, 40)}" at ${left.toFixed()},${top.toFixed()}`;
  return isBack ? [`read after ${place(before)}, drawn before it: ${place(text)}`] : [];
}
