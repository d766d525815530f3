//! On which way Moodle is asked for news, and when: the fast way past Moodle every second, the web service for what
//! only it can say, and never a room full of people at the same moment. Pure: time and chance are arguments.

/// How often the fast way is asked while things happen, in milliseconds.
const LIVELY_MS: u32 = 1000;
/// And after a while without news: still soon enough for whoever waits.
const QUIET_MS: u32 = 2000;
/// After how long without news it is quiet.
const QUIET_AFTER_MS: i64 = 60_000;
/// How often a closed meeting is looked at, in case that the group goes on to the next one.
const CLOSED_MS: u32 = 10_000;
/// How long it takes in all until everybody has asked the web service for something: so many milliseconds for each.
const SPREAD_MS: u32 = 40;
/// How long after one answer the one who leads asks who it was: others come meanwhile.
const WHO_MS: i64 = 3000;
/// Where there is no fast way, the web service has so many milliseconds at least for each of the people.
const SHARE_MS: u32 = 50;
/// How many of a room, more or less, see at first to it that something is published that is missing.
const HELPERS: u32 = 3;
/// After how many failures in a row, with the web service working, there is no fast way.
const BLOCKED_AFTER: u32 = 3;
/// After how many tokens in a row that were refused so soon after they were granted there is none either: then the nodes'
/// clocks differ by more than a token lasts. A key that is rotated refuses tokens of any age.
const REFUSED_AFTER: u32 = 5;
const REFUSED_MS: i64 = 10_000;
/// For how long that is believed, in milliseconds.
const BLOCKED_MS: i64 = 300_000;
/// How long nobody waits for a server that is down, unless the room is that large.
const LONGEST_MS: u32 = 16_000;
/// How often a pause is doubled at most.
const DOUBLINGS: u32 = 3;

/// Whom to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The published room.
    Pulse,
    /// The web service.
    Service,
}

/// What came of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The web service answered.
    Told,
    /// The web service did not answer.
    Failed,
    /// The published room: whether there was news, and whether something is due to be published.
    Room {
        /// News.
        news: bool,
        /// Somebody has to ask the web service, which publishes it.
        due: bool,
    },
    /// The token is worth nothing any more.
    Refused,
    /// No room is published; to be tried again after so many seconds.
    Missing(u32),
    /// No answer, or none that can be understood.
    Broken,
}

/// A number from 0 to below 1.
pub type Chance = fn() -> f64;

/// What is known about asking.
#[derive(Clone, Debug)]
pub struct Pace {
    service_ms: u32,
    people: u32,
    closed: bool,
    /// When a new token is needed; none where there is no token.
    renew_at: Option<i64>,
    /// When what is one's own is to be asked for.
    own_at: Option<i64>,
    news_at: i64,
    asked_at: i64,
    failed: u32,
    /// The web service did not answer the last call, of whatever kind.
    lost: bool,
    broken: u32,
    /// How often it had failed when the web service last answered; none where that has failed since.
    vouched: u32,
    missed: u32,
    refused: u32,
    granted_at: i64,
    blocked_until: i64,
}

impl Pace {
    /// For a host whose web service may be asked every so many milliseconds by a few people.
    pub fn new(service_ms: u32, now: i64) -> Self {
        Self {
            service_ms,
            people: 1,
            closed: false,
            renew_at: None,
            own_at: None,
            news_at: now,
            asked_at: now,
            failed: 0,
            lost: false,
            broken: 0,
            vouched: 0,
            missed: 0,
            refused: 0,
            granted_at: now,
            blocked_until: now,
        }
    }

    /// The room is so large, and closed or not.
    pub fn room(&mut self, people: usize, closed: bool) {
        self.people = u32::try_from(people).unwrap_or(u32::MAX).clamp(1, 10_000);
        self.closed = closed;
    }

    /// The web service did not answer something that was sent or asked.
    pub fn lost(&mut self) {
        self.lost = true;
    }

    /// Whether what the published room says is to be kept back: the server is there, but not for what the user does, and
    /// would seem to be back. The web service is to say that.
    pub fn is_lost(&self) -> bool {
        self.lost
    }

    /// The web service answered, and gave a token that is good for so long, or none.
    pub fn granted(&mut self, ms: Option<u32>, now: i64, chance: Chance) {
        self.lost = false;
        self.granted_at = now;
        let renew = |ms: u32| now + i64::from(part(ms / 2, chance) + ms * 2 / 5);
        self.renew_at = ms.filter(|_| now >= self.blocked_until).map(renew);
    }

    /// What is one's own may have changed, and everybody's at the same moment.
    pub fn own_changed(&mut self, now: i64, chance: Chance) {
        let at = now + i64::from(self.spread(chance));
        self.own_at.get_or_insert(at);
    }

    /// Somebody has answered, and this user is told who: by the web service alone.
    pub fn somebody_answered(&mut self, now: i64) {
        self.own_at.get_or_insert(now + WHO_MS);
    }

    /// Whether the web service is to be asked for what is one's own.
    pub fn wants_own(&self) -> bool {
        self.own_at.is_some() || self.renew_at.is_some()
    }

    /// Whom to ask now.
    pub fn way(&self, now: i64) -> Way {
        let is_due = |at: Option<i64>| at.is_some_and(|at| at <= now);
        let in_its_place = self.broken >= 2 && now - self.asked_at >= i64::from(self.service_pace());
        if self.renew_at.is_none() || is_due(self.renew_at) || is_due(self.own_at) || in_its_place {
            Way::Service
        } else {
            Way::Pulse
        }
    }

    /// How long to wait before asking again, in milliseconds, after what came of the last time.
    pub fn heard(&mut self, heard: Heard, now: i64, chance: Chance) -> u32 {
        match heard {
            Heard::Told => {
                (self.asked_at, self.own_at, self.failed, self.missed) = (now, None, 0, 0);
                // Failures before this can be a server's that was down, and is back.
                let is_blocked = self.broken >= BLOCKED_AFTER && self.vouched > 0 && self.broken > self.vouched;
                self.vouched = self.broken;
                if is_blocked || self.refused >= REFUSED_AFTER {
                    (self.blocked_until, self.renew_at) = (now + BLOCKED_MS, None);
                    (self.broken, self.vouched, self.refused) = (0, 0, 0);
                }
            }
            Heard::Failed => {
                (self.asked_at, self.own_at, self.vouched) = (now, None, 0);
                self.failed += 1;
                let times = self.failed.min(DOUBLINGS);
                // With a token the published room tells soonest that the server is back.
                return match self.renew_at {
                    Some(at) if at > now => LIVELY_MS << times,
                    _ => (self.service_pace() << times).min(self.service_pace().max(LONGEST_MS)),
                };
            }
            Heard::Room { news, due } => {
                (self.broken, self.vouched) = (0, 0);
                if self.lost {
                    self.own_changed(now, chance);
                }
                if news {
                    self.news_at = now;
                }
                if !due {
                    self.missed = 0;
                } else if self.helps(chance) {
                    self.own_at = Some(now);
                    return 0;
                }
            }
            Heard::Refused => {
                self.renew_at = None;
                self.refused = if now - self.granted_at <= REFUSED_MS { self.refused + 1 } else { 0 };
                self.own_changed(now, chance);
                return self.own_at.map_or(0, |at| u32::try_from(at - now).unwrap_or(0));
            }
            Heard::Missing(seconds) => {
                if self.helps(chance) {
                    self.own_at = Some(now);
                    return 0;
                }
                return seconds.clamp(1, 10) * 1000 + part(1000, chance);
            }
            Heard::Broken => {
                self.broken += 1;
                return LIVELY_MS << self.broken.min(DOUBLINGS);
            }
        }
        self.usual(now)
    }

    fn usual(&self, now: i64) -> u32 {
        if self.renew_at.is_none() {
            self.service_pace()
        } else if self.closed {
            CLOSED_MS
        } else if now - self.news_at < QUIET_AFTER_MS {
            LIVELY_MS
        } else {
            QUIET_MS
        }
    }

    /// However many people there are, the web service gets no more requests than it can bear.
    fn service_pace(&self) -> u32 {
        self.service_ms.max(self.people * SHARE_MS)
    }

    fn spread(&self, chance: Chance) -> u32 {
        part(self.people * SPREAD_MS, chance)
    }

    /// Whether it falls to this one to see that something is published: at first to a few, then to twice as many each time.
    fn helps(&mut self, chance: Chance) -> bool {
        let helpers = HELPERS << self.missed.min(10);
        self.missed += 1;
        part(self.people, chance) < helpers
    }
}

/// Some part of a number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn part(of: u32, chance: Chance) -> u32 {
    (f64::from(of) * chance()) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_763_750_000_000;

    fn pace(people: usize) -> Pace {
        let mut pace = Pace::new(2000, NOW);
        pace.room(people, false);
        pace
    }

    fn granted(people: usize) -> Pace {
        let mut pace = pace(people);
        pace.granted(Some(120_000), NOW, || 0.5);
        pace
    }

    const SAME: Heard = Heard::Room { news: false, due: false };
    const NEWS: Heard = Heard::Room { news: true, due: false };
    const DUE: Heard = Heard::Room { news: false, due: true };

    #[test]
    fn without_a_token_the_web_service_is_asked() {
        let mut pace = pace(10);
        assert_eq!(pace.way(NOW), Way::Service);
        assert!(!pace.wants_own());
        assert_eq!(pace.heard(Heard::Told, NOW, || 0.5), 2000);
        assert_eq!(pace.heard(Heard::Failed, NOW, || 0.5), 4000);
        assert_eq!(pace.heard(Heard::Failed, NOW, || 0.5), 8000);
        for _ in 0..40 {
            assert!(pace.heard(Heard::Failed, NOW, || 0.5) <= 16_000);
        }
    }

    #[test]
    fn a_large_room_spares_the_web_service() {
        assert_eq!(pace(500).heard(Heard::Told, NOW, || 0.5), 25_000);
    }

    #[test]
    fn the_fast_way_is_asked_every_second_and_less_when_nothing_happens() {
        let mut pace = granted(500);
        assert_eq!(pace.way(NOW), Way::Pulse);
        assert_eq!(pace.heard(SAME, NOW, || 0.5), 1000);
        assert_eq!(pace.heard(SAME, NOW + 61_000, || 0.5), 2000);
        assert_eq!(pace.heard(NEWS, NOW + 63_000, || 0.5), 1000);
        pace.room(500, true);
        assert_eq!(pace.heard(SAME, NOW + 64_000, || 0.5), 10_000);
    }

    #[test]
    fn a_token_is_renewed_before_it_ends_and_not_by_all_at_once() {
        for (chance, at) in [((|| 0.0) as Chance, 48_000), (|| 0.999, 107_940)] {
            let mut pace = pace(500);
            pace.granted(Some(120_000), NOW, chance);
            assert_eq!(pace.way(NOW + at - 1), Way::Pulse);
            assert_eq!(pace.way(NOW + at), Way::Service);
            assert!(pace.wants_own());
        }
    }

    #[test]
    fn what_is_ones_own_is_fetched_by_one_after_the_other() {
        let mut pace = granted(500);
        pace.own_changed(NOW, || 0.5);
        assert_eq!(pace.way(NOW + 9_999), Way::Pulse);
        assert_eq!(pace.way(NOW + 10_000), Way::Service);
        // The first moment that was drawn stays.
        pace.own_changed(NOW + 9_000, || 0.9);
        assert_eq!(pace.way(NOW + 10_000), Way::Service);
        pace.heard(Heard::Told, NOW + 10_000, || 0.5);
        assert_eq!(pace.way(NOW + 10_001), Way::Pulse);
    }

    #[test]
    fn who_answered_is_asked_for_at_most_every_three_seconds() {
        let mut pace = granted(500);
        pace.somebody_answered(NOW);
        pace.somebody_answered(NOW + 2_000);
        assert_eq!(pace.way(NOW + 2_999), Way::Pulse);
        assert_eq!(pace.way(NOW + 3_000), Way::Service);
        pace.heard(Heard::Told, NOW + 3_100, || 0.5);
        assert_eq!(pace.way(NOW + 3_100), Way::Pulse);
        pace.somebody_answered(NOW + 3_200);
        assert_eq!(pace.way(NOW + 6_199), Way::Pulse);
        assert_eq!(pace.way(NOW + 6_200), Way::Service);
    }

    #[test]
    fn after_a_rotated_key_everybody_asks_once_spread_over_time() {
        let mut pace = granted(500);
        assert_eq!(pace.heard(Heard::Refused, NOW, || 0.25), 5_000);
        assert_eq!(pace.way(NOW + 5_000), Way::Service);
        assert!(pace.wants_own());
        assert!(granted(2).heard(Heard::Refused, NOW, || 0.99) < 100);
    }

    /// Asks as long as it takes, where every second answer of the fast way comes from a node whose clock refuses the token
    /// of the others: at which share of the seconds the web service was asked.
    fn asked_between_clocks(pace: &mut Pace, from: i64, seconds: i64) -> f64 {
        let (mut now, mut asked, mut ahead) = (from, 0.0, false);
        while now < from + seconds * 1000 {
            now += i64::from(if pace.way(now) == Way::Service {
                asked += 1.0;
                pace.granted(Some(120_000), now, || 0.5);
                pace.heard(Heard::Told, now, || 0.5)
            } else {
                ahead = !ahead;
                pace.heard(if ahead { Heard::Refused } else { SAME }, now, || 0.5)
            });
        }
        #[allow(clippy::cast_precision_loss)]
        let seconds = seconds as f64;
        asked / seconds
    }

    #[test]
    fn nodes_whose_clocks_differ_are_hardly_more_of_a_burden_than_no_fast_way() {
        let mut pace = granted(500);
        let asked = asked_between_clocks(&mut pace, NOW, 600);
        // Where there is none, 20 a second are asked of 500 people; without that limit it would be 36 here.
        assert!(asked * 500.0 < 26.0, "{asked} a second of each");
        // Keys that are rotated now and then are not taken for that.
        let mut pace = granted(500);
        for time in 1..20 {
            let now = NOW + time * 30_000;
            pace.heard(Heard::Refused, now, || 0.9);
            pace.granted(Some(120_000), now + 18_000, || 0.5);
            pace.heard(Heard::Told, now + 18_000, || 0.5);
            assert_eq!(pace.way(now + 19_000), Way::Pulse);
        }
    }

    #[test]
    fn a_missing_room_is_seen_to_by_a_few() {
        let helpers = |missed: u32| {
            (0..500)
                .filter(|number| {
                    let mut pace = granted(500);
                    pace.missed = missed;
                    let drawn = f64::from(*number) / 500.0;
                    DRAWN.set(drawn);
                    pace.heard(Heard::Missing(2), NOW, || DRAWN.get()) == 0 && pace.way(NOW) == Way::Service
                })
                .count()
        };
        assert_eq!([0, 1, 2, 7, 8].map(helpers), [3, 6, 12, 384, 500]);
        let mut pace = granted(500);
        assert_eq!(pace.heard(Heard::Missing(2), NOW, || 0.5), 2_500);
        assert_eq!(pace.way(NOW), Way::Pulse, "the others try again");
        assert_eq!(granted(2).heard(Heard::Missing(2), NOW, || 0.9), 0, "of a few everybody helps");
    }

    std::thread_local! { static DRAWN: std::cell::Cell<f64> = const { std::cell::Cell::new(0.0) }; }

    #[test]
    fn what_is_due_is_seen_to_by_a_few() {
        let mut pace = granted(500);
        assert_eq!(pace.heard(DUE, NOW, || 0.5), 1000);
        assert_eq!(pace.way(NOW), Way::Pulse);
        assert_eq!(pace.heard(DUE, NOW, || 0.0), 0);
        assert_eq!(pace.way(NOW), Way::Service);
    }

    #[test]
    fn the_web_service_steps_in_where_the_fast_way_breaks() {
        let mut pace = granted(10);
        assert_eq!(pace.heard(Heard::Broken, NOW, || 0.5), 2000);
        assert_eq!(pace.way(NOW + 2000), Way::Pulse, "once is nothing");
        assert_eq!(pace.heard(Heard::Broken, NOW + 2000, || 0.5), 4000);
        assert_eq!(pace.way(NOW + 6000), Way::Service);
        // It answers: then it was the fast way alone, but after two failures that is not sure.
        assert_eq!(pace.heard(Heard::Told, NOW + 6000, || 0.5), 1000);
        assert_eq!(pace.way(NOW + 7000), Way::Pulse);
        pace.heard(Heard::Broken, NOW + 7000, || 0.5);
        assert_eq!(pace.way(NOW + 15_000), Way::Service);
        assert_eq!(pace.heard(Heard::Told, NOW + 15_000, || 0.5), 2000);
        pace.granted(Some(120_000), NOW + 17_000, || 0.5);
        assert_eq!(pace.way(NOW + 17_000), Way::Service, "blocked for a while");
        pace.granted(Some(120_000), NOW + 15_000 + 300_000, || 0.5);
        assert_eq!(pace.way(NOW + 15_000 + 300_000), Way::Pulse);
    }

    #[test]
    fn a_server_that_was_down_is_not_taken_for_one_without_a_fast_way() {
        for (people, down_ms) in [(10, 5_000), (10, 40_000), (500, 20_000), (500, 120_000)] {
            let mut pace = granted(people);
            let mut now = NOW;
            // Longer than the fast way's pauses and the web service's, and shorter than a token lasts from then on.
            while now < NOW + down_ms + 60_000 {
                let is_down = now < NOW + down_ms;
                now += i64::from(match pace.way(now) {
                    Way::Pulse if is_down => pace.heard(Heard::Broken, now, || 0.5),
                    Way::Pulse => pace.heard(SAME, now, || 0.5),
                    Way::Service if is_down => {
                        pace.lost();
                        pace.heard(Heard::Failed, now, || 0.5)
                    }
                    Way::Service => {
                        pace.granted(Some(120_000), now, || 0.5);
                        pace.heard(Heard::Told, now, || 0.5)
                    }
                });
            }
            assert_eq!(pace.way(now), Way::Pulse, "{people} people, {down_ms} ms");
        }
    }

    #[test]
    fn a_server_that_is_down_is_asked_less_and_less() {
        for people in [10, 500] {
            let mut pace = granted(people);
            let mut now = NOW;
            for _ in 0..20 {
                let heard = if pace.way(now) == Way::Pulse { Heard::Broken } else { Heard::Failed };
                if heard == Heard::Failed {
                    pace.lost();
                }
                let wait = pace.heard(heard, now, || 0.5);
                assert!((1000..=25_000).contains(&wait), "{wait}");
                now += i64::from(wait);
            }
        }
    }

    #[test]
    fn when_the_server_is_back_the_published_room_tells_and_the_web_service_says_so() {
        let mut pace = granted(500);
        pace.lost();
        assert_eq!(pace.heard(Heard::Failed, NOW, || 0.5), 2000);
        assert_eq!(pace.way(NOW + 2000), Way::Pulse);
        assert_eq!(pace.heard(NEWS, NOW + 2000, || 0.5), 1000);
        assert!(pace.is_lost(), "not before the web service has answered");
        assert_eq!(pace.way(NOW + 11_999), Way::Pulse);
        assert_eq!(pace.way(NOW + 12_000), Way::Service);
        pace.granted(Some(120_000), NOW + 12_000, || 0.5);
        assert_eq!(pace.heard(Heard::Told, NOW + 12_000, || 0.5), 1000);
        assert!(!pace.is_lost());
        assert_eq!(pace.way(NOW + 13_000), Way::Pulse);
    }
}
