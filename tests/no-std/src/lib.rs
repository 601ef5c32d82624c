//! Has the panic handler that std would bring too: the compiler refuses two of them.
#![no_std]
#![forbid(unsafe_code)]

pub use injang_core::SignedDocument;
pub use injang_crypto::RustCrypto;

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
