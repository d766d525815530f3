// The outbox of the crowd loses and doubles nothing, as the app's (tests/outbox.rs).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../e2e/lib/crowd/outbox.mjs';

const told = (batch) => batch.map(({ item, value, seq }) => `${item}=${value}#${seq}`).join(' ');

test('what failed is sent again with the same number', () => {
    const outbox = new Outbox();
    outbox.push('st1', 1, 4);
    assert.equal(told(outbox.batch()), 'st1=4#1');
    assert.deepEqual([1, 2, 3, 4, 5, 6].map(() => outbox.fail()), [1000, 2000, 4000, 8000, 15_000, 15_000]);
    assert.equal(told(outbox.batch()), 'st1=4#1');
    outbox.confirm(outbox.batch());
    assert.equal(outbox.size, 0);
    outbox.push('st1', 1, 5);
    assert.equal(told(outbox.batch()), 'st1=5#2');
    assert.equal(outbox.fail(), 1000, 'and the pauses begin anew');
});

test('a correction takes the place of what was never sent, and follows what was', () => {
    const outbox = new Outbox();
    outbox.push('st1', 1, 1);
    outbox.push('st2', 1, 1);
    outbox.push('st1', 1, 2);
    const batch = outbox.batch();
    assert.equal(told(batch), 'st1=2#2 st2=1#1');
    outbox.push('st1', 1, 3);
    outbox.fail();
    assert.equal(told(outbox.batch()), 'st1=2#2 st2=1#1 st1=3#3');
    outbox.confirm(outbox.batch());
    assert.equal(outbox.size, 0);
});

test('an answer that comes while others are on their way stays', () => {
    const outbox = new Outbox();
    outbox.push('st1', 1, 1);
    const batch = outbox.batch();
    outbox.push('st2', 1, 2);
    outbox.confirm(batch);
    assert.equal(told(outbox.batch()), 'st2=2#1');
});

test('of several that are refused only the one to blame is given up', () => {
    const outbox = new Outbox();
    ['st1', 'st2', 'st3'].forEach((item) => outbox.push(item, 1, 1));
    assert.equal(outbox.refuse(outbox.batch()), null);
    outbox.confirm(outbox.batch());
    const single = outbox.batch();
    assert.equal(told(single), 'st2=1#1');
    assert.equal(outbox.refuse(single).item, 'st2');
    assert.equal(told(outbox.batch()), 'st3=1#1');
});

test('twenty go at once, as from the app', () => {
    const outbox = new Outbox();
    Array.from({ length: 21 }, (_, at) => outbox.push(`st${at}`, 1, 1));
    assert.equal(outbox.batch().length, 20);
    outbox.confirm(outbox.batch());
    assert.equal(told(outbox.batch()), 'st20=1#1');
});
