//! What the fuzz targets share: how a target is made of an invariant, and a mutator that knows
//! elements, so that most of what it makes is still a document.

mod element;
mod mutation;

pub use libfuzzer_sys;
pub use mutation::mutate;

/// A target that hands octets to an invariant, mutated as libFuzzer does.
#[macro_export]
macro_rules! octets {
    ($invariant:path) => {
        use $crate::libfuzzer_sys;
        libfuzzer_sys::fuzz_target!(|input: &[u8]| $invariant(input));
    };
}

/// A target that hands octets to an invariant, mutated as elements every other time.
#[macro_export]
macro_rules! elements {
    ($invariant:path) => {
        $crate::octets!($invariant);
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            $crate::mutate(data, size, max_size, seed)
                .unwrap_or_else(|| libfuzzer_sys::fuzzer_mutate(data, size, max_size))
        });
    };
}
