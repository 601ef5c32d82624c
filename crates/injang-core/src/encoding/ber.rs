//! BER to DER, in one linear pass.
//!
//! RFC 5652 lets a signed document be BER, and Kakao and Naver send it so: indefinite lengths and
//! constructed OCTET STRINGs. All later stages read DER only. A document that is DER
//! already is borrowed; any other is written out once, with the shortest lengths and every
//! constructed string joined.
//!
//! The pass knows just enough of `SignedData` to leave two things alone: what stands in
//! `certificates` and `crls` keeps the octets it came with, because those are what its own
//! signature covers; and it remembers whether signed attributes were sent as DER, because it is
//! their DER encoding that is signed, however they were sent (RFC 5652 5.4).

use crate::encoding::der::{push_length, tag};
use crate::encoding::error::{Error, ErrorKind, OtherFormat};
use alloc::borrow::Cow;
use alloc::vec::Vec;

mod check;
mod element_role;
mod offsets;
mod walk;
use offsets::Offsets;
pub(crate) use walk::skip;
use walk::{Node, NodeKind, walk};

/// Bounds on the work that one document may cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many levels of nesting an input may have. Real documents have up to 12. Certificates and
    /// CRLs are not entered, and do not count.
    pub depth: usize,
    /// How many octets an input may have. The default of 1 GiB leaves room for any embedded document
    /// that a provider takes.
    pub size: usize,
    /// How many elements there may be outside certificates and CRLs. A constructed OCTET STRING in
    /// Bouncy Castle's pieces of 1000 octets has one per piece, so the default of four million covers
    /// the default size.
    pub elements: usize,
    /// How many signers, certificates and digestAlgorithms there may be, each. Providers send one
    /// signer and up to three certificates. The bound keeps the look-up of certificates for signers
    /// cheap.
    pub entries: usize,
    /// How many members `crls` may have. A document that is kept for years has a CRL or an OCSP
    /// response for each certificate of its path, and a CA has some thousands of partitions at most.
    pub revocation_infos: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            depth: DEPTH,
            size: 1 << 30,
            elements: 4_000_000,
            entries: 256,
            revocation_infos: 4_096,
        }
    }
}

/// The most levels that [`Limits::depth`] can allow.
const DEPTH: usize = 64;

codes! {
    table "encoding" (u8, name, sentence);
    /// How a document was encoded.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Encoding {
        /// Distinguished Encoding Rules: the octets are used as they are.
        Der = 1 "der" "DER" "DER",
        /// Basic Encoding Rules: the octets were normalised.
        Ber = 2 "ber" "BER, which was normalised to DER" "DER로 변환한 BER",
    }
}

/// The octets of one document, in DER but for what `certificates` and `crls` hold.
///
/// Holding one is the proof that lengths, nesting and strings are sound; nothing is said yet about
/// what the octets mean.
#[derive(Clone)]
pub struct Der<'a> {
    octets: Cow<'a, [u8]>,
    source: &'a [u8],
    padded: bool,
    /// Where the signed attributes stand that were not sent as DER.
    reencoded: Vec<usize>,
    /// Where the octets stood in the source; without a note if they are used as they came.
    offsets: Offsets,
    /// Whether it came in a PEM block whose label names another type.
    label_differs: bool,
    limits: Limits,
}

impl<'a> Der<'a> {
    /// Reads one BER element and normalises it.
    ///
    /// Behind it, only zero octets and then at most one newline may follow; [`Der::is_padded`]
    /// tells. Everything else there is [`ErrorKind::TrailingData`].
    pub fn from_ber(source: &'a [u8], limits: Limits) -> Result<Self, Error> {
        if source.is_empty() {
            return Err(Error::new(ErrorKind::Empty, 0, "document"));
        }
        if source.len() > limits.size {
            return Err(Error::new(ErrorKind::Size, limits.size, "document"));
        }
        if source[0] != tag::SEQUENCE {
            let foreign =
                crate::encoding::other_format::of_file(source).unwrap_or(OtherFormat::Unknown);
            return Err(Error::new(ErrorKind::OtherFormat(foreign), 0, "document"));
        }
        let limits = Limits {
            depth: limits.depth.min(DEPTH),
            ..limits
        };
        // The document is DER already: it is borrowed, and every offset is that of the source.
        if let Some(end) = check::der_end(source, limits) {
            let padded = padding(source, end)?;
            let octets = Cow::Borrowed(&source[..end]);
            return Ok(Self {
                octets,
                source,
                padded,
                reencoded: Vec::new(),
                offsets: Offsets::default(),
                label_differs: false,
                limits,
            });
        }
        // Else it is written out once. `nodes` are in the order of the output; the first is the outermost.
        let (nodes, end) = walk(source, limits)?;
        let padded = padding(source, end)?;
        let mut octets = Vec::with_capacity(walk::encoded(&nodes[0]));
        let mut reencoded = Vec::new();
        let mut offsets = Offsets::new();
        for node in &nodes {
            // Attributes that were not sent as DER are noted by where their DER begins.
            if node.is_reencoded_attributes {
                reencoded.push(octets.len());
            }
            emit(node, source, &mut octets, &mut offsets);
        }
        Ok(Self {
            octets: Cow::Owned(octets),
            source,
            padded,
            reencoded,
            offsets,
            label_differs: false,
            limits,
        })
    }

    /// The document in DER.
    pub fn octets(&self) -> &[u8] {
        &self.octets
    }

    /// The octets as they were sent, before they were normalised, trailing ones included.
    pub fn source(&self) -> &'a [u8] {
        self.source
    }

    /// How the document was sent: in DER, or in BER that was normalised.
    pub fn encoding(&self) -> Encoding {
        match self.octets {
            Cow::Borrowed(_) => Encoding::Der,
            Cow::Owned(_) => Encoding::Ber,
        }
    }

    /// Whether zero octets or a newline follow the document.
    pub fn is_padded(&self) -> bool {
        self.padded
    }

    /// Whether it came in a PEM block whose label names another type.
    pub fn label_differs(&self) -> bool {
        self.label_differs
    }

    /// The same octets from a block whose label names another type, or not.
    pub(crate) fn labelled(self, label_differs: bool) -> Self {
        Self {
            label_differs,
            ..self
        }
    }

    /// The limits that it was read under.
    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    /// Whether the signed attributes that stand at `offset` of the normalised octets were sent in
    /// this very encoding.
    pub(crate) fn attributes_as_sent(&self, offset: usize) -> bool {
        self.reencoded.binary_search(&offset).is_err()
    }

    /// Where in the source the octet at `offset` of the normalised octets stands; of a header that
    /// was written anew, where the header stands. Takes a look-up in a sorted list.
    pub(crate) fn source_offset(&self, offset: usize) -> usize {
        self.offsets.source(offset).min(self.source.len())
    }
}

impl core::fmt::Debug for Der<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Der")
            .field("length", &self.octets.len())
            .field("encoding", &self.encoding())
            .field("padded", &self.padded)
            .finish()
    }
}

/// Whether what follows the document is nothing (`false`) or padding that is tolerated (`true`).
fn padding(source: &[u8], end: usize) -> Result<bool, Error> {
    let rest = &source[end..];
    let zeros = rest.iter().take_while(|octet| **octet == 0).count();
    match &rest[zeros..] {
        b"" | b"\n" | b"\r\n" => Ok(!rest.is_empty()),
        _ => Err(Error::new(ErrorKind::TrailingData, end + zeros, "document")),
    }
}

/// Writes what stands in DER for a node itself: its header if it keeps one, its content if it has
/// no children; and notes where both stand in the source.
fn emit(node: &Node, source: &[u8], output: &mut Vec<u8>, offsets: &mut Offsets) {
    if matches!(
        node.kind,
        NodeKind::Constructed | NodeKind::Primitive | NodeKind::Joined
    ) {
        offsets.note(output.len(), node.start);
        match node.kind {
            // Strings have tag numbers under 31: one identifier octet, whose bit 6 is cleared.
            NodeKind::Joined => output.push(source[node.start] & !0x20),
            _ if node.identifier == 1 => output.push(source[node.start]),
            _ => output.extend_from_slice(&source[node.start..node.start + node.identifier]),
        }
        push_length(output, node.length);
    }
    if matches!(
        node.kind,
        NodeKind::Primitive | NodeKind::Opaque | NodeKind::Segment
    ) {
        offsets.note(output.len(), node.content.start);
        output.extend_from_slice(&source[node.content.clone()]);
    }
}
