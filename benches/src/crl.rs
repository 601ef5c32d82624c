//! A CRL of any length, of which only the form is real.

/// A CRL of so many entries, with serial numbers in no order.
pub struct Crl {
    /// The DER.
    pub octets: Vec<u8>,
    entries: u32,
}

impl Crl {
    /// Entries of 40 octets: serial numbers of 21, a date, and no extensions.
    pub fn new(entries: u32) -> Self {
        let list: Vec<u8> = (0..entries)
            .flat_map(|number| entry(&serial(number)))
            .collect();
        let algorithm = element(0x30, &[&[6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2]]);
        let attribute = element(0x30, &[&[6, 3, 0x55, 4, 3], &[12, 2, b'C', b'A']]);
        let name = element(0x30, &[&element(0x31, &[&attribute])]);
        let tbs = element(
            0x30,
            &[
                &[2, 1, 1],
                &algorithm,
                &name,
                &time(b"260301000000Z"),
                &time(b"260401000000Z"),
                &element(0x30, &[&list]),
            ],
        );
        let octets = element(0x30, &[&tbs, &algorithm, &[3, 3, 0, 0x30, 0]]);
        Self { octets, entries }
    }

    /// The serial number of an entry; of none if it is as large as their number or larger.
    pub fn serial(&self, number: u32) -> [u8; 21] {
        serial(number % (2 * self.entries))
    }
}

/// Numbers spread over all values, so that neighbours are far from each other.
fn serial(number: u32) -> [u8; 21] {
    let spread = u64::from(number)
        .wrapping_add(1)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut octets = [0x5a; 21];
    octets[1..9].copy_from_slice(&spread.to_be_bytes());
    octets[10..14].copy_from_slice(&number.to_be_bytes());
    octets
}

fn time(text: &[u8; 13]) -> Vec<u8> {
    element(0x17, &[text])
}

fn entry(serial: &[u8]) -> Vec<u8> {
    element(0x30, &[&element(2, &[serial]), &time(b"260201000000Z")])
}

fn element(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut octets = vec![tag];
    if length < 0x80 {
        octets.push(length.to_le_bytes()[0]);
    } else {
        let all = length.to_be_bytes();
        let first = all.iter().take_while(|octet| **octet == 0).count();
        octets.push(0x80 | (all.len() - first).to_le_bytes()[0]);
        octets.extend_from_slice(&all[first..]);
    }
    for part in parts {
        octets.extend_from_slice(part);
    }
    octets
}
