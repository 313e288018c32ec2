//! Reading the file of weights: numbers in little-endian order, one after the other, whose counts follow from the sizes at its start.

/// What is left to read.
pub struct Cursor<'a> {
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    /// All of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The next `n` bytes, if there are as many.
    pub fn bytes(&mut self, n: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.rest.split_at_checked(n)?;
        self.rest = tail;
        Some(head)
    }

    /// The next `n` numbers of 16 bits.
    pub fn i16s(&mut self, n: usize) -> Option<Vec<i16>> {
        let bytes = self.bytes(n.checked_mul(2)?)?;
        Some(bytes.as_chunks::<2>().0.iter().map(|pair| i16::from_le_bytes(*pair)).collect())
    }

    /// The next `n` numbers of 32 bits.
    pub fn i32s(&mut self, n: usize) -> Option<Vec<i32>> {
        let bytes = self.bytes(n.checked_mul(4)?)?;
        Some(bytes.as_chunks::<4>().0.iter().map(|four| i32::from_le_bytes(*four)).collect())
    }

    /// The next number of 16 bits, as a size.
    pub fn size(&mut self) -> Option<usize> {
        self.i16s(1)?.first().and_then(|n| usize::try_from(*n).ok())
    }

    /// Is everything read?
    pub fn is_done(&self) -> bool {
        self.rest.is_empty()
    }
}
