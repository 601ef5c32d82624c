//! Arithmetic on big-endian octets of equal length, for signatures whose numbers are out of range.

/// The sum, one octet longer.
pub(crate) fn sum(left: &[u8], right: &[u8]) -> Vec<u8> {
    let mut carry = 0_u16;
    let mut digits: Vec<u8> = left
        .iter()
        .zip(right)
        .rev()
        .map(|(&a, &b)| {
            let total = u16::from(a) + u16::from(b) + carry;
            carry = total >> 8;
            total.to_le_bytes()[0]
        })
        .collect();
    digits.push(carry.to_le_bytes()[0]);
    digits.reverse();
    digits
}

/// The difference; `left` is the larger one.
pub(crate) fn difference(left: &[u8], right: &[u8]) -> Vec<u8> {
    let mut borrow = 0_i16;
    let mut digits: Vec<u8> = left
        .iter()
        .zip(right)
        .rev()
        .map(|(&a, &b)| {
            let difference = i16::from(a) - i16::from(b) - borrow;
            borrow = i16::from(difference < 0);
            difference.to_le_bytes()[0]
        })
        .collect();
    digits.reverse();
    digits
}
