//! Places in an exercise, as JSON pointers (RFC 6901).

use serde_json::Value;

/// A member's name or an entry's number, as a part of a pointer.
pub fn part(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// A pointer to a member or an entry of what stands at `at`.
pub fn member(at: &str, name: &str) -> String {
    [at, "/", &part(name)].concat()
}

/// A pointer to an entry of the list at `at`.
pub fn entry(at: &str, index: usize) -> String {
    [at, "/", &index.to_string()].concat()
}

/// The place that holds what `at` points to, and its name there; `None` for the whole file.
pub fn split(at: &str) -> Option<(&str, String)> {
    let (parent, last) = at.rsplit_once('/')?;
    Some((parent, last.replace("~1", "/").replace("~0", "~")))
}

/// The list at `at`; empty where none stands there.
pub fn list<'a>(json: &'a Value, at: &str) -> &'a [Value] {
    json.pointer(at).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// The text of a member; empty where there is none.
pub fn text<'a>(json: &'a Value, name: &str) -> &'a str {
    json.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The entry of the list at `at` that has this `id`.
pub fn find(json: &Value, at: &str, id: &str) -> Option<usize> {
    list(json, at).iter().position(|entry| text(entry, "id") == id)
}

/// The values of a scale's points, from the lowest.
pub fn values(scale: &Value) -> Vec<i64> {
    let range = |name: &str| scale.pointer(&["/range/", name].concat()).and_then(Value::as_i64);
    match (range("min"), range("max")) {
        (Some(min), Some(max)) if (min..=min.saturating_add(100)).contains(&max) => (min..=max).collect(),
        _ => list(scale, "/points").iter().filter_map(|point| point.get("value")?.as_i64()).collect(),
    }
}
