//! Places that open stories, and the country that each lies in (`towns.txt`).

use super::abbreviations::{self, Class};
use super::fold::Folded;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

struct Places {
    regions: FxHashMap<&'static str, &'static str>,
    towns: FxHashMap<&'static str, &'static str>,
}

static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let (mut regions, mut towns) = (FxHashMap::default(), FxHashMap::default());
    let mut is_region = true;
    for line in include_str!("towns.txt").lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with('[') {
            is_region = line == "[regions]";
        }
        let Some((code, names)) = line.split_once('\t') else { continue };
        let into = if is_region { &mut regions } else { &mut towns };
        into.extend(names.split(';').map(|name| (name, code)));
    }
    Places { regions, towns }
});

/// The ISO code of the country of a town, country or state, whatever its case.
pub fn country(name: &str) -> Option<&'static str> {
    town(name).or_else(|| PLACES.regions.get(Folded::new(name).as_str()).copied())
}

/// The ISO code of the country of a town.
pub fn town(name: &str) -> Option<&'static str> {
    PLACES.towns.get(Folded::new(name).as_str()).copied()
}

/// The ISO code of the country of a region after a comma: "Va.", "Texas", "Kenya".
pub fn region(name: &str) -> Option<&'static str> {
    if let Some(code) = PLACES.regions.get(Folded::new(name).as_str()) {
        return Some(code);
    }
    if matches!(name, "N.Y." | "N.J." | "N.H." | "N.C." | "S.C." | "N.D." | "S.D." | "N.M." | "R.I." | "W.Va." | "D.C.") {
        return Some("US");
    }
    if matches!(name, "B.C." | "N.S." | "Ont." | "Que." | "Alta." | "Man." | "Sask.") {
        return Some("CA");
    }
    (abbreviations::class(name.trim_end_matches('.'))? == Class::Place).then_some("US")
}

#[cfg(test)]
mod tests {
    use super::{country, region};

    #[test]
    fn towns_and_regions() {
        assert_eq!(country("GENEVA"), Some("CH"));
        assert_eq!(country("New York"), Some("US"));
        assert_eq!(country("NATO"), None);
        assert_eq!(region("Va."), Some("US"));
        assert_eq!(region("Kenya"), Some("KE"));
        assert_eq!(region("who"), None);
    }
}
