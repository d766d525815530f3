// The JSON Schema of format files: it takes what is sound, and sees what a schema can see of what is not.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const json = (path) => JSON.parse(read(path));
const names = (folder) => readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.json'));

const FORMATS = 'static/formats/';
const BAD = 'tests/fixtures/formats/bad/';
const SCHEMA = 'format.schema.json';

const schema = json(FORMATS + SCHEMA);
const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(schema);

/** Problems that a schema need not see, by code, with the places of which that holds. */
const ONLY_CODE = {
    // What depends on the rest of the file.
    unknown_ref: /./,
    unused_step: /./,
    unknown_language: /./,
    mixed_scales: /./,
    bad_range: /./,
    // Ids are members of objects; only lists of plain values can be compared.
    duplicate_id: /\/(id|y|value)$/,
    // That another language is there; "" and {} are seen.
    missing_text: /./,
    // The sum over all steps.
    too_many: /^\/steps$/,
    // Bounds that stand elsewhere in the file.
    bad_value: /\/(points|anchors)\/\d+\/value$|\/split_x_at$|\/comment_required_for\/\d+$|\/typical$/,
    missing: /^$/,
};

/** Files in which the schema sees more than is reported, as one problem leads to others. */
const MORE = {
    'bad-ids.json': 'what refers to an ill-formed id is ill-formed too',
    'newer-version.json': 'what a later version has besides is not reported',
};

/** Whether one place is the other, or stands in it. */
const near = (one, other) => one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

/** The place that an error of the schema speaks of, as docs/formats.md tells places. */
function place({ keyword, instancePath, params }) {
    const name = { required: params.missingProperty, additionalProperties: params.additionalProperty }[keyword]
        ?? params.propertyName;
    return name === undefined ? instancePath : `${instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The places of all errors of a format, each with others that may be meant by it. */
function errors(format) {
    validate(format);
    // What makes a condition fail is an error of its own.
    return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map((error) => {
        const { instancePath, params } = error;
        return error.keyword === 'uniqueItems'
            ? [`${instancePath}/${params.i}`, `${instancePath}/${params.j}`]
            : [place(error)];
    });
}

function assertSound(format, name) {
    assert.deepEqual(errors(format), [], `${name}: ${JSON.stringify(validate.errors, null, 1)}`);
}

test('shipped formats agree with the schema and name it', () => {
    const shipped = names(FORMATS).filter((name) => name !== SCHEMA);
    assert.ok(shipped.length >= 5);
    for (const name of shipped) {
        const format = json(FORMATS + name);
        assertSound(format, name);
        assert.equal(format.$schema, SCHEMA);
        assert.equal(`${format.id}.json`, name);
    }
});

test('the shipped formats are complete in both languages, and points and minutes are those of their steps', () => {
    const incomplete = [];
    const look = (value, at, languages) => {
        if (value && typeof value === 'object') {
            if (languages[0] in value && languages.some((language) => !value[language]?.trim())) {
                incomplete.push(at);
            }
            Object.entries(value).forEach(([name, member]) => look(member, `${at}/${name}`, languages));
        }
    };
    for (const name of names(FORMATS).filter((it) => it !== SCHEMA)) {
        const format = json(FORMATS + name);
        assert.deepEqual(format.languages, ['nl', 'en']);
        look(format, name, format.languages);
        const gives = new Set(format.steps.filter((it) => !it.optional && it.block !== 'info').map((it) => it.id));
        for (const part of format.series.parts) {
            assert.equal(part.points, part.steps.filter((id) => gives.has(id)).length, `${name}: ${part.id}`);
            for (const end of ['min', 'max']) {
                const minutes = part.steps.map((id) => format.steps.find((it) => it.id === id).minutes[end]);
                assert.equal(part.minutes[end], minutes.reduce((sum, it) => sum + it, 0), `${name}: ${part.id}, ${end}`);
            }
        }
    }
    assert.deepEqual(incomplete, []);
});

test('the example agrees with the schema, and still does with every step that the documentation adds', () => {
    const format = json('docs/example-format.json');
    assertSound(format, 'example');
    const section = read('docs/formats.md').split('## Make your own')[1];
    const steps = [...section.matchAll(/```json\n(.*?)```/gs)].map(([, step]) => JSON.parse(step));
    assert.ok(steps.length >= 2);
    const scale = /`"grade": (\{.*?\}\})`/.exec(section);
    format.scales.grade = JSON.parse(scale[1]);
    for (const step of steps) {
        format.steps.push(step);
        format.series.parts[0].steps.push(step.id);
        assertSound(format, step.id);
    }
});

for (const name of names(BAD)) {
    test(`${name}: the schema sees what it can, and nothing else`, () => {
        const { format, problems } = json(BAD + name);
        const found = errors(format);
        const invented = found.filter((meant) => !meant.some((place) => problems.some(({ at }) => near(at, place))));
        assert.deepEqual(name in MORE ? [] : invented, []);
        const seen = new Set(found.flat());
        const needed = problems.filter(({ at, code }) => !ONLY_CODE[code]?.test(at));
        assert.deepEqual(needed.filter(({ at }) => !seen.has(at)), []);
    });
}

test('every definition of the schema says what it is', () => {
    for (const [name, definition] of Object.entries(schema.$defs)) {
        assert.ok(definition.title && definition.description, name);
    }
    assert.doesNotMatch(JSON.stringify({ ...schema, $schema: undefined }), /:\/\//);
    assert.equal(schema.$id, SCHEMA);
});

test('what a text may not hold is refused', () => {
    const sound = json('docs/example-format.json');
    for (const [title, refused] of [
        ['Wij zijn <3 en a < b', false], ['Twee\nregels', false], ['é'.repeat(2000), false], ['😀'.repeat(2000), false],
        ['<b>', true], ['</b>', true], ['<!--', true], ['<?', true], ['Een\ttab', true], ['Een\rregel', true],
        ['', true], [' \n', true], ['x'.repeat(2001), true], ['\u007f', true], ['\u0000', true],
    ]) {
        const found = errors({ ...sound, title: { en: title } }).flat();
        assert.equal(found.includes('/title/en'), refused, JSON.stringify(title.slice(0, 40)));
    }
});
