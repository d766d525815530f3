// The plugin's own words on Moodle's pages, out of its language files; the app's are in words.mjs.
import { readFile } from 'node:fs/promises';
import { parseStrings } from '../../../tools/php-strings.mjs';

/**
 * @param {string} language
 * @returns {Promise<(identifier: string, values?: string|object) => string>}
 */
export async function langFile(language) {
    const file = new URL(`../../../moodle-plugin/lang/${language}/leerlandschap.php`, import.meta.url);
    const strings = parseStrings(await readFile(file, 'utf8'), file.pathname);
    return (identifier, values = '') => {
        const text = strings.get(identifier);
        if (text === undefined) {
            throw new Error(`no string ${identifier} in ${language}`);
        }
        return text.replace(/\{\$a(?:->(\w+))?\}/g, (_, name) => String(name ? values[name] : values));
    };
}
