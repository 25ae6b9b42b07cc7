// Keys and assertions as Cloudflare Access makes them, and ones that a forger would: printed as JSON.
// `node access.mjs ISSUER AUDIENCE ADDRESS`

import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

const [issuer, audience, address] = process.argv.slice(2);
const now = Math.floor(Date.now() / 1000);
const url = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [ours, theirs] = [pair(), pair()];
const good = { aud: [audience], email: address, exp: now + 3600, iat: now, nbf: now, iss: issuer, sub: 'x', type: 'app' };

function token({ head = {}, claims = {}, key = ours.privateKey, signature } = {}) {
  const signed = `${url({ alg: 'RS256', kid: 'ours', typ: 'JWT', ...head })}.${url({ ...good, ...claims })}`;
  return `${signed}.${signature ? signature(signed) : sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

const publicKey = ours.publicKey.export({ format: 'jwk' });
const asSecret = ours.publicKey.export({ format: 'pem', type: 'spki' });
const forged = {
  'alg none': token({ head: { alg: 'none' }, signature: () => '' }),
  'alg HS256 with the public key as the secret': token({ head: { alg: 'HS256' }, signature: (signed) => createHmac('sha256', asSecret).update(signed).digest('base64url') }),
  'an unknown key': token({ head: { kid: 'theirs' }, key: theirs.privateKey }),
  'a key of somebody else under our id': token({ key: theirs.privateKey }),
  'another portal': token({ claims: { aud: ['other'] } }),
  'another team': token({ claims: { iss: 'https://other.example.org' } }),
  'one that has ended': token({ claims: { exp: now - 3600 } }),
  'one that has not begun': token({ claims: { nbf: now + 3600 } }),
  'a staff address under the signature for a stranger': token({ claims: { email: 'stranger@example.org' } }).replace(/\.[^.]+\./, `.${url(good)}.`),
  'no address': token({ claims: { email: '' } }),
};
console.log(JSON.stringify({ keys: { keys: [{ ...publicKey, kid: 'ours', alg: 'RS256', use: 'sig' }] }, good: token(), stranger: token({ claims: { email: 'stranger@example.org' } }), forged }));
