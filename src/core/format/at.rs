//! Where a piece of a file stands. Where nothing is checked nobody asks, and it takes no room.

/// A JSON pointer (RFC 6901), empty for the whole file.
#[derive(Clone, Debug, Default)]
pub struct At {
    #[cfg(feature = "checks")]
    pointer: String,
}

#[cfg(feature = "checks")]
impl At {
    /// The place of a member, whose name is escaped.
    pub fn below(&self, name: &str) -> Self {
        Self { pointer: format!("{}/{name}", self.pointer) }
    }

    /// The place of an entry of a list.
    pub fn entry(&self, index: usize) -> Self {
        self.below(&index.to_string())
    }

    /// As text.
    pub fn pointer(&self) -> String {
        self.pointer.clone()
    }
}

#[cfg(not(feature = "checks"))]
#[allow(clippy::unused_self)] // As above.
impl At {
    /// The place of a member.
    pub fn below(&self, _: &str) -> Self {
        Self {}
    }

    /// The place of an entry of a list.
    pub fn entry(&self, _: usize) -> Self {
        Self {}
    }

    /// As text: nothing is told.
    pub fn pointer(&self) -> String {
        String::new()
    }
}
