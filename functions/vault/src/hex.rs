//! Hex digits to bytes and back, for keys and names.

/// The bytes of exactly `2 × N` lower- or upper-case hex digits.
pub fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    let (pairs, rest) = digits.as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        let value = (nibble(*high)? << 4) | nibble(*low)?;
        *byte = value;
    }
    Some(bytes)
}

fn nibble(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Lower-case hex.
pub fn encode(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_bytes_of_the_right_number_are_read() {
        assert_eq!(decode::<2>("00fF"), Some([0, 255]));
        for bad in ["", "00f", "00ff0", "00ff00", "00gg", "åå"] {
            assert_eq!(decode::<2>(bad), None, "{bad}");
        }
        assert_eq!(encode(&[0, 255, 16]), "00ff10");
    }
}
