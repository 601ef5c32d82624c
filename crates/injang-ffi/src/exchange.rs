//! An answer of a provider, and all that it is held against.

use crate::error::{ErrorHandle, Fault};
use crate::policy::PolicyHandle;
use crate::{INJANG_OK, guard, input, memory};
use injang::response::{Environment, Pointer, Provider, Role, SessionPaths, TimeForm, Waiver};
use injang::{ExchangeError, OwnedExchange, PlainHashSource, SignType, VidLayout};
use std::ffi::c_char;
use std::mem::MaybeUninit;

/// An answer of a provider, and all that it is held against. What is not given is missing, and the
/// decision says so; none of it has a default that accepts. One thread at a time; while nobody changes
/// it, any number of threads.
pub struct ExchangeHandle {
    pub(crate) exchange: OwnedExchange,
    pub(crate) name: String,
    /// Octets of all texts that were given, of which the answer's documents are taken when it is
    /// decided over.
    pub(crate) size: usize,
}

fn exchange(handle: Option<&mut ExchangeHandle>) -> Result<&mut ExchangeHandle, Fault> {
    input::handle(handle, "exchange")
}

/// Gives a JSON text to an exchange by one of its methods.
///
/// # Safety
/// As of [`input::octets`].
unsafe fn give(
    handle: Option<&mut ExchangeHandle>,
    pointer: *const c_char,
    length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
    give: impl FnOnce(&mut OwnedExchange, &[u8]) -> Result<(), ExchangeError>,
) -> i32 {
    guard::call(error, || {
        let handle = exchange(handle)?;
        // SAFETY: the caller gives so many characters, or NULL.
        let json = unsafe { input::characters(pointer, length, "json") }?;
        memory::reserve_json("json", json)?;
        give(&mut handle.exchange, json).map_err(|error| Fault::Exchange("json", error))?;
        handle.size = handle.size.saturating_add(json.len());
        Ok(INJANG_OK)
    })
}

/// Makes an exchange with a provider: `INJANG_PROVIDER_KAKAO`, `INJANG_PROVIDER_BAROCERT` or
/// `INJANG_PROVIDER_TOSS`.
///
/// `product` is the product's code, such as `K3511`, `kakao-multi-sign` or `sign`; those of Kakao's test
/// environment end with a T. NULL with the length 0 where it is left out, which Kakao's K3510 to K3521
/// and Toss allow.
///
/// `*exchange` becomes the caller's, to be freed by injang_exchange_free(); it is overwritten, and NULL
/// after an error. `error` may be NULL. INJANG_E_ARGUMENT: NULL, an unknown provider, a product that it
/// does not have, or Barocert without one. Any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_new(
    provider: i32,
    product: *const c_char,
    product_length: usize,
    exchange: Option<&mut MaybeUninit<Option<Box<ExchangeHandle>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = input::handle(exchange, "exchange")?.write(None);
        let provider = input::number(provider, Provider::from_number, "provider")?;
        // SAFETY: the caller gives so many characters, or NULL.
        let product = unsafe { input::optional_text(product, product_length, "product") }?;
        let exchange = OwnedExchange::new(provider, product);
        *out = Some(Box::new(ExchangeHandle {
            exchange: exchange.map_err(|error| Fault::Exchange("product", error))?,
            name: String::new(),
            size: 0,
        }));
        Ok(INJANG_OK)
    })
}

/// The answer: the JSON that came when the result was asked for. One that can't be read is no error: the
/// decision rejects it, and says where it is wrong.
///
/// The text is copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_set_response(
    exchange: Option<&mut ExchangeHandle>,
    json: *const c_char,
    json_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    let set = |exchange: &mut OwnedExchange, json: &[u8]| {
        exchange.set_response(json);
        Ok(())
    };
    // SAFETY: the caller gives so many characters, or NULL.
    unsafe { give(exchange, json, json_length, error, set) }
}

/// The request that it answers: the JSON that was sent to ask for the signature.
///
/// The text is copied. `error` may be NULL. INJANG_E_INPUT: it can't be read. INJANG_E_ARGUMENT: NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_set_request(
    exchange: Option<&mut ExchangeHandle>,
    json: *const c_char,
    json_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    // SAFETY: the caller gives so many characters, or NULL.
    unsafe {
        give(
            exchange,
            json,
            json_length,
            error,
            OwnedExchange::set_request,
        )
    }
}

/// Another answer of the same transaction, as `INJANG_ROLE_RECEIPT`, `INJANG_ROLE_STATUS` or (Kakao)
/// `INJANG_ROLE_IDENTIFY`; or what was sent to Kakao's prepare, as `INJANG_ROLE_PREPARE`.
///
/// The text is copied. `error` may be NULL. INJANG_E_INPUT: it can't be read, or is another text of the
/// transaction. INJANG_E_ARGUMENT: NULL, an unknown role, or one that the provider does not have.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_set_other(
    exchange: Option<&mut ExchangeHandle>,
    role: i32,
    json: *const c_char,
    json_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::exchange(exchange)?;
        let role = input::number(role, Role::from_number, "role")?;
        // SAFETY: the caller gives so many characters, or NULL.
        let json = unsafe { input::characters(json, json_length, "json") }?;
        memory::reserve_json("json", json)?;
        let set = handle.exchange.set_other(role, json);
        set.map_err(|error| match error {
            ExchangeError::Rule(_) => Fault::Exchange("role", error),
            _ => Fault::Exchange("json", error),
        })?;
        handle.size = handle.size.saturating_add(json.len());
        Ok(INJANG_OK)
    })
}

/// Says that what this role is for is looked at in every exchange, and is not kept of this one: the
/// decision is UNDETERMINED then. Without it a check that was meant would be left out without a word.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, an unknown role, or one that the provider does not have.
#[unsafe(no_mangle)]
pub extern "C" fn injang_exchange_set_not_kept(
    exchange: Option<&mut ExchangeHandle>,
    role: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::exchange(exchange)?;
        let role = input::number(role, Role::from_number, "role")?;
        let set = handle.exchange.set_not_kept(role);
        set.map_err(|error| Fault::Exchange("role", error))?;
        Ok(INJANG_OK)
    })
}

/// What was sent to Toss to get the result: it names the session of the answer's fields.
///
/// The text is copied. `error` may be NULL. INJANG_E_INPUT: it can't be read. INJANG_E_ARGUMENT: NULL, or
/// another provider.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_set_result_request(
    exchange: Option<&mut ExchangeHandle>,
    json: *const c_char,
    json_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    let set = OwnedExchange::set_result_request;
    // SAFETY: the caller gives so many characters, or NULL.
    unsafe { give(exchange, json, json_length, error, set) }
}

/// The keys to encrypted fields, in JSON as docs/responses.md describes it.
///
/// The keys are copied, and wiped when the exchange is freed; wipe your own. `error` may be NULL.
/// INJANG_E_INPUT: they can't be read. INJANG_E_ARGUMENT: NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_set_keys(
    exchange: Option<&mut ExchangeHandle>,
    json: *const c_char,
    json_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    // SAFETY: the caller gives so many characters, or NULL.
    unsafe { give(exchange, json, json_length, error, OwnedExchange::set_keys) }
}

/// The CI held of the person who was asked: base64 of 64 octets. A text that is none is no error: the
/// decision says so.
///
/// The CI is copied, and wiped when the exchange is freed; wipe your own. `error` may be NULL.
/// INJANG_E_ARGUMENT: NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_set_ci(
    exchange: Option<&mut ExchangeHandle>,
    ci: *const c_char,
    ci_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::exchange(exchange)?;
        // SAFETY: the caller gives so many characters, or NULL.
        let ci = unsafe { input::characters(ci, ci_length, "ci") }?;
        handle.exchange.set_ci(ci);
        Ok(INJANG_OK)
    })
}

/// The CIs of many persons, one in a line, in place of one: whose answer it is, is said by a pseudonym
/// (injang_decision_pseudonym()). Set the keys first, with their member `pseudonym`.
///
/// The CIs are copied, and wiped when the exchange is freed; wipe your own. `error` may be NULL.
/// INJANG_E_INPUT: a line that is no CI. INJANG_E_ARGUMENT: NULL, or no `pseudonym` in the keys.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_set_ci_list(
    exchange: Option<&mut ExchangeHandle>,
    ci_list: *const c_char,
    ci_list_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::exchange(exchange)?;
        // SAFETY: the caller gives so many characters, or NULL.
        let list = unsafe { input::characters(ci_list, ci_list_length, "ci_list") }?;
        memory::reserve("ci_list", list.len())?;
        let set = handle.exchange.set_ci_list(list);
        set.map_err(|error| Fault::Exchange("ci_list", error))?;
        Ok(INJANG_OK)
    })
}

/// What else is held about the person: JSON with name, phone_no, birthday, gender, nationality and di, as
/// docs/responses.md describes it.
///
/// The text is copied, and wiped when the exchange is freed; wipe your own. `error` may be NULL.
/// INJANG_E_INPUT: it can't be read. INJANG_E_ARGUMENT: NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_set_person(
    exchange: Option<&mut ExchangeHandle>,
    json: *const c_char,
    json_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    // SAFETY: the caller gives so many characters, or NULL.
    unsafe {
        give(
            exchange,
            json,
            json_length,
            error,
            OwnedExchange::set_person,
        )
    }
}

/// An original file of which a digest was asked to be signed. `id` is that of the request's document; NULL
/// with the length 0 for the next one in the request's order. `policy` only lends its crypto backend.
///
/// Only digests of the octets are kept. `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an id that is
/// not UTF-8. That no document of the request has this id is said by injang_decide().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_add_original(
    exchange: Option<&mut ExchangeHandle>,
    policy: Option<&PolicyHandle>,
    id: *const c_char,
    id_length: usize,
    octets: *const u8,
    octets_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::exchange(exchange)?;
        let policy = &input::handle(policy, "policy")?.policy;
        // SAFETY: the caller gives so many characters, or NULL.
        let id = unsafe { input::optional_text(id, id_length, "id") }?;
        // SAFETY: the caller gives so many octets, or NULL.
        let octets = unsafe { input::octets(octets, octets_length, "octets") }?;
        memory::reserve("id", id.map_or(0, str::len))?;
        handle.exchange.add_original(policy, id, octets);
        Ok(INJANG_OK)
    })
}

/// Short signatures that were received (K2220, K3220), in JSON as docs/responses.md describes it. They
/// need injang_exchange_set_session_paths() too.
///
/// The text is copied. `error` may be NULL. INJANG_E_INPUT: it can't be read. INJANG_E_ARGUMENT: NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_set_short_signatures(
    exchange: Option<&mut ExchangeHandle>,
    json: *const c_char,
    json_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    let set = OwnedExchange::set_short_signatures;
    // SAFETY: the caller gives so many characters, or NULL.
    unsafe { give(exchange, json, json_length, error, set) }
}

/// A JSON pointer.
///
/// # Safety
/// As of [`input::octets`].
unsafe fn pointer(
    text: *const c_char,
    length: usize,
    name: &'static str,
) -> Result<Pointer, Fault> {
    // SAFETY: the caller gives so many characters, or NULL.
    let text = unsafe { input::text(text, length, name) }?;
    Pointer::parse(text).map_err(|_| Fault::NotPointer(name))
}

/// Where the signed document says which temporary key makes short signatures, from when and until when:
/// JSON pointers (RFC 6901) such as /data/publicKey. `form` is how the times are written, as
/// `INJANG_TIME_FORM_…`.
///
/// The texts are copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL, no JSON pointer, or an unknown
/// number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_set_session_paths(
    exchange: Option<&mut ExchangeHandle>,
    key: *const c_char,
    key_length: usize,
    from: *const c_char,
    from_length: usize,
    until: *const c_char,
    until_length: usize,
    form: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::exchange(exchange)?;
        let paths = SessionPaths {
            // SAFETY: the caller gives so many characters, or NULL.
            key: unsafe { pointer(key, key_length, "key") }?,
            // SAFETY: the same.
            from: unsafe { pointer(from, from_length, "from") }?,
            // SAFETY: the same.
            until: unsafe { pointer(until, until_length, "until") }?,
            times: input::number(form, TimeForm::from_number, "form")?,
        };
        handle.exchange.set_session_paths(paths);
        Ok(INJANG_OK)
    })
}

/// What to compare of a content that the provider composes (K3110, K3120): JSON from pointers in the
/// request to pointers in what was signed.
///
/// The text is copied. `error` may be NULL. INJANG_E_INPUT: it can't be read. INJANG_E_ARGUMENT: NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_set_content_map(
    exchange: Option<&mut ExchangeHandle>,
    json: *const c_char,
    json_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    let set = OwnedExchange::set_content_map;
    // SAFETY: the caller gives so many characters, or NULL.
    unsafe { give(exchange, json, json_length, error, set) }
}

/// Where the nonce stands in the request and in the answer, of products without a signature: JSON
/// pointers (RFC 6901). NULL with the length 0 for the default: /data, of K2100 /state.
///
/// The texts are copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL for the exchange, or no JSON
/// pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_set_nonce_paths(
    exchange: Option<&mut ExchangeHandle>,
    asked: *const c_char,
    asked_length: usize,
    answered: *const c_char,
    answered_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::exchange(exchange)?;
        let read = |text: Option<&str>, name| {
            let read = |text| Pointer::parse(text).map_err(|_| Fault::NotPointer(name));
            text.map(read).transpose()
        };
        // SAFETY: the caller gives so many characters, or NULL.
        let asked = unsafe { input::optional_text(asked, asked_length, "asked") }?;
        // SAFETY: the same.
        let answered = unsafe { input::optional_text(answered, answered_length, "answered") }?;
        let (asked, answered) = (read(asked, "asked")?, read(answered, "answered")?);
        handle.exchange.set_nonce(asked, answered);
        Ok(INJANG_OK)
    })
}

/// The kind of signature to demand where the request names none, as `INJANG_SIGN_TYPE_…`; default of
/// Toss `INJANG_SIGN_TYPE_SIGNED_ATTRIBUTE`.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn injang_exchange_set_sign_type(
    exchange: Option<&mut ExchangeHandle>,
    sign_type: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::exchange(exchange)?;
        let sign_type = input::number(sign_type, SignType::from_number, "sign_type")?;
        handle.exchange.set_sign_type(sign_type);
        Ok(INJANG_OK)
    })
}

/// What a digest is that was asked to be signed, as `INJANG_PLAIN_HASH_SOURCE_…`; default
/// `INJANG_PLAIN_HASH_SOURCE_PREHASH`.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn injang_exchange_set_plain_hash_source(
    exchange: Option<&mut ExchangeHandle>,
    source: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::exchange(exchange)?;
        let source = input::number(source, PlainHashSource::from_number, "source")?;
        handle.exchange.set_plain_hash_source(source);
        Ok(INJANG_OK)
    })
}

/// The only layout in which the VID may be, as `INJANG_VID_LAYOUT_…`; default
/// `INJANG_VID_LAYOUT_CI_SERIAL`.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn injang_exchange_set_vid_layout(
    exchange: Option<&mut ExchangeHandle>,
    layout: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::exchange(exchange)?;
        let layout = input::number(layout, VidLayout::from_number, "layout")?;
        handle.exchange.set_vid_layout(layout);
        Ok(INJANG_OK)
    })
}

/// The environment in which the provider answered: `INJANG_ENVIRONMENT_PRODUCTION` or
/// `INJANG_ENVIRONMENT_TEST`; default that of the product's code. Toss answers in its test environment
/// with a person whom it invented, so that nothing about a person is compared.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn injang_exchange_set_environment(
    exchange: Option<&mut ExchangeHandle>,
    environment: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::exchange(exchange)?;
        let environment = input::number(environment, Environment::from_number, "environment")?;
        handle.exchange.set_environment(environment);
        Ok(INJANG_OK)
    })
}

/// Does without a check, as `INJANG_WAIVER_…`, because what it needs is missing. A difference can't be
/// waived. The first line of the decision names it.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn injang_exchange_waive(
    exchange: Option<&mut ExchangeHandle>,
    waiver: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::exchange(exchange)?;
        let waiver = input::number(waiver, Waiver::from_number, "waiver")?;
        handle.exchange.waive(waiver);
        Ok(INJANG_OK)
    })
}

/// The name under which a decision over several answers shows this one, such as that of its file.
///
/// The text is copied; characters that would break a line are escaped. `error` may be NULL.
/// INJANG_E_ARGUMENT: NULL, or not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_exchange_set_name(
    exchange: Option<&mut ExchangeHandle>,
    name: *const c_char,
    name_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::exchange(exchange)?;
        // SAFETY: the caller gives so many characters, or NULL.
        let name = unsafe { input::text(name, name_length, "name") }?;
        memory::reserve("name", name.len())?;
        handle.name = injang::escape::text(name);
        Ok(INJANG_OK)
    })
}

/// Frees an exchange, and wipes keys and CIs. NULL is nothing to free. Decisions outlive it. A pointer
/// may be freed once: set it to NULL afterwards.
#[unsafe(no_mangle)]
pub extern "C" fn injang_exchange_free(exchange: Option<Box<ExchangeHandle>>) {
    guard::free(exchange);
}
