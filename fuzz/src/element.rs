//! Elements as a tree that can be written again, lengths and all, in BER of any kind.

/// How a length is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// In as few octets as will do.
    Shortest,
    /// In so many octets behind the first.
    Long(usize),
    /// Up to end-of-contents octets.
    Indefinite,
}

/// What an element holds.
#[derive(Clone)]
pub(crate) enum Body {
    /// Octets.
    Octets(Vec<u8>),
    /// Elements.
    Elements(Vec<Element>),
}

/// One element.
#[derive(Clone)]
pub(crate) struct Element {
    /// The first identifier octet; elements with more are left as octets.
    pub(crate) tag: u8,
    pub(crate) form: Form,
    pub(crate) body: Body,
}

/// Levels that are taken apart.
const DEPTH: usize = 24;

/// The elements that these octets are, if they are nothing else.
pub(crate) fn read_all(octets: &[u8]) -> Option<Vec<Element>> {
    let (elements, rest) = read(octets, DEPTH, false)?;
    rest.is_empty().then_some(elements)
}

/// Elements up to the end, or up to end-of-contents octets; and what follows.
fn read(mut octets: &[u8], depth: usize, is_ended: bool) -> Option<(Vec<Element>, &[u8])> {
    let mut elements = Vec::new();
    loop {
        match *octets {
            [0, 0, ref rest @ ..] if is_ended => return Some((elements, rest)),
            [] if !is_ended => return Some((elements, octets)),
            [tag, first, ref rest @ ..] if tag & 0x1f != 0x1f && tag != 0 => {
                let (form, length, content) = match first {
                    0..=0x7f => (Form::Shortest, usize::from(first), rest),
                    0x80 if tag & 0x20 != 0 && depth > 0 => {
                        let (inside, rest) = read(rest, depth - 1, true)?;
                        elements.push(Element {
                            tag,
                            form: Form::Indefinite,
                            body: Body::Elements(inside),
                        });
                        octets = rest;
                        continue;
                    }
                    0x81..=0x84 => {
                        let count = usize::from(first & 0x7f);
                        let (length, content) = rest.split_at_checked(count)?;
                        let fold = |sum: usize, octet: &u8| sum << 8 | usize::from(*octet);
                        let length = length.iter().fold(0, fold);
                        let is_shortest = length > 0x7f && length >> (8 * (count - 1)) != 0;
                        let form = if is_shortest {
                            Form::Shortest
                        } else {
                            Form::Long(count)
                        };
                        (form, length, content)
                    }
                    _ => return None,
                };
                let (content, rest) = content.split_at_checked(length)?;
                let inside = (tag & 0x20 != 0 && depth > 0)
                    .then(|| read(content, depth - 1, false))
                    .flatten();
                let body = match inside {
                    Some((inside, _)) => Body::Elements(inside),
                    None => Body::Octets(content.to_vec()),
                };
                elements.push(Element { tag, form, body });
                octets = rest;
            }
            _ => return None,
        }
    }
}

/// Writes elements one after the other.
pub(crate) fn write_all(elements: &[Element]) -> Vec<u8> {
    elements.iter().flat_map(Element::write).collect()
}

impl Element {
    fn write(&self) -> Vec<u8> {
        let content = match &self.body {
            Body::Octets(octets) => octets.clone(),
            Body::Elements(elements) => write_all(elements),
        };
        let mut octets = vec![self.tag];
        let length = content.len().to_be_bytes();
        let needed = length.iter().skip_while(|octet| **octet == 0).count();
        let form = match self.form {
            Form::Long(count) => Form::Long(count.clamp(needed.max(1), 8)),
            Form::Shortest if content.len() > 0x7f => Form::Long(needed),
            form => form,
        };
        match form {
            Form::Shortest => octets.push(length[7]),
            Form::Long(count) => {
                octets.push(0x80 | count.to_le_bytes()[0]);
                octets.extend(&length[8 - count..]);
            }
            Form::Indefinite => octets.push(0x80),
        }
        octets.extend(content);
        if form == Form::Indefinite {
            octets.extend([0, 0]);
        }
        octets
    }

    /// How many elements there are in it, itself included.
    pub(crate) fn count(&self) -> usize {
        match &self.body {
            Body::Octets(_) => 1,
            Body::Elements(elements) => 1 + elements.iter().map(Self::count).sum::<usize>(),
        }
    }
}

/// The list in which the element with this number stands, and its place there, counting an element
/// before those in it.
pub(crate) fn find(
    elements: &mut Vec<Element>,
    mut number: usize,
) -> Option<(&mut Vec<Element>, usize)> {
    let mut place = 0;
    for element in &*elements {
        let count = element.count();
        if number < count {
            break;
        }
        number -= count;
        place += 1;
    }
    if place == elements.len() {
        return None;
    }
    if number == 0 {
        return Some((elements, place));
    }
    match &mut elements[place].body {
        Body::Octets(_) => None,
        Body::Elements(inside) => find(inside, number - 1),
    }
}
