// The local Workers runtime: workerd by Miniflare, which wrangler ships with, and without the proxy that `wrangler dev` puts
// before it: that one loses connections, and a deployed portal has none. `node runtime.mjs PORT STORE SETTINGS…`, each SETTINGS a
// wrangler configuration as JSON: the Worker of the first serves. It ends when it is killed.

import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Log, LogLevel, Miniflare } from 'miniflare';

/** What is not known here is refused: a test would run without it. */
function nothingElse(where, rest) {
  if (Object.keys(rest).length > 0) throw new Error(`runtime.mjs does not know ${Object.keys(rest)} of ${where}`);
}

/** The Worker of a configuration in Miniflare's words. */
function worker(file) {
  const { name, main, compatibility_date, vars, assets, durable_objects, kv_namespaces, send_email, migrations, workers_dev, preview_urls, ...rest } =
    JSON.parse(readFileSync(file, 'utf8'));
  nothingElse(file, rest);
  const withSqlite = new Set(migrations?.flatMap(({ tag, new_sqlite_classes, ...rest }) => nothingElse(tag, rest) ?? new_sqlite_classes));
  const objects = durable_objects?.bindings.map(({ name: binding, class_name: className, script_name: scriptName, ...rest }) => {
    nothingElse(binding, rest);
    return [binding, { className, scriptName, useSQLite: scriptName ? undefined : withSqlite.has(className) }];
  });
  const stores = kv_namespaces?.map(({ binding, id, ...rest }) => nothingElse(binding, rest) ?? [binding, id]);
  return {
    name,
    compatibilityDate: compatibility_date,
    modules: true,
    modulesRoot: dirname(main),
    modulesRules: [{ type: 'CompiledWasm', include: ['**/*.wasm'] }],
    scriptPath: main,
    bindings: vars,
    durableObjects: Object.fromEntries(objects ?? []),
    kvNamespaces: Object.fromEntries(stores ?? []),
    email: { send_email },
    assets: assets && pages(assets, compatibility_date),
  };
}

function pages({ directory, binding, html_handling, not_found_handling, run_worker_first, ...rest }, compatibility_date) {
  nothingElse(binding, rest);
  const [excepted, first] = [run_worker_first.filter((rule) => rule.startsWith('!')), run_worker_first.filter((rule) => !rule.startsWith('!'))];
  return {
    directory,
    binding,
    routerConfig: { has_user_worker: true, static_routing: { user_worker: first, asset_worker: excepted.map((rule) => rule.slice(1)) } },
    assetConfig: { compatibility_date, html_handling, not_found_handling },
  };
}

const [port, store, ...files] = process.argv.slice(2);
const runtime = new Miniflare({
  host: '127.0.0.1',
  port: Number(port),
  defaultPersistRoot: store,
  cf: false,
  log: new Log(LogLevel.INFO),
  logRequests: false,
  // What a Worker throws and does not catch is then told.
  verbose: true,
  workers: files.map(worker),
});
await runtime.ready;
