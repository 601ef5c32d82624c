//! Numbers that look random and are the same in every run.

/// `SplitMix64` (Steele, Lea, Flood 2014).
pub struct SeededRng(u64);

impl SeededRng {
    /// The numbers of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    ///
    /// # Panics
    /// If `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).expect("64 bits");
        usize::try_from(self.next() % end).expect("below a usize")
    }

    /// True with this many chances in a hundred.
    pub fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    /// One of these values.
    pub fn pick<T: Clone>(&mut self, pool: &[T]) -> T {
        pool[self.below(pool.len())].clone()
    }

    /// A number below `end`, with this many chances in a hundred; else `None`.
    ///
    /// # Panics
    /// If `end` is 0 or more than 256.
    pub fn perhaps(&mut self, share: usize, end: usize) -> Option<u8> {
        let number = self.below(end);
        let is_there = self.percent(share);
        is_there.then(|| u8::try_from(number).expect("a small number"))
    }

    /// Some of these values, at least one, each once and in any order.
    pub fn some<T: Clone + PartialEq>(&mut self, pool: &[T], most: usize) -> Vec<T> {
        let mut some = Vec::new();
        for _ in 0..=self.below(most) {
            let one = self.pick(pool);
            if !some.contains(&one) {
                some.push(one);
            }
        }
        some
    }
}
