use super::fingerprint::{folds_to_ascii, letters};
use super::*;
use crate::encoding::der::made;
use alloc::format;

/// Tags and octets of values.
type Values<'a> = &'a [(u8, &'a [u8])];

/// A name of one attribute (commonName) for each value: its tag and octets.
fn name(values: Values<'_>) -> Vec<u8> {
    let wrap = |tag: u8, content: &[u8]| {
        let mut octets = alloc::vec![tag, u8::try_from(content.len()).unwrap()];
        octets.extend_from_slice(content);
        octets
    };
    let sets: Vec<u8> = values
        .iter()
        .flat_map(|(tag, value)| {
            let pair = [wrap(tag::OID, &[0x55, 4, 3]), wrap(*tag, value)].concat();
            wrap(tag::SET, &wrap(tag::SEQUENCE, &pair))
        })
        .collect();
    wrap(tag::SEQUENCE, &sets)
}

/// What folds to an ASCII letter is prepared before it is summed up, and nothing else is.
#[test]
fn characters_that_fold_to_ascii() {
    let mut folding = Vec::new();
    for char in ('\u{80}'..=char::MAX).chain('\0'..'\u{80}') {
        let mut utf8 = [0; 4];
        let utf8 = char.encode_utf8(&mut utf8).as_bytes();
        let is_ascii_below = char.to_lowercase().any(|it| it.is_ascii());
        if is_ascii_below && !char.is_ascii() {
            folding.push(char);
        }
        // Others that begin as the Kelvin sign does are prepared in vain.
        assert!(!is_ascii_below || char.is_ascii() || folds_to_ascii(utf8));
        let text = prepare(core::str::from_utf8(utf8).unwrap());
        let as_prepared = letters(tag::UTF8_STRING, text.as_bytes(), BASIS);
        assert_eq!(
            letters(tag::UTF8_STRING, utf8, BASIS),
            as_prepared,
            "{char:?}"
        );
    }
    assert_eq!(folding, ['\u{130}', '\u{212a}']);
}

/// Whatever characters two texts begin with: names that match do not differ plainly.
#[test]
fn plain_differences() {
    let tags = [0x0c, 0x13, 0x16, 0x14, 0x1e];
    let firsts = [
        "a",
        "A",
        "b",
        "B",
        "k",
        "\u{212a}",
        "i",
        "\u{130}",
        "7",
        " a",
        "\u{a0}a",
        "\u{3000}a",
        "가",
        "나",
        "\u{a000}",
        "\u{ab70}",
        "\u{13a0}",
        "_",
        "",
    ];
    let mut names = Vec::new();
    for (kind, first) in [3, 10]
        .into_iter()
        .flat_map(|kind| firsts.map(|it| (kind, it)))
    {
        for tag in tags {
            let text = format!("{first}x");
            let value: Vec<u8> = match tag {
                0x1e => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
                _ => text.into_bytes(),
            };
            let pair = made(
                tag::SEQUENCE,
                &[&[6, 3, 0x55, 4, kind], &made(tag, &[&value])],
            );
            let set = made(tag::SET, &[&pair]);
            names.push(made(tag::SEQUENCE, &[&set]));
            names.push(made(tag::SEQUENCE, &[&set, &set]));
        }
    }
    names.push(made(tag::SEQUENCE, &[]));
    let names: Vec<_> = names.iter().map(|it| Name::from_der(it).unwrap()).collect();
    let mut differing = 0;
    for (one, other) in names
        .iter()
        .flat_map(|one| names.iter().map(move |it| (one, it)))
    {
        let differs = one.differs_plainly(other);
        assert!(
            !differs || one.canonical() != other.canonical(),
            "{one} {other}"
        );
        differing += usize::from(differs);
    }
    assert!(differing > names.len() * names.len() / 2);
}

#[test]
fn forms() {
    for (values, is_strict) in [
        (&[(0x13, &b"NAVER Sign"[..])][..], true),
        (&[(0x13, b"NAVER_Sign")], false),
        (&[(0x0c, "시험".as_bytes())], true),
        (&[(0x0c, b"\xff")], false),
        (&[(0x16, b"a_b")], true),
        (&[(0x16, b"\x80")], false),
        (&[(0x14, b"\xc4")], true),
        (&[(0x1e, &[0xac, 0])], true),
        (&[(0x1e, &[0xac])], false),
        // A surrogate, and a pair of them: no characters of a BMPString.
        (&[(0x1e, &[0xd8, 0])], false),
        (&[(0x1e, &[0xd8, 0x3d, 0xde, 0])], false),
        (&[(0x1c, &[0, 0, 0xac, 0])], true),
        (&[(0x1c, &[0xac, 0])], false),
        // No text, no DirectoryString, and a constructed string.
        (&[(0x0c, b"")], false),
        (&[(0x1a, b"a")], false),
        (&[(0x02, &[1])], false),
        (&[(0x2c, &[0x0c, 1, b'a'])], false),
        (&[], true),
    ] {
        let octets = name(values);
        let name = Name::from_der(&octets).unwrap();
        assert_eq!(name.is_strict_der(), is_strict, "{octets:x?}");
        assert_eq!(name.is_strict_ber(), is_strict, "{octets:x?}");
    }
    // A type whose syntax is no string may have any value.
    let part = |kind: u8, value: &[u8]| made(tag::SEQUENCE, &[&[6, 3, 0x55, 4, kind], value]);
    let of_set = |members: &[&[u8]]| made(tag::SEQUENCE, &[&made(tag::SET, members)]);
    let (a, b) = (part(3, &[0x13, 1, b'a']), part(10, &[0x13, 1, b'b']));
    for (octets, der, ber) in [
        (of_set(&[&part(50, &[2, 1, 1])]), true, true),
        (of_set(&[&part(50, &[2, 2, 0, 1])]), false, false),
        (of_set(&[&part(50, &[1, 1, 0xff])]), true, true),
        (of_set(&[&part(50, &[1, 1, 1])]), false, true),
        (of_set(&[&part(50, &[5, 1, 0])]), false, false),
        (of_set(&[&part(50, &[6, 2, 0x80, 1])]), false, false),
        (of_set(&[&part(50, &[0x30, 3, 1, 1, 1])]), false, true),
        (of_set(&[&part(50, &[0x1a, 1, 7])]), false, false),
        (of_set(&[&part(50, &[0x16, 0])]), true, true),
        (of_set(&[]), false, false),
        (of_set(&[&a, &b]), true, true),
        (of_set(&[&b, &a]), false, true),
    ] {
        let name = Name::from_der(&octets).unwrap();
        assert_eq!((name.is_strict_der(), name.is_strict_ber()), (der, ber));
    }
}

#[test]
fn matching() {
    let korean = "시험 인증기관".as_bytes();
    let utf16 = "시험 인증기관"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect::<Vec<_>>();
    let same: [(Values<'_>, Values<'_>); 7] = [
        // Letters beyond ASCII whose small ones are ASCII: the Kelvin sign, I with a dot.
        (&[(0x0c, "\u{212a}".as_bytes())], &[(0x13, b"k")]),
        (
            &[(0x0c, "\u{130}A".as_bytes())],
            &[(0x0c, "i\u{307}a".as_bytes())],
        ),
        (&[(0x13, b"Toss CA1")], &[(0x0c, b"TOSS  ca1 ")]),
        (&[(0x13, b"a b")], &[(0x16, b" A\tB")]),
        (&[(0x0c, korean)], &[(0x1e, &utf16)]),
        (&[(0x14, b"\xc4")], &[(0x0c, "ä".as_bytes())]),
        (&[(0x04, b"x")], &[(0x04, b"x")]),
    ];
    for (left, right) in same {
        let (left, right) = (name(left), name(right));
        let [left, right] = [&left, &right].map(|octets| Name::from_der(octets).unwrap());
        assert!(
            left.matches(&right) && right.matches(&left),
            "{left} {right}"
        );
    }
    let different: [(Values<'_>, Values<'_>); 6] = [
        (&[(0x13, b"ab")], &[(0x13, b"a b")]),
        (&[(0x13, b"a")], &[(0x13, b"a"), (0x13, b"a")]),
        (&[(0x13, b"a"), (0x13, b"b")], &[(0x13, b"b"), (0x13, b"a")]),
        (&[(0x04, b"x")], &[(0x04, b"X")]),
        (&[(0x04, b"x")], &[(0x0c, b"x")]),
        (&[], &[(0x13, b"")]),
    ];
    for (left, right) in different {
        let (left, right) = (name(left), name(right));
        let [left, right] = [&left, &right].map(|octets| Name::from_der(octets).unwrap());
        assert!(
            !left.matches(&right) && !right.matches(&left),
            "{left} {right}"
        );
    }
}

#[test]
fn fingerprints_of_what_matches_are_the_same() {
    let fingerprint = |tag, value: &[u8]| {
        Name::from_der(&name(&[(tag, value)]))
            .unwrap()
            .fingerprint()
    };
    assert_eq!(
        fingerprint(0x13, b"Toss CA1"),
        fingerprint(0x0c, b" TOSS  ca1")
    );
    assert_ne!(
        fingerprint(0x13, b"Toss CA1"),
        fingerprint(0x13, b"Toss CA2")
    );
    let utf16 = "시험 CA"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect::<Vec<_>>();
    assert_eq!(
        fingerprint(0x1e, &utf16),
        fingerprint(0x0c, "시험 CA".as_bytes())
    );
    assert_eq!(fingerprint(0x04, b"a"), fingerprint(0x04, b"b"));
}

#[test]
fn displayed() {
    let octets = name(&[
        (0x0c, b"a,b"),
        (0x0c, "#\u{202e}x ".as_bytes()),
        (0x04, b"\x01"),
    ]);
    let name = Name::from_der(&octets).unwrap();
    assert_eq!(
        format!("{name}"),
        "2.5.4.3=#040101,CN=\\#\\e2\\80\\aex\\ ,CN=a\\,b"
    );
    assert_eq!(
        format!("{name:?}"),
        format!("Name({} octets)", octets.len())
    );
}

#[test]
fn plain_sets_are_read_as_others_are() {
    // Every octet of a short name replaced by every value: the quick look never takes what
    // the reader refuses.
    let octets = name(&[(0x13, b"ab")]);
    for place in 2..octets.len() {
        for value in 0..=255 {
            let mut changed = octets.clone();
            changed[place] = value;
            let set = &changed[2..];
            if plain_set(set) == Some(set.len()) {
                let mut reader = Reader::new(set, 0, "Name");
                let mut inside = reader.element(tag::SET).unwrap().reader("Name");
                assert!(
                    attribute(&mut inside).is_ok() && inside.is_empty(),
                    "{changed:x?}"
                );
            }
        }
    }
}
