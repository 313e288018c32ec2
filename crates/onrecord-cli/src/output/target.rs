//! Where the results go: stdout, or a file that takes the place of an older one once all is written.

use crate::input::is_compressed;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// What is written to.
pub struct Target {
    out: Out,
    beside: Option<Beside>,
}

enum Out {
    Plain(Box<dyn Write>),
    Packed(GzEncoder<File>),
}

impl Target {
    /// The file with this path, or stdout.
    ///
    /// # Errors
    /// Names the file that cannot be made.
    pub fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path else {
            return Ok(Self { out: Out::Plain(Box::new(anstream::AutoStream::always(io::stdout()))), beside: None });
        };
        file(path).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
    }

    /// Puts the file in its place; where there is nothing worth keeping, what stood there stays.
    ///
    /// # Errors
    /// The last bytes cannot be written, or the file cannot be put in its place.
    pub fn finish(mut self, keep: bool) -> io::Result<()> {
        match &mut self.out {
            Out::Plain(out) => out.flush()?,
            Out::Packed(out) => out.try_finish()?,
        }
        match self.beside.take() {
            Some(beside) if keep => beside.put(),
            _ => Ok(()),
        }
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.out {
            Out::Plain(out) => out.write(bytes),
            Out::Packed(out) => out.write(bytes),
        }
    }

    /// Packed bytes are better packed many at a time, and nobody reads the file before it is whole.
    fn flush(&mut self) -> io::Result<()> {
        match &mut self.out {
            Out::Plain(out) => out.flush(),
            Out::Packed(_) => Ok(()),
        }
    }
}

/// A pipe or a device (`/dev/null`) is written to as it is: nothing can be put in its place. So is a file in a folder that takes no
/// other file.
fn file(path: &Path) -> io::Result<Target> {
    if fs::metadata(path).is_ok_and(|meta| !meta.is_file()) {
        return Ok(Target { out: out(path, File::create(path)?), beside: None });
    }
    let beside = Beside::of(path)?;
    match File::create(&beside.temporary) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Ok(Target { out: out(path, File::create(path)?), beside: None }),
        file => Ok(Target { out: out(path, file?), beside: Some(beside) }),
    }
}

fn out(path: &Path, file: File) -> Out {
    if is_compressed(path) { Out::Packed(GzEncoder::new(file, Compression::default())) } else { Out::Plain(Box::new(file)) }
}

/// A file under another name in the same folder; it goes away unless it is put in its place.
struct Beside {
    temporary: PathBuf,
    path: PathBuf,
}

impl Beside {
    /// The name is a hidden one, so that a folder that is read at the same time does not hold it.
    fn of(path: &Path) -> io::Result<Self> {
        // What a link leads to is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let name = path.file_name().ok_or(ErrorKind::InvalidInput)?.to_string_lossy().into_owned();
        let temporary = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
        Ok(Self { temporary, path })
    }

    fn put(self) -> io::Result<()> {
        if let Ok(old) = fs::metadata(&self.path) {
            fs::set_permissions(&self.temporary, old.permissions())?;
        }
        fs::rename(&self.temporary, &self.path)
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // It is gone already where it was put in its place.
        drop(fs::remove_file(&self.temporary));
    }
}
