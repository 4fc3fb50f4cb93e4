//! Whether files are as they were: one number over their names and contents.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The fingerprint of these files and folders. By content, not by time, because a checkout gives files new times.
pub fn of(paths: &[PathBuf]) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        for file in files(path).with_context(|| format!("cannot list {}", path.display()))? {
            file.hash(&mut hasher);
            fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?.hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
}

/// Every file at or below a path, in a fixed order; none if there is nothing.
pub fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !path.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path)? {
        found.extend(files(&entry?.path())?);
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_with_content_and_with_name_and_is_the_same_otherwise() {
        let folder = std::env::temp_dir().join(format!("fingerprint-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner")).unwrap();
        let paths = [folder.clone(), folder.join("absent")];
        fs::write(folder.join("inner/a"), "1").unwrap();
        let first = of(&paths).unwrap();
        assert_eq!(of(&paths).unwrap(), first);
        fs::write(folder.join("inner/a"), "2").unwrap();
        assert_ne!(of(&paths).unwrap(), first);
        fs::write(folder.join("inner/a"), "1").unwrap();
        assert_eq!(of(&paths).unwrap(), first);
        fs::rename(folder.join("inner/a"), folder.join("inner/b")).unwrap();
        assert_ne!(of(&paths).unwrap(), first);
        fs::remove_dir_all(folder).unwrap();
    }
}
