//! Hangul in one form: some systems write a syllable as the letters that it is made of.

/// The first letters of each kind, how many there are, and the first syllable (Unicode 3.12).
const LEADS: (u32, u32) = (0x1100, 19);
const VOWELS: (u32, u32) = (0x1161, 21);
const TAILS: (u32, u32) = (0x11a8, 27);
const SYLLABLES: u32 = 0xac00;

/// Appends a text with letters of Hangul put together into syllables, as normalisation form C has
/// them.
pub(super) fn compose(text: &str, composed: &mut String) {
    for char in text.chars() {
        let joined = composed
            .chars()
            .next_back()
            .and_then(|last| join(last, char));
        if let Some(joined) = joined {
            composed.pop();
            composed.push(joined);
        } else {
            composed.push(char);
        }
    }
}

fn join(last: char, char: char) -> Option<char> {
    let place = |char: char, (first, count): (u32, u32)| {
        u32::from(char)
            .checked_sub(first)
            .filter(|place| *place < count)
    };
    let syllable = |number: u32| char::from_u32(SYLLABLES + number);
    let all_tails = TAILS.1 + 1;
    if let (Some(lead), Some(vowel)) = (place(last, LEADS), place(char, VOWELS)) {
        return syllable((lead * VOWELS.1 + vowel) * all_tails);
    }
    let count = LEADS.1 * VOWELS.1 * all_tails;
    let open = place(last, (SYLLABLES, count)).filter(|number| number % all_tails == 0)?;
    syllable(open + place(char, TAILS)? + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_syllables() {
        for (letters, syllables) in [
            ("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", "한글"),
            ("\u{1100}\u{1161}", "가"),
            ("가\u{11c2}", "갛"),
            ("한\u{11ab}", "한\u{11ab}"),
            ("\u{1161}\u{1100}", "\u{1161}\u{1100}"),
            ("홍길동", "홍길동"),
            ("Gildong", "Gildong"),
            ("", ""),
        ] {
            let mut composed = String::new();
            compose(letters, &mut composed);
            assert_eq!(composed, syllables, "{letters}");
        }
    }
}
