// Checks that every crate's licence may be combined with ours, by the list in deny.toml.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const list = /^allow = \[([^\]]*)\]/m.exec(readFileSync(`${root}/deny.toml`, 'utf8'))[1];
const allowed = new Set([...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name));

/** An SPDX expression, as far as crates write them: OR of ANDs, brackets, exceptions; `/` is an old OR. */
function permitted(expression) {
    const flat = expression.replace(/\s*\/\s*/g, ' OR ').replace(/ WITH [\w.-]+/g, '').trim();
    const inner = /\(([^()]*)\)/.exec(flat);
    if (inner) {
        return permitted(flat.replace(inner[0], permitted(inner[1]) ? 'MIT' : 'none'));
    }
    return flat.split(' OR ').some((one) => one.split(' AND ').every((name) => allowed.has(name.trim())));
}

const metadata = JSON.parse(execFileSync('cargo', ['metadata', '--format-version', '1'], {
    cwd: root, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'],
}));
const refused = metadata.packages.filter(({ license }) => !license || !permitted(license));
for (const { name, version, license } of refused) {
    console.error(`✗ ${name} ${version}: ${license ?? 'no licence named'}`);
}
console.log(`${metadata.packages.length} crates`);
process.exitCode = refused.length > 0 ? 1 : 0;
