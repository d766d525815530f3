// The reader of Moodle's language files.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseStrings } from '../../tools/php-strings.mjs';

const read = (body) => Object.fromEntries(parseStrings(`<?php\n${body}`, 'test.php'));

test('quotes, escapes and joined strings mean what they mean in PHP', () => {
    assert.deepEqual(read(String.raw`
        // A comment with $string['not'] = 'this';
        /* another */ # and another
        defined('MOODLE_INTERNAL') || die();
        $string['a'] = 'It\'s a \\ and a \n';
        $string["b"] = "line\nnext \"quoted\" \$x \u{20AC} \q";
        $string['c'] = 'one' . "\ttwo"
            . ' three';
        $string['d:e'] = 'costs $5, {$a->name} and {$a}';
        $string['f'] = "a $ alone";
    `), {
        a: String.raw`It's a \ and a \n`,
        b: 'line\nnext "quoted" $x € \\q',
        c: 'one\ttwo three',
        'd:e': 'costs $5, {$a->name} and {$a}',
        f: 'a $ alone',
    });
});

for (const [what, body, reason] of [
    ['a variable in double quotes', '$string["a"] = "x $name";', /:2: a variable/],
    ['a braced variable in double quotes', '$string["a"] = "x {$name}";', /:2: a variable/],
    ['a function call', "$string['a'] = trim('x');", /:2: expected a quoted string/],
    ['another statement', "\n$string['a'] = 'x';\necho 1;", /:4: expected \$string/],
    ['an identifier twice', "$string['a'] = 'x';\n$string['a'] = 'y';", /:3: a stands there twice/],
    ['no end', "$string['a'] = 'x", /does not end/],
    ['an octal escape', String.raw`$string['a'] = "\101";`, /octal/],
]) {
    test(`${what} is refused with its place`, () => {
        assert.throws(() => read(body), reason);
    });
}
