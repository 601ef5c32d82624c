//! Finding entries by serial number.

use super::entry::{CrlEntry, REMOVE_FROM_CRL};
use crate::encoding::der::Reader;
use crate::encoding::error::{Error, ErrorKind};
use crate::encoding::oid::Oid;
use crate::x509::Name;
use alloc::vec::Vec;

/// The entries of a CRL by their serial numbers: buckets by a hash, and each of them in order, so
/// that serial numbers chosen to share one cost a binary search. Eight to twelve octets an entry.
pub(super) struct Index<'a> {
    /// What the offsets count from.
    octets: &'a [u8],
    /// Where each bucket starts in `entries`, and last the end. A power of two of buckets.
    starts: Vec<u32>,
    /// The offsets of all entries, by bucket, then serial number, then offset.
    entries: Vec<u32>,
    /// The offsets of entries that change the certificateIssuer, ascending, with what they change it
    /// to: read once, however many entries it is in force for.
    issuers: Vec<(u32, Name<'a>)>,
}

/// What the entries of a CRL say of the CRL as a whole.
pub(super) struct OfEntries<'a> {
    /// The first extension in an entry that forbids the use of the CRL.
    pub(super) unprocessed: Option<Oid<'a>>,
    /// Whether any entry has extensions.
    pub(super) has_extensions: bool,
    /// Whether any entry has the reason removeFromCRL.
    pub(super) has_removal: bool,
    /// Whether every entry is written as DER and RFC 5280 have it.
    pub(super) are_strict: bool,
}

impl<'a> Index<'a> {
    /// Reads every entry of a list, whose offsets count from the first of `octets`.
    pub(super) fn read(
        octets: &'a [u8],
        list: &Reader<'a>,
    ) -> Result<(Self, OfEntries<'a>), Error> {
        let mut count = 0usize;
        let mut issuers = Vec::new();
        let mut in_force: Option<Name<'a>> = None;
        let mut of_entries = OfEntries {
            unprocessed: None,
            has_extensions: false,
            has_removal: false,
            are_strict: true,
        };
        let mut rest = list.clone();
        while !rest.is_empty() {
            let entry = CrlEntry::read(&mut rest)?;
            count += 1;
            of_entries.unprocessed = of_entries.unprocessed.or(entry.unprocessed);
            of_entries.has_extensions |= entry.has_extensions;
            of_entries.has_removal |= entry.reason == Some(REMOVE_FROM_CRL);
            of_entries.are_strict &= entry.is_strict;
            if let Some(issuer) = entry.issuer
                && in_force.is_none_or(|it| it.octets() != issuer.octets())
            {
                in_force = Some(issuer);
                issuers.push((narrow(entry.offset)?, issuer));
            }
        }
        let mut index = Self {
            octets,
            starts: alloc::vec![0; count.next_power_of_two() + 1],
            entries: alloc::vec![0; count],
            issuers,
        };
        index.fill(list)?;
        Ok((index, of_entries))
    }

    /// Puts every entry in its bucket: a counting sort, and one by serial number in each bucket.
    fn fill(&mut self, list: &Reader<'a>) -> Result<(), Error> {
        let mut rest = list.clone();
        while let Some((_, serial)) = next_serial(&mut rest) {
            let bucket = self.bucket(serial);
            self.starts[bucket] += 1;
        }
        let mut end = 0;
        for start in &mut self.starts {
            end += *start;
            *start = end;
        }
        // Each start is the bucket's end now, and moves down to its place.
        let mut rest = list.clone();
        while let Some((offset, serial)) = next_serial(&mut rest) {
            let bucket = self.bucket(serial);
            self.starts[bucket] -= 1;
            self.entries[self.starts[bucket] as usize] = narrow(offset)?;
        }
        let octets = self.octets;
        for bounds in self.starts.windows(2) {
            let bucket = &mut self.entries[bounds[0] as usize..bounds[1] as usize];
            if bucket.len() > 1 {
                bucket.sort_unstable_by_key(|offset| (serial(octets, *offset), *offset));
            }
        }
        Ok(())
    }

    fn bucket(&self, serial: &[u8]) -> usize {
        hash(serial) as usize & (self.starts.len() - 2)
    }

    /// How many entries there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether any entry states a certificateIssuer.
    pub(super) fn has_issuers(&self) -> bool {
        !self.issuers.is_empty()
    }

    /// The names to which entries change the certificateIssuer, in their order.
    pub(super) fn issuers(&self) -> impl Iterator<Item = Name<'a>> + '_ {
        self.issuers.iter().map(|(_, name)| *name)
    }

    /// The offsets of the entries with this serial number, ascending.
    fn offsets(&self, wanted: &[u8]) -> &[u32] {
        let bucket = self.bucket(wanted);
        let (start, end) = (self.starts[bucket], self.starts[bucket + 1]);
        let bucket = &self.entries[start as usize..end as usize];
        let first = bucket.partition_point(|offset| serial(self.octets, *offset) < wanted);
        let bucket = &bucket[first..];
        &bucket[..bucket.partition_point(|offset| serial(self.octets, *offset) == wanted)]
    }

    /// The entries with this serial number, each with the certificateIssuer in force for it.
    pub(super) fn find<'i>(
        &'i self,
        wanted: &[u8],
    ) -> impl Iterator<Item = (CrlEntry<'a>, Option<Name<'a>>)> + use<'a, 'i> {
        self.offsets(wanted).iter().filter_map(|offset| {
            let entry = self.entry(*offset)?;
            Some((entry, self.issuer(*offset)))
        })
    }

    /// The certificateIssuer in force for the entry here: its own, or that of the last entry
    /// before it that states one (RFC 5280 5.3.3).
    fn issuer(&self, offset: u32) -> Option<Name<'a>> {
        let changes = self
            .issuers
            .partition_point(|(change, _)| *change <= offset);
        Some(self.issuers[..changes].last()?.1)
    }

    /// How many octets the entries with this serial number have.
    pub(super) fn octets_of(&self, wanted: &[u8]) -> u64 {
        let length = |offset: &u32| {
            let mut entry = Reader::new(&self.octets[*offset as usize..], 0, "revokedCertificates");
            entry.any().map_or(0, |entry| entry.octets().len() as u64)
        };
        self.offsets(wanted).iter().map(length).sum()
    }

    fn entry(&self, offset: u32) -> Option<CrlEntry<'a>> {
        CrlEntry::again(&self.octets[offset as usize..])
    }
}

/// The offset and serial number of the next entry of a list that has been read before.
fn next_serial<'a>(list: &mut Reader<'a>) -> Option<(usize, &'a [u8])> {
    let entry = list.any().ok()?;
    let serial = entry.reader("revokedCertificates").any().ok()?;
    Some((entry.offset(), serial.value()))
}

/// The serial number of the entry at this offset.
fn serial(octets: &[u8], offset: u32) -> &[u8] {
    let entry = &octets[offset as usize..];
    // Nearly all entries have every length in one octet.
    if let [_, 0..=0x7f, _, length @ 0..=0x7f, rest @ ..] = entry {
        return &rest[..usize::from(*length)];
    }
    let mut list = Reader::new(entry, 0, "revokedCertificates");
    next_serial(&mut list).map_or(&[], |(_, serial)| serial)
}

/// FNV-1a of 32 bits, folded: buckets are told by the low bits.
fn hash(serial: &[u8]) -> u32 {
    let sum = serial.iter().fold(0x811c_9dc5u32, |sum, octet| {
        (sum ^ u32::from(*octet)).wrapping_mul(0x0100_0193)
    });
    sum ^ sum >> 16
}

/// An offset or length as the index keeps it: under 4 GiB.
pub(super) fn narrow(offset: usize) -> Result<u32, Error> {
    u32::try_from(offset).map_err(|_| Error::new(ErrorKind::Size, 0, "CertificateList"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::der::{made, tag};
    use alloc::collections::{BTreeMap, BTreeSet};

    fn list(serials: &[Vec<u8>]) -> Vec<u8> {
        let date = made(tag::UTC_TIME, &[b"260302090000Z"]);
        let entries = serials.iter().map(|serial| {
            let serial = made(tag::INTEGER, &[serial]);
            made(tag::SEQUENCE, &[&serial, &date])
        });
        entries.collect::<Vec<_>>().concat()
    }

    fn index(octets: &[u8]) -> Index<'_> {
        let list = Reader::new(octets, 0, "test");
        Index::read(octets, &list).ok().unwrap().0
    }

    /// Every serial number is found where it is, and as often.
    fn check(serials: &[Vec<u8>]) {
        let octets = list(serials);
        let index = index(&octets);
        assert_eq!(index.len(), serials.len());
        let mut places = BTreeMap::<&[u8], Vec<usize>>::new();
        let mut rest = Reader::new(&octets, 0, "test");
        while let Some((offset, serial)) = next_serial(&mut rest) {
            places.entry(serial).or_default().push(offset);
        }
        for (serial, offsets) in places {
            let found = index.offsets(serial).iter();
            let found: Vec<_> = found.map(|offset| *offset as usize).collect();
            assert_eq!(found, offsets);
            assert_eq!(index.find(serial).count(), offsets.len());
        }
        for absent in [&[][..], &[0x7e; 19], &[0x55]] {
            let is_absent = !serials.iter().any(|serial| serial == absent);
            assert_eq!(index.find(absent).next().is_none(), is_absent);
        }
    }

    /// Numbers of a few octets in their shortest form, by a small generator.
    fn numbers(count: usize) -> Vec<Vec<u8>> {
        let mut state = 1u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()
        };
        let number = |_| {
            let [length, octets @ ..] = next();
            let mut number = Vec::from([0x11]);
            number.extend_from_slice(&octets[..usize::from(length % 4)]);
            number
        };
        (0..count).map(number).collect()
    }

    #[test]
    fn everything_is_found() {
        for count in [0, 1, 2, 3, 64, 65, 3000] {
            check(&numbers(count));
        }
    }

    #[test]
    fn chosen_serial_numbers() {
        // All in the first bucket of those that there will be.
        let mut serials: Vec<_> = numbers(20_000);
        serials.retain(|serial| hash(serial).trailing_zeros() >= 7);
        serials.truncate(128);
        assert_eq!(serials.len(), 128);
        let distinct: BTreeSet<_> = serials.iter().collect();
        assert!(distinct.len() > 32);
        let octets = list(&serials);
        assert_eq!(index(&octets).starts[1], 128);
        check(&serials);
    }

    #[test]
    #[cfg(target_pointer_width = "64")]
    fn four_gibibytes() {
        let most = u32::MAX as usize;
        assert_eq!(narrow(most).ok(), Some(u32::MAX));
        assert_eq!(narrow(most + 1).err().unwrap().kind(), ErrorKind::Size);
    }
}
