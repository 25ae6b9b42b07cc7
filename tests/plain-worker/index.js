// The least a Worker can do to keep a submission twice: one row in a Durable Object, one copy in KV, both awaited.
// It checks nothing, seals nothing and sends no letter; `cargo xtask bench` says how near the portal comes to it.
import { DurableObject } from "cloudflare:workers";

export class Kept extends DurableObject {
  constructor(context, env) {
    super(context, env);
    this.sql = context.storage.sql;
    this.sql.exec("CREATE TABLE IF NOT EXISTS kept (id TEXT PRIMARY KEY, body TEXT NOT NULL)");
  }

  insert(id, body) {
    this.sql.exec("INSERT INTO kept (id, body) VALUES (?, ?) ON CONFLICT (id) DO NOTHING", id, body);
  }
}

export default {
  async fetch(request, env) {
    if (request.method !== "POST") {
      return new Response("ready");
    }
    const body = await request.text();
    const { id } = JSON.parse(body);
    await env.KEPT.get(env.KEPT.idFromName("all")).insert(id, body);
    await env.COPIES.put(id, body);
    return Response.json({ id }, { status: 201 });
  },
};
