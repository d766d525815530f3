//! Puts things in order. The lists here are short, and the standard library's sort is compiled anew for
//! every type it sorts (4 KB of WebAssembly each); this one is compiled once.

/// `items` by their keys, smallest first; those of equal keys stay as they were.
pub fn by_key<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let keys: Vec<u64> = items.iter().map(key).collect();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    ranks(&keys).into_iter().filter_map(|at| items[at].take()).collect()
}

/// The places of the keys, smallest key first.
fn ranks(keys: &[u64]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(keys.len());
    for (at, key) in keys.iter().enumerate() {
        let place = order.partition_point(|earlier| keys[*earlier] <= *key);
        order.insert(place, at);
    }
    order
}

/// The place of an entry in a list as a key; what is not there comes last.
pub fn place_in<T: PartialEq>(list: &[T], entry: &T) -> u64 {
    list.iter().position(|it| it == entry).map_or(u64::MAX, |at| at as u64)
}

#[cfg(test)]
mod tests {
    use super::by_key;

    #[test]
    fn equal_keys_stay_in_order() {
        let words = vec!["ccc", "a", "bb", "d", "ee"];
        assert_eq!(by_key(words, |word| word.len() as u64), ["a", "d", "bb", "ee", "ccc"]);
    }
}
