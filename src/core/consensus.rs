//! How far a group agrees on one item: Leik's ordinal consensus, and the class it falls in.
//!
//! `D = 2·Σ min(F_i, n − F_i) / (n·(K − 1))` over the cumulative counts `F_i` of the first K − 1 points
//! (R. K. Leik, "A measure of ordinal consensus", Pacific Sociological Review 9, 1966); agreement is
//! `C = 1 − D`. It is the mean distance to the median answer, scaled to 0..1, and a vote that moves toward
//! the median never lowers C. The 75 % of *consensus* follows I. R. Diamond et al., Journal of Clinical
//! Epidemiology 67, 2014. All arithmetic is on integers.

/// Counts of answers over the points of an ordered scale; opt-outs are never among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    counts: Vec<u32>,
}

/// Whether a group agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Class {
    /// Three quarters go one way, and at most 15 % the other.
    Consensus,
    /// Neither agreed nor divided.
    Lean,
    /// A third or more on the smaller side, or as spread as if everyone chose by lot.
    Divided,
    /// Nobody gave a counted answer.
    #[default]
    Empty,
}

/// Which way a group goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Direction {
    /// To the upper points.
    Agree,
    /// To the lower points.
    Disagree,
    /// To the midpoint.
    Middle,
    /// To no side more than to the other.
    #[default]
    None,
}

/// Agreement as an exact fraction between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The numerator, not reduced.
    pub numerator: u64,
    /// The denominator, never 0.
    pub denominator: u64,
}

impl Agreement {
    /// In percent, rounded half up.
    pub fn percent(self) -> u8 {
        let rounded = (200 * self.numerator + self.denominator) / (2 * self.denominator);
        u8::try_from(rounded).unwrap_or(100)
    }
}

impl Tally {
    /// A tally of a scale of two points or more; `None` for fewer.
    pub fn new(counts: Vec<u32>) -> Option<Self> {
        (counts.len() >= 2).then_some(Self { counts })
    }

    /// The counts, from the lowest point.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// How many counted answers there are.
    pub fn n(&self) -> u64 {
        self.counts.iter().copied().map(u64::from).sum()
    }

    /// Agreement C; `None` without counted answers.
    pub fn agreement(&self) -> Option<Agreement> {
        let denominator = self.spread_limit();
        (denominator > 0).then(|| Agreement { numerator: denominator - 2 * self.spread(), denominator })
    }

    /// The class of this tally.
    pub fn class(&self) -> Class {
        let n = self.n();
        if n == 0 {
            return Class::Empty;
        }
        let Sides { below, middle, above } = self.sides();
        let opposed = below.min(above);
        let largest = below.max(middle).max(above);
        if 4 * largest >= 3 * n && 20 * opposed <= 3 * n {
            Class::Consensus
        } else if 3 * opposed >= n || self.as_spread_as_uniform() {
            Class::Divided
        } else {
            Class::Lean
        }
    }

    /// Which way the group goes: the largest side of a consensus, the larger of the two of a lean.
    pub fn direction(&self) -> Direction {
        let Sides { below, middle, above } = self.sides();
        match self.class() {
            Class::Consensus if middle > below && middle > above => Direction::Middle,
            Class::Consensus | Class::Lean if above > below => Direction::Agree,
            Class::Consensus | Class::Lean if below > above => Direction::Disagree,
            _ => Direction::None,
        }
    }

    /// Whether the class would be another if one voter had chosen another point.
    pub fn one_vote_decides(&self) -> bool {
        let class = self.class();
        let points = self.counts.len();
        (0..points).filter(|from| self.counts[*from] > 0).flat_map(|from| (0..points).map(move |to| (from, to))).any(
            |(from, to)| {
                let mut moved = self.clone();
                moved.counts[from] -= 1;
                moved.counts[to] += 1;
                moved.class() != class
            },
        )
    }

    /// `Σ min(F_i, n − F_i)`: half of D's numerator.
    fn spread(&self) -> u64 {
        let n = self.n();
        let (_, inner) = self.counts.split_last().unwrap_or((&0, &[]));
        inner
            .iter()
            .scan(0, |cumulative, count| {
                *cumulative += u64::from(*count);
                Some((*cumulative).min(n - *cumulative))
            })
            .sum()
    }

    /// n·(K − 1): D's denominator.
    fn spread_limit(&self) -> u64 {
        self.n() * (self.counts.len() as u64 - 1)
    }

    /// D ≥ the D of the uniform distribution: (K+1)/(2K) for odd K, K/(2(K−1)) for even K.
    fn as_spread_as_uniform(&self) -> bool {
        let points = self.counts.len() as u64;
        let (numerator, denominator) =
            if points % 2 == 1 { (points + 1, 2 * points) } else { (points, 2 * (points - 1)) };
        2 * self.spread() * denominator >= numerator * self.spread_limit()
    }

    fn sides(&self) -> Sides {
        let points = self.counts.len();
        let sum = |range: std::ops::Range<usize>| self.counts[range].iter().copied().map(u64::from).sum();
        Sides {
            below: sum(0..points / 2),
            middle: sum(points / 2..points.div_ceil(2)),
            above: sum(points.div_ceil(2)..points),
        }
    }
}

/// Counts below, at and above the midpoint; an even scale has no midpoint.
struct Sides {
    below: u64,
    middle: u64,
    above: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreement_rounds_half_up() {
        let half = Agreement { numerator: 5, denominator: 8 };
        assert_eq!(half.percent(), 63);
        assert_eq!(Agreement { numerator: 1, denominator: 1 }.percent(), 100);
    }

    #[test]
    fn nobody_answered() {
        let tally = Tally::new(vec![0; 5]).expect("five points");
        assert_eq!((tally.class(), tally.agreement()), (Class::Empty, None));
    }
}
