//! What stands between C and every body: panics and faults become codes, and nothing is printed.

use crate::INJANG_E_BUG;
use crate::error::{ErrorHandle, ErrorOut, Fault};
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    /// How many calls of this library are on the stack of this thread.
    static CALLS: Cell<usize> = const { Cell::new(0) };
}

/// Counts a call as long as it lives.
struct Call;

impl Call {
    fn begin() -> Self {
        install_hook();
        // At the end of a thread nothing is counted any more; then a panic is printed.
        let _ = CALLS.try_with(|calls| calls.set(calls.get() + 1));
        Self
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        let _ = CALLS.try_with(|calls| calls.set(calls.get().saturating_sub(1)));
    }
}

/// Keeps the text of a panic inside a call off standard error, because it may quote the document.
/// Other panics, which a host in Rust may have, go to the hook that was there.
fn install_hook() {
    static HOOK: Once = Once::new();
    // Setting a hook while panicking would abort.
    if HOOK.is_completed() || std::thread::panicking() {
        return;
    }
    HOOK.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            let is_ours = CALLS.try_with(|calls| calls.get() > 0);
            if !is_ours.unwrap_or(false) {
                previous(panic);
            }
        }));
    });
}

/// Runs a function that returns a code. `error` becomes NULL, or an error where one is returned.
pub(crate) fn call(error: ErrorOut<'_>, body: impl FnOnce() -> Result<i32, Fault>) -> i32 {
    let _call = Call::begin();
    let outcome = panic::catch_unwind(AssertUnwindSafe(body));
    let (code, fault) = match outcome {
        Ok(Ok(code)) => (code, None),
        Ok(Err(fault)) => (fault.code(), Some(fault)),
        Err(payload) => {
            forget(payload);
            (INJANG_E_BUG, Some(Fault::Bug))
        }
    };
    if let Some(error) = error {
        error.write(fault.map(|fault| Box::new(ErrorHandle::new(fault))));
    }
    code
}

/// Runs a function that returns a value; a panic gives the one that stands for nothing.
pub(crate) fn get<T>(nothing: T, body: impl FnOnce() -> Option<T>) -> T {
    let _call = Call::begin();
    match panic::catch_unwind(AssertUnwindSafe(body)) {
        Ok(Some(value)) => value,
        Ok(None) => nothing,
        Err(payload) => {
            forget(payload);
            nothing
        }
    }
}

/// Frees a handle.
pub(crate) fn free<T>(handle: Option<Box<T>>) {
    get((), || {
        drop(handle);
        None
    });
}

/// Dropping what a panic carries could panic again.
fn forget(payload: Box<dyn std::any::Any + Send>) {
    if let Err(again) = panic::catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        std::mem::forget(again);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::MaybeUninit;

    #[test]
    fn a_panic_becomes_a_code() {
        let mut error = MaybeUninit::uninit();
        let code = call(Some(&mut error), || panic!("text of a document"));
        assert_eq!(code, INJANG_E_BUG);
        // SAFETY: `call` has written it.
        let error = unsafe { error.assume_init() }.expect("an error");
        assert!(!error.message_in_english().contains("document"));
        assert_eq!(get(7, || panic!("text")), 7);
        assert_eq!(CALLS.get(), 0);
    }

    #[test]
    fn a_panic_elsewhere_reaches_the_hook_of_the_host() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        static SEEN: AtomicUsize = AtomicUsize::new(0);
        // The hook of this library is the outermost one from here on.
        assert_eq!(get(1, || None), 1);
        let ours = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if info.payload().downcast_ref::<&str>() == Some(&"seen by the host") {
                SEEN.fetch_add(1, Ordering::Relaxed);
            } else {
                ours(info);
            }
        }));
        let _ = panic::catch_unwind(|| panic!("seen by the host"));
        assert_eq!(SEEN.load(Ordering::Relaxed), 1);
    }
}
