// The portal on the real local runtime: started for one test file with a state folder of its own, looked into, stopped.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** How often something that happens in another process is looked for, and for how long. */
const LOOK_MS = 50;
const LOOK_MS_MAX = 20_000;

/** What `read` gives, as soon as it is something. */
export async function eventually(what, read) {
  const end = Date.now() + LOOK_MS_MAX;
  for (;;) {
    const found = await read();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not seen after ${LOOK_MS_MAX / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

export class Portal {
  constructor(runtime, address, state) {
    this.runtime = runtime;
    this.address = address;
    this.state = state;
  }

  /** Serves what is built; `XTASK` is the development program that `cargo xtask test` hands over. */
  static async start() {
    const state = await mkdtemp(join(tmpdir(), 'journeys-'));
    const xtask = process.env.XTASK ?? join(ROOT, 'target/debug/xtask');
    const runtime = spawn(xtask, ['serve', '--port', '0', '--state', state], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let complaints = '';
    runtime.stderr.on('data', (text) => (complaints += text));
    for await (const line of createInterface({ input: runtime.stdout })) {
      if (line.startsWith('Ready: ')) return new Portal(runtime, line.slice('Ready: '.length).trim(), state);
    }
    throw new Error(`the portal did not start: ${complaints}`);
  }

  async stop() {
    if (this.runtime.exitCode === null && this.runtime.signalCode === null) {
      const ended = once(this.runtime, 'exit');
      this.runtime.kill('SIGTERM');
      await ended;
    }
    await rm(this.state, { recursive: true, force: true, maxRetries: 5 });
  }

  async json(path) {
    const answer = await fetch(this.address + path);
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }

  async command(path, body) {
    const answer = await fetch(this.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-portal': '1', origin: this.address, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(body ?? {}),
    });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
  }

  /** Effects that fail from now on: `{ kv, email }`. */
  faults(faults) {
    return this.command('/dev/faults', { kv: 'none', email: 'none', ...faults });
  }

  /** Works through the outbox now. */
  alarm() {
    return this.command('/dev/alarm');
  }

  /** The records of one person, found by the address that was typed. */
  async recordsOf(email) {
    const all = await this.json('/dev/records.json');
    return all.filter((one) => one.record.draft.answers.email?.[0] === email);
  }

  /** The newest sealed copy of a record in KV, opened; it goes there by alarm. */
  async sealedCopy(id) {
    await this.alarm();
    return eventually('the sealed copy of the record', async () => {
      const names = await this.json('/dev/kv.json');
      const copies = await Promise.all(names.map((name) => this.json(`/dev/kv.json?open=${name}`)));
      const own = copies.filter((copy) => copy.record.id === id);
      return own.toSorted((one, other) => other.record.version - one.record.version)[0];
    });
  }

  /** The two letters about one person's application, once both have gone. */
  async lettersOf(email, reference) {
    await this.alarm();
    return eventually(`both letters about ${reference}`, async () => {
      const about = (await this.json('/dev/letters.json')).filter((letter) => letter.subject.includes(reference));
      const applicant = about.filter((letter) => letter.to === email);
      const staff = about.filter((letter) => letter.to !== email);
      return applicant.length > 0 && staff.length > 0 && { applicant, staff };
    });
  }

  /** The files of both letters, to the applicant and to staff, who answer to the applicant's address. */
  letterFilesOf(email) {
    const folder = join(this.state, 'letters');
    return eventually(`two files of letters about ${email}`, async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
      const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      const about = files.filter((file) => file.split(/\r?\n\r?\n/)[0].includes(email));
      return about.length >= 2 && about;
    });
  }
}
