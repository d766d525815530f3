// The crowd of the measurements asks as the app asks: the cases of src/host/pace.rs, on its twin in JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pace, withJitter } from '../e2e/lib/crowd/pace.mjs';

const NOW = 1_763_750_000_000;

function pace(people, chance = () => 0.5) {
    const made = new Pace(2000, NOW, chance);
    made.room(people, false);
    return made;
}

function granted(people, chance = () => 0.5) {
    const made = pace(people, chance);
    made.granted(120_000, NOW);
    return made;
}

test('without a token the web service is asked, less and less while it does not answer', () => {
    const it = pace(10);
    assert.equal(it.way(NOW), 'service');
    assert.equal(it.wantsOwn(), false);
    assert.equal(it.told(NOW), 2000);
    assert.deepEqual([1, 2, 3, 4, 5].map(() => it.unanswered(NOW)), [4000, 8000, 16_000, 16_000, 16_000]);
    assert.equal(pace(500).unanswered(NOW), 25_000);
});

test('the fast way is asked every second, and less when nothing happens', () => {
    const it = granted(500);
    assert.equal(it.way(NOW), 'pulse');
    assert.equal(it.read(false, false, NOW), 1000);
    assert.equal(it.read(false, false, NOW + 61_000), 2000);
    assert.equal(it.read(true, false, NOW + 63_000), 1000);
    it.room(500, true);
    assert.equal(it.read(false, false, NOW + 64_000), 10_000);
});

test('a token is renewed between 40 and 90 % of its life', () => {
    for (const [drawn, at] of [[0, 48_000], [0.999, 107_940]]) {
        const it = granted(500, () => drawn);
        assert.equal(it.way(NOW + at - 1), 'pulse');
        assert.equal(it.way(NOW + at), 'service');
    }
});

test('what is one\'s own is fetched by one after the other', () => {
    const it = granted(500);
    it.ownChanged(NOW);
    it.ownChanged(NOW + 9000);
    assert.equal(it.way(NOW + 9999), 'pulse');
    assert.equal(it.way(NOW + 10_000), 'service');
    it.told(NOW + 10_000);
    assert.equal(it.way(NOW + 10_001), 'pulse');
    assert.equal(granted(500, () => 0.25).refused(NOW), 5000);
});

test('nodes whose clocks differ are left to the web service, keys that are rotated now and then are not', () => {
    const it = granted(10);
    for (let time = 0; time < 5; time += 1) {
        const now = NOW + time * 20_000;
        it.granted(120_000, now);
        it.told(now);
        assert.equal(it.way(now), 'pulse');
        it.refused(now + 1000);
    }
    it.granted(120_000, NOW + 82_000);
    it.told(NOW + 82_000);
    assert.equal(it.way(NOW + 82_000), 'service');
    it.granted(120_000, NOW + 82_000 + 300_000);
    assert.equal(it.way(NOW + 82_000 + 300_000), 'pulse');
    const rotated = granted(10, () => 0);
    for (let time = 1; time < 20; time += 1) {
        const now = NOW + time * 30_000;
        rotated.refused(now);
        rotated.granted(120_000, now + 18_000);
        rotated.told(now + 18_000);
        assert.equal(rotated.way(now + 19_000), 'pulse');
    }
});

test('a missing room is seen to by a few, then by twice as many', () => {
    for (const [times, helpers] of [[0, 3], [1, 6], [7, 384], [8, 500]]) {
        let helping = 0;
        for (let person = 0; person < 500; person += 1) {
            let drawn = 0.999;
            const it = granted(500, () => drawn);
            for (let time = 0; time < times; time += 1) {
                it.missing(2, NOW);
            }
            drawn = person / 500;
            helping += it.missing(2, NOW) === 0 && it.way(NOW) === 'service' ? 1 : 0;
        }
        assert.equal(helping, helpers, `after ${times}`);
    }
    assert.equal(granted(500).missing(2, NOW), 2500);
    assert.equal(granted(500).missing(99, NOW), 10_500);
});

test('what is due is seen to by a few', () => {
    let drawn = 0.5;
    const it = granted(500, () => drawn);
    assert.equal(it.read(false, true, NOW), 1000);
    drawn = 0;
    assert.equal(it.read(false, true, NOW), 0);
    assert.equal(it.way(NOW), 'service');
});

test('the web service steps in where the fast way breaks', () => {
    const it = granted(10);
    assert.equal(it.unreadable(), 2000);
    assert.equal(it.way(NOW + 2000), 'pulse');
    assert.equal(it.unreadable(), 4000);
    assert.equal(it.way(NOW + 6000), 'service');
    assert.equal(it.told(NOW + 6000), 1000);
    it.unreadable();
    assert.equal(it.way(NOW + 15_000), 'service');
    assert.equal(it.told(NOW + 15_000), 2000);
    it.granted(120_000, NOW + 17_000);
    assert.equal(it.way(NOW + 17_000), 'service');
    it.granted(120_000, NOW + 315_000);
    assert.equal(it.way(NOW + 315_000), 'pulse');
});

test('a server that was down is not taken for one without a fast way', () => {
    const it = granted(500);
    [1, 2, 3].forEach(() => it.unreadable());
    it.told(NOW + 25_000);
    assert.equal(it.way(NOW + 26_000), 'pulse');
    it.read(false, false, NOW + 26_000);
    [1, 2, 3].forEach(() => it.unreadable());
    it.unanswered(NOW + 40_000);
    it.unreadable();
    it.told(NOW + 47_000);
    assert.equal(it.way(NOW + 47_001), 'pulse');
});

test('when the server is back the published room tells, and the web service says so', () => {
    const it = granted(500);
    it.lost();
    assert.equal(it.unanswered(NOW), 2000);
    assert.equal(it.read(true, false, NOW + 2000), 1000);
    assert.ok(it.isLost());
    assert.equal(it.way(NOW + 11_999), 'pulse');
    assert.equal(it.way(NOW + 12_000), 'service');
    it.granted(120_000, NOW + 12_000);
    assert.equal(it.told(NOW + 12_000), 1000);
    assert.ok(!it.isLost());
});

test('a tenth more or less', () => {
    assert.deepEqual([0, 0.5, 0.9999].map((drawn) => withJitter(1000, () => drawn)), [900, 1000, 1099]);
});
