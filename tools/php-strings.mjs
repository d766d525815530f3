// Reads a Moodle language file: a list of `$string['identifier'] = 'text';`, with single- or double-quoted PHP strings.

/** What a backslash and the next character mean in a double-quoted string; others stay as they are. */
const escapes = { n: '\n', t: '\t', r: '\r', v: '\v', e: '\x1b', f: '\f', '\\': '\\', $: '$', '"': '"' };

const skipped = /\s+|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\//y;
const opening = /<\?php/y;
const guard = /defined\(\s*'MOODLE_INTERNAL'\s*\)\s*\|\|\s*die\(\s*\)\s*;/y;
const variable = /\$string\s*\[/y;
const dollar = /[A-Za-z_{]/;

class Reader {
    constructor(text, name) {
        Object.assign(this, { text, name, at: 0 });
    }

    fail(message) {
        const line = this.text.slice(0, this.at).split('\n').length;
        throw new Error(`${this.name}:${line}: ${message}`);
    }

    /** Takes a sticky pattern's match, or tells that it is not there. */
    takes(pattern) {
        pattern.lastIndex = this.at;
        const match = pattern.exec(this.text);
        if (match) {
            this.at += match[0].length;
        }
        return match !== null;
    }

    skip() {
        while (this.takes(skipped));
    }

    expect(pattern, what) {
        this.skip();
        if (!this.takes(pattern)) {
            this.fail(`expected ${what}`);
        }
    }

    /** One or more string literals joined by dots. */
    expression() {
        let value = this.literal();
        for (this.skip(); this.takes(/\.(?!\d)/y); this.skip()) {
            value += this.literal();
        }
        return value;
    }

    literal() {
        this.skip();
        const quote = this.text[this.at];
        if (quote !== "'" && quote !== '"') {
            this.fail('expected a quoted string');
        }
        this.at += 1;
        let value = '';
        for (;;) {
            const char = this.text[this.at];
            if (char === undefined) {
                this.fail('a string that does not end');
            }
            this.at += 1;
            if (char === quote) {
                return value;
            }
            value += char === '\\' ? this.escape(quote) : this.plain(char, quote);
        }
    }

    plain(char, quote) {
        if (quote === '"') {
            const next = this.text[this.at] ?? '';
            if ((char === '$' && dollar.test(next)) || (char === '{' && next === '$')) {
                this.fail('a variable inside a double-quoted string');
            }
        }
        return char;
    }

    escape(quote) {
        const next = this.text[this.at] ?? this.fail('a string that does not end');
        if (quote === "'") {
            if (next !== "'" && next !== '\\') {
                return '\\';
            }
            this.at += 1;
            return next;
        }
        const rest = this.text.slice(this.at, this.at + 12);
        const unicode = /^u\{([0-9a-fA-F]+)\}/.exec(rest);
        if (unicode) {
            this.at += unicode[0].length;
            return String.fromCodePoint(parseInt(unicode[1], 16));
        }
        if (/^(x[0-9a-fA-F]|u\{|[0-7])/.test(rest)) {
            this.fail('a byte or octal escape: write the character itself');
        }
        if (!(next in escapes)) {
            return '\\';
        }
        this.at += 1;
        return escapes[next];
    }
}

/**
 * @param {string} text the PHP source
 * @param {string} name its name, for messages
 * @returns {Map<string, string>} texts by identifier
 * @throws {Error} with name and line, on anything that is not such a list
 */
export function parseStrings(text, name) {
    const reader = new Reader(text, name);
    const strings = new Map();
    reader.expect(opening, '<?php');
    for (reader.skip(); reader.at < text.length; reader.skip()) {
        if (reader.takes(guard)) {
            continue;
        }
        reader.expect(variable, "$string['…'] = '…';");
        const identifier = reader.literal();
        reader.expect(/\]/y, ']');
        reader.expect(/=/y, '=');
        const value = reader.expression();
        reader.expect(/;/y, ';');
        if (strings.has(identifier)) {
            reader.fail(`${identifier} stands there twice`);
        }
        strings.set(identifier, value);
    }
    return strings;
}
