// Gives the functions that a module imports short names, in the module and in its glue: wasm-bindgen's are long, each with
// a hash that no compression makes shorter, and stand in both. Usage: node tools/shorten.mjs GLUE.js MODULE.wasm (changes both)
import { readFile, writeFile } from 'node:fs/promises';

const IMPORTS = 2;
const FUNCTION = 0;

/** A number as WebAssembly writes it (LEB128), and the place after it. */
function read(bytes, at) {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
        const byte = bytes[at++];
        value += (byte % 128) * factor;
        if (byte < 128) {
            return [value, at];
        }
    }
}

/** A number as WebAssembly writes it. */
function written(value) {
    const bytes = [];
    for (; value >= 128; value = Math.floor(value / 128)) {
        bytes.push((value % 128) + 128);
    }
    return Buffer.from([...bytes, value]);
}

/** A text with its length before it, as WebAssembly writes it. */
function text(content) {
    const bytes = Buffer.from(content);
    return [written(bytes.length), bytes];
}

/** The section of imports, with other names for what they import. */
function renamed(section, rename) {
    let [count, at] = read(section, 0);
    const parts = [written(count)];
    const name = () => {
        const [length, start] = read(section, at);
        at = start + length;
        return section.toString('utf8', start, at);
    };
    for (; count > 0; count--) {
        parts.push(...text(name()), ...text(rename(name())));
        if (section[at] !== FUNCTION) {
            throw new Error(`an import of kind ${section[at]}: only functions are expected`);
        }
        const [type, end] = read(section, at + 1);
        parts.push(Buffer.from([FUNCTION]), written(type));
        at = end;
    }
    return Buffer.concat(parts);
}

/** The module, with other names for what it imports. */
function rewritten(module, rename) {
    const parts = [module.subarray(0, 8)];
    for (let at = 8; at < module.length;) {
        const [size, start] = read(module, at + 1);
        const section = module.subarray(start, start + size);
        const content = module[at] === IMPORTS ? renamed(section, rename) : section;
        parts.push(module.subarray(at, at + 1), written(content.length), content);
        at = start + size;
    }
    return Buffer.concat(parts);
}

const [gluePath, modulePath] = process.argv.slice(2);
let glue = await readFile(gluePath, 'utf8');
let names = 0;

/** A short name for a function that the glue has under this one, as a member of an object. */
function rename(name) {
    const member = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?=:)`, 'g');
    const places = glue.match(member)?.length ?? 0;
    if (places !== 1) {
        throw new Error(`${gluePath} has ${name} ${places} times`);
    }
    const short = (names++).toString(36);
    // The minifier drops quotes that are not needed.
    glue = glue.replace(member, JSON.stringify(short));
    return short;
}

const module = rewritten(await readFile(modulePath), rename);
if (!WebAssembly.validate(module)) {
    throw new Error(`${modulePath} is no module any more`);
}
await writeFile(modulePath, module);
await writeFile(gluePath, glue);
