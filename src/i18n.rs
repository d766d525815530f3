//! The words of the interface: keys, and the catalogue that a host brings in the user's language.
