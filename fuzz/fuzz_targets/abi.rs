//! Sequences of calls of the C ABI, as a program in C could make them: a function may be called in any
//! order, with any number, length and octets, on handles that are there, used up, freed or NULL.
//!
//! No call crashes or touches what is not its own (the address sanitizer watches), what is refused gives
//! no handle and an error with a message, and a report is accepted exactly where the code was 0.
#![no_main]

#[path = "abi/calls.rs"]
mod calls;
#[path = "abi/functions.rs"]
mod functions;

use calls::Call;
use libfuzzer_sys::arbitrary::Unstructured;

/// Calls of one input at most.
const MOST: usize = 64;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let mut unstructured = Unstructured::new(input);
    let mut handles = calls::Handles::default();
    for _ in 0..MOST {
        if unstructured.is_empty() {
            break;
        }
        let Ok(call) = unstructured.arbitrary::<Call<'_>>() else {
            break;
        };
        handles.make(&call);
    }
});
