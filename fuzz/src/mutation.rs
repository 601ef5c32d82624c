//! Mutations of elements: what stands where, how often, under which tag, in which form of length.

use crate::element::{Body, Element, Form, find, read_all, write_all};

/// Mutates the first `size` octets of `data` as elements and returns how many there are then;
/// `None` if they are no elements, or if it is the turn of octets.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> Option<usize> {
    let mut chance = Chance(u64::from(seed) << 1 | 1);
    if chance.below(2) == 0 {
        return None;
    }
    let mut elements = read_all(&data[..size])?;
    for _ in 0..=chance.below(3) {
        change(&mut elements, &mut chance);
    }
    let octets = write_all(&elements);
    let fits = !octets.is_empty() && octets.len() <= max_size.min(data.len());
    fits.then(|| {
        data[..octets.len()].copy_from_slice(&octets);
        octets.len()
    })
}

/// Tags that mean something to the reader.
const TAGS: [u8; 20] = [
    0x02, 0x03, 0x04, 0x05, 0x06, 0x0c, 0x13, 0x17, 0x18, 0x1e, 0x23, 0x24, 0x30, 0x31, 0x80, 0x81,
    0xa0, 0xa1, 0xa2, 0xa3,
];

fn change(elements: &mut Vec<Element>, chance: &mut Chance) {
    let count = elements.iter().map(Element::count).sum();
    if count == 0 {
        return;
    }
    let other = find(elements, chance.below(count)).map(|(list, place)| list[place].clone());
    let Some((list, place)) = find(elements, chance.below(count)) else {
        return;
    };
    match (chance.below(10), other) {
        (0, _) => {
            list.remove(place);
        }
        (1, _) => list.insert(place, list[place].clone()),
        (2, _) => {
            let second = chance.below(list.len());
            list.swap(place, second);
        }
        (3, Some(other)) => list[place] = other,
        (4, Some(other)) => list.insert(place, other),
        (5, _) => {
            list[place].form = match chance.below(3) {
                0 => Form::Shortest,
                1 => Form::Long(1 + chance.below(4)),
                _ => Form::Indefinite,
            }
        }
        (6, _) => split(&mut list[place], chance),
        (7, _) => list[place].tag = TAGS[chance.below(TAGS.len())],
        (8, _) => {
            let inside = list[place].clone();
            list[place] = Element {
                tag: [0x24, 0x30, 0x31, 0xa0][chance.below(4)],
                form: Form::Shortest,
                body: Body::Elements(vec![inside]),
            };
        }
        (_, _) => scratch(&mut list[place], chance),
    }
    // An indefinite length is for elements with elements in them.
    for element in list {
        if let (Form::Indefinite, Body::Octets(_)) = (element.form, &element.body) {
            element.form = Form::Shortest;
        }
    }
}

/// Sends a string in pieces.
fn split(element: &mut Element, chance: &mut Chance) {
    if let Body::Octets(octets) = &element.body {
        let (left, right) = octets.split_at(chance.below(octets.len() + 1));
        let piece = |octets: &[u8]| Element {
            tag: element.tag,
            form: Form::Shortest,
            body: Body::Octets(octets.to_vec()),
        };
        element.body = Body::Elements(vec![piece(left), piece(right)]);
        element.tag |= 0x20;
    }
}

/// Changes an octet of the content, or how many there are.
fn scratch(element: &mut Element, chance: &mut Chance) {
    let Body::Octets(octets) = &mut element.body else {
        return;
    };
    let place = chance.below(octets.len() + 1);
    let value = [0, 1, 0x7f, 0x80, 0xff, chance.octet()][chance.below(6)];
    match (chance.below(3), octets.get_mut(place)) {
        (0, Some(octet)) => *octet = value,
        (1, Some(_)) => {
            octets.remove(place);
        }
        _ => octets.insert(place, value),
    }
}

/// Numbers that follow from the seed (xorshift64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound.max(1) as u64).unwrap_or(0)
    }

    fn octet(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }
}
