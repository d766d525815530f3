// Turns the plugin's language files into the catalogues of the standalone page, static/lang/{en,nl}.json.
// Only what the app shows goes in: identifiers that start with app: or error:. The editor's own (edit:) are a
// catalogue beside it, edit-{en,nl}.json, that participants never load.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseStrings } from './php-strings.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const languages = ['en', 'nl'];

const kinds = { '': /^(app|error):/, 'edit-': /^edit:/ };
const catalogues = {};
for (const language of languages) {
    const file = `moodle-plugin/lang/${language}/leerlandschap.php`;
    const strings = parseStrings(await readFile(path.join(root, file), 'utf8'), file);
    for (const [kind, identifiers] of Object.entries(kinds)) {
        catalogues[kind + language] = [...strings].filter(([identifier]) => identifiers.test(identifier)).sort();
    }
}
// Both languages are complete: what one has and the other lacks is a mistake.
const [first, ...others] = languages;
for (const [language, kind] of others.flatMap((other) => Object.keys(kinds).map((kind) => [other, kind]))) {
    const [here, there] = [catalogues[kind + first], catalogues[kind + language]].map((list) => new Set(list.map(([key]) => key)));
    const lacking = [...here].filter((key) => !there.has(key)).map((key) => `${language} lacks ${key}`)
        .concat([...there].filter((key) => !here.has(key)).map((key) => `${first} lacks ${key}`));
    if (lacking.length > 0) {
        throw new Error(lacking.join('\n'));
    }
}
await mkdir(path.join(root, 'static/lang'), { recursive: true });
for (const [name, list] of Object.entries(catalogues)) {
    const json = `${JSON.stringify(Object.fromEntries(list), null, 1)}\n`;
    await writeFile(path.join(root, 'static/lang', `${name}.json`), json);
}
